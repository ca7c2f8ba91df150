"""A contested amount, from its opening to its settlement."""

from datetime import date

import pytest

from otc_desktop.domain.disputes.dispute import (
    Dispute,
    DisputeReason,
    DisputeStatus,
    default_due_on,
)
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, DisputeId, OpenItemId
from tests.support.domain import an_id, eur

DAY = date(2026, 11, 23)


def a_dispute(amount: str = "50") -> Dispute:
    return Dispute(
        id=DisputeId(an_id("dispute")),
        item_id=OpenItemId(an_id("item")),
        customer_id=CustomerId(an_id("C0001")),
        reason=DisputeReason.PRICE,
        amount=eur(amount),
        opened_on=DAY,
        due_on=default_due_on(DAY),
        owner="",
    )


def test_a_dispute_is_closed_once_with_a_resolution() -> None:
    dispute = a_dispute()
    assert dispute.due_on == date(2026, 12, 8)
    closed = dispute.close("avoir", on=DAY)
    assert (closed.status, closed.resolution, closed.closed_on) == (
        DisputeStatus.CLOSED,
        "avoir",
        DAY,
    )
    with pytest.raises(RuleError) as refusal:
        closed.close("encore", on=DAY)
    assert refusal.value.code == "disputes.already_closed"


def test_a_dispute_is_not_closed_without_words() -> None:
    with pytest.raises(RuleError) as refusal:
        a_dispute().close(" ", on=DAY)
    assert refusal.value.code == "disputes.missing_resolution"


@pytest.mark.parametrize("amount", ["0", "-1"])
def test_something_is_contested(amount: str) -> None:
    with pytest.raises(RuleError) as refusal:
        a_dispute(amount)
    assert refusal.value.code == "disputes.bad_amount"
