"""Statuses of the reform: reasons, what stands, and what may be noted after what."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from otc_desktop.domain.invoicing.lifecycle import (
    FACTS,
    OURS,
    Phase,
    StatusCode,
    check_reason,
    known_code,
)
from otc_desktop.domain.invoicing.lifecycle_history import (
    RECEIVED,
    Present,
    ReformStatus,
    StatusAmount,
    StatusId,
    StatusSource,
    check_by_hand,
    present_status,
)
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.domain.shared.legal_time import french_time
from otc_desktop.domain.shared.money import Money

GROSS = Money.of("120.00", EUR)
INVOICE = InvoiceId(uuid4())


def _status(code: str, day: int, *, cashed: str = "", hour: int = 12) -> ReformStatus:
    return ReformStatus(
        id=StatusId(uuid4()),
        invoice_id=INVOICE,
        code=StatusCode(code),
        at=datetime(2026, 10, day, hour),  # noqa: DTZ001  # French time, as messages have it
        source=StatusSource.MESSAGE,
        amounts=(StatusAmount(kind=RECEIVED, amount=Money.of(cashed, EUR)),) if cashed else (),
    )


def _stands(*history: ReformStatus) -> Present:
    present = present_status(history, GROSS)
    assert present is not None
    return present


def test_every_status_has_its_facts() -> None:
    assert set(FACTS) == set(StatusCode)
    bound = {code.value for code, facts in FACTS.items() if facts.binds}
    assert bound == {"200", "210", "212", "213"}
    transmission = {c.value for c, facts in FACTS.items() if facts.phase is Phase.TRANSMISSION}
    assert transmission == {"200", "201", "202", "203", "213", "221", "501"}
    assert {code.value for code in OURS} == {"209", "212", "220"}
    needing = {code.value for code, facts in FACTS.items() if facts.needs_reason}
    assert needing == {"206", "207", "208", "210", "213", "221", "501"}
    assert all(facts.reasons for facts in FACTS.values() if facts.needs_reason)


@pytest.mark.parametrize(
    ("code", "reason", "refusal"),
    [
        ("210", "", "status.reason_missing"),
        ("210", "JUSTIF_ABS", "status.reason_unknown"),
        ("204", "TX_TVA_ERR", "status.reason_unknown"),
        ("208", "JUSTIF_ABS", ""),
        ("221", "ROUTAGE_ERR", ""),
        ("204", "", ""),
    ],
)
def test_a_reason_belongs_to_its_status(code: str, reason: str, refusal: str) -> None:
    reasons = (reason,) if reason else ()
    if not refusal:
        check_reason(StatusCode(code), reasons)
        return
    with pytest.raises(RuleError) as refused:
        check_reason(StatusCode(code), reasons)
    assert refused.value.code == refusal


def test_a_code_that_nobody_defined_is_refused() -> None:
    with pytest.raises(RuleError) as refused:
        known_code("299")
    assert refused.value.code == "status.unknown_code"


def test_the_last_by_its_own_instant_stands_whenever_it_came() -> None:
    assert _stands(_status("205", 5), _status("204", 3), _status("200", 1)).code == "205"


def test_a_late_message_of_transmission_hides_no_processing() -> None:
    assert _stands(_status("204", 2), _status("203", 9)).code == "204"


def test_what_ends_an_invoice_stands_whatever_is_dated_later() -> None:
    assert _stands(_status("210", 2), _status("205", 9)).code == "210"
    assert _stands(_status("213", 2), _status("204", 9)).code == "213"


def test_a_file_that_was_unreadable_can_be_deposited_again() -> None:
    assert _stands(_status("501", 1), _status("200", 2)).code == "200"


def test_cashed_stands_while_money_is_left() -> None:
    partly = _stands(_status("205", 1), _status("212", 5, cashed="50.00"))
    assert (partly.code, partly.is_partial) == ("212", True)
    whole = _stands(_status("212", 5, cashed="50.00"), _status("212", 6, cashed="70.00"))
    assert (whole.cashed, whole.is_partial) == (GROSS, False)
    undone = _stands(
        _status("205", 1), _status("212", 5, cashed="50.00"), _status("212", 7, cashed="-50.00")
    )
    assert undone.code == "205"
    assert not undone.cashed


def test_an_invoice_without_status_stands_nowhere() -> None:
    assert present_status([], GROSS) is None


@pytest.mark.parametrize(
    ("history", "code", "refusal"),
    [
        ("", "200", ""),
        ("", "204", ""),
        ("", "209", "status.answers_nothing"),
        ("200 204", "209", "status.not_after"),
        ("200 208", "209", ""),
        ("200 210", "205", "status.not_after"),
        ("200 204 205 211", "210", "status.not_after"),
        ("200 205", "203", "status.not_after"),
        ("200 205", "212", "status.comes_from_receipts"),
        ("200 204", "220", ""),
        ("200 501", "200", ""),
        ("501", "200", ""),
    ],
)
def test_by_hand_only_what_can_be_true(history: str, code: str, refusal: str) -> None:
    known = [_status(each, day) for day, each in enumerate(history.split(), start=1)]
    at = _status("200", 20).at
    if not refusal:
        check_by_hand(known, GROSS, StatusCode(code), at)
        return
    with pytest.raises(RuleError) as refused:
        check_by_hand(known, GROSS, StatusCode(code), at)
    assert refused.value.code == refusal


def test_what_came_later_does_not_count_for_an_earlier_day() -> None:
    known = [_status("200", 1), _status("205", 10)]
    check_by_hand(known, GROSS, StatusCode.TAKEN_CHARGE, _status("204", 5).at)


@pytest.mark.parametrize(
    ("instant", "shown"),
    [
        ("2026-03-29T00:59:59", "2026-03-29 01:59:59"),
        ("2026-03-29T01:00:00", "2026-03-29 03:00:00"),
        ("2026-10-25T00:59:59", "2026-10-25 02:59:59"),
        ("2026-10-25T01:00:00", "2026-10-25 02:00:00"),
        ("2026-12-31T23:30:00", "2027-01-01 00:30:00"),
    ],
)
def test_french_clocks_change_on_the_last_sundays(instant: str, shown: str) -> None:
    moment = datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert str(french_time(moment)) == shown
