"""Calls are noted as they happened."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from otc_desktop.domain.dunning.call import LONGEST_TEXT, Call, CallDirection, CallOutcome
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CallId, CustomerId

TODAY = date(2026, 11, 20)


def a_call(**changes: Any) -> Call:
    usual: dict[str, Any] = {
        "id": CallId(UUID(int=1)),
        "customer_id": CustomerId(UUID(int=2)),
        "called_on": TODAY,
        "direction": CallDirection.OUTGOING,
        "outcome": CallOutcome.REACHED,
        "noted_on": TODAY,
        "author": "claire",
    }
    return Call(**{**usual, **changes})


def test_call_of_an_earlier_day_with_the_next_one_today_is_accepted() -> None:
    call = a_call(called_on=date(2026, 11, 18), next_call_on=TODAY, minutes=0)
    assert call.next_call_on == TODAY


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"called_on": date(2026, 11, 21)}, "dunning.call_in_future"),
        ({"next_call_on": date(2026, 11, 19)}, "dunning.next_call_in_past"),
        ({"minutes": -1}, "dunning.call_minutes"),
        ({"minutes": 1441}, "dunning.call_minutes"),
        ({"text": "x" * (LONGEST_TEXT + 1)}, "dunning.call_text_too_long"),
    ],
)
def test_call_that_can_t_be_is_refused(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(RuleError) as refusal:
        a_call(**changes)
    assert refusal.value.code == code
