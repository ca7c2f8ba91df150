"""Promises: kept or broken as receipts say, never by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from otc_desktop.domain.dunning.promise import (
    Claim,
    Promise,
    PromiseState,
    Settled,
    broken_by_customer,
    check_promised_items,
    judge,
    kept_percent,
    under_promise,
)
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId, PromiseId
from otc_desktop.domain.shared.money import Money

ANNA, BORIS = CustomerId(UUID(int=1)), CustomerId(UUID(int=2))
FIRST, SECOND = OpenItemId(UUID(int=11)), OpenItemId(UUID(int=12))
MADE_ON = date(2026, 11, 16)
MADE_AT = datetime(2026, 11, 16, 9, tzinfo=UTC)
# A Friday: with two business days of grace the money is in time until Tuesday the 24th.
PROMISED_ON = date(2026, 11, 20)
LAST_DAY = date(2026, 11, 24)


def euros(text: str) -> Money:
    return Money.of(text, EUR)


def a_promise(amount: str = "100.00", number: int = 1, **changes: Any) -> Promise:
    made = Promise(
        id=PromiseId(UUID(int=100 + number)),
        customer_id=ANNA,
        amount=euros(amount),
        promised_on=PROMISED_ON,
        recorded_on=MADE_ON,
        recorded_at=MADE_AT,
        recorded_by="claire",
    )
    return replace(made, **changes)


def paid(amount: str, on: date, item_id: OpenItemId = FIRST, **changes: Any) -> Settled:
    made = Settled(
        customer_id=ANNA,
        item_id=item_id,
        on=on,
        noted_at=MADE_AT + timedelta(hours=1),
        amount=euros(amount),
    )
    return replace(made, **changes)


def state_of(promise: Promise, *parts: Settled, as_of: date) -> PromiseState:
    [standing] = judge([promise], parts, as_of=as_of)
    return standing.state


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (MADE_ON, PromiseState.PENDING),
        (PROMISED_ON, PromiseState.PENDING),
        (LAST_DAY, PromiseState.PENDING),
        (LAST_DAY + timedelta(days=1), PromiseState.BROKEN),
    ],
)
def test_unpaid_promise_is_broken_only_after_its_grace(as_of: date, expected: PromiseState) -> None:
    assert state_of(a_promise(), as_of=as_of) is expected


@pytest.mark.parametrize(
    ("paid_on", "expected"),
    [
        (MADE_ON, PromiseState.KEPT),
        (LAST_DAY, PromiseState.KEPT),
        (LAST_DAY + timedelta(days=1), PromiseState.KEPT_LATE),
    ],
)
def test_payment_keeps_a_promise_until_the_last_day_of_grace(
    paid_on: date, expected: PromiseState
) -> None:
    later = date(2026, 12, 31)
    assert state_of(a_promise(), paid("100.00", paid_on), as_of=later) is expected


def test_part_of_the_money_does_not_keep_a_promise() -> None:
    [standing] = judge(
        [a_promise()], [paid("99.99", PROMISED_ON)], as_of=LAST_DAY + timedelta(days=1)
    )
    assert standing.state is PromiseState.PARTLY
    assert standing.received == euros("99.99")


def test_what_was_noted_before_the_promise_does_not_count() -> None:
    known = paid("100.00", MADE_ON, noted_at=MADE_AT - timedelta(seconds=1))
    assert state_of(a_promise(), known, as_of=LAST_DAY + timedelta(days=1)) is PromiseState.BROKEN


def test_promise_for_named_invoices_is_not_kept_by_paying_others() -> None:
    promise = a_promise(item_ids=frozenset({FIRST}))
    after = LAST_DAY + timedelta(days=1)
    assert state_of(promise, paid("100.00", PROMISED_ON, SECOND), as_of=after) is (
        PromiseState.BROKEN
    )
    assert state_of(promise, paid("100.00", PROMISED_ON, FIRST), as_of=after) is PromiseState.KEPT


def test_money_counts_for_one_promise_only_the_earliest() -> None:
    later = a_promise(number=2, promised_on=date(2026, 11, 27))
    standings = judge([later, a_promise()], [paid("100.00", PROMISED_ON)], as_of=date(2026, 12, 31))
    assert [(each.promise.promised_on, each.state) for each in standings] == [
        (PROMISED_ON, PromiseState.KEPT),
        (date(2026, 11, 27), PromiseState.BROKEN),
    ]


def test_credit_note_set_off_nets_to_nothing_for_the_whole_account() -> None:
    set_off = [paid("100.00", PROMISED_ON), paid("-100.00", PROMISED_ON, SECOND)]
    after = LAST_DAY + timedelta(days=1)
    assert state_of(a_promise(), *set_off, as_of=after) is PromiseState.BROKEN
    # The invoice that it was promised for is settled by it all the same.
    named = a_promise(item_ids=frozenset({FIRST}))
    assert state_of(named, *set_off, as_of=after) is PromiseState.KEPT


def test_another_customer_s_money_counts_for_nobody_else() -> None:
    foreign = paid("100.00", PROMISED_ON, customer_id=BORIS)
    assert state_of(a_promise(), foreign, as_of=date(2026, 12, 31)) is PromiseState.BROKEN


def test_cancelled_promise_is_neither_kept_nor_broken_and_takes_no_money() -> None:
    off = a_promise().cancel("noted by mistake", on=MADE_ON)
    other = a_promise(number=2, promised_on=date(2026, 11, 27))
    standings = judge([off, other], [paid("100.00", PROMISED_ON)], as_of=date(2026, 12, 31))
    assert [each.state for each in standings] == [PromiseState.CANCELLED, PromiseState.KEPT]
    # Before it was called off it was a promise like another.
    assert state_of(replace(off, cancelled_on=date(2026, 12, 1)), as_of=PROMISED_ON) is (
        PromiseState.PENDING
    )


def test_past_date_shows_the_promises_of_that_day_only() -> None:
    assert judge([a_promise()], [], as_of=MADE_ON - timedelta(days=1)) == []


def test_broken_promises_are_counted_by_customer() -> None:
    promises = [
        a_promise(number=1),
        a_promise(number=2),
        a_promise(number=3, customer_id=BORIS),
        a_promise(number=4, customer_id=BORIS, promised_on=date(2026, 12, 24)),
    ]
    standings = judge(promises, [], as_of=date(2026, 12, 1))
    assert broken_by_customer(standings) == {ANNA: 2, BORIS: 1}


def claim(item_id: OpenItemId, due: int, amount: str, customer_id: CustomerId = ANNA) -> Claim:
    return Claim(
        id=item_id, customer_id=customer_id, due_on=date(2026, 10, due), open=euros(amount)
    )


def test_promise_without_invoices_covers_the_oldest_up_to_its_amount() -> None:
    third = OpenItemId(UUID(int=13))
    claims = [claim(third, 20, "60.00"), claim(SECOND, 10, "60.00"), claim(FIRST, 1, "60.00")]
    pending = judge([a_promise("100.00")], [], as_of=PROMISED_ON)
    assert under_promise(pending, claims) == {FIRST, SECOND}
    # What came in already covers less of the rest.
    half = judge([a_promise("100.00")], [paid("50.00", PROMISED_ON)], as_of=PROMISED_ON)
    assert under_promise(half, claims) == {FIRST}


def test_broken_promise_covers_nothing() -> None:
    broken = judge([a_promise(item_ids=frozenset({FIRST}))], [], as_of=date(2026, 12, 1))
    assert under_promise(broken, [claim(FIRST, 1, "60.00")]) == frozenset()


def test_promise_does_not_cover_another_customer() -> None:
    pending = judge([a_promise()], [], as_of=PROMISED_ON)
    assert under_promise(pending, [claim(FIRST, 1, "60.00", BORIS)]) == frozenset()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"amount": "0.00"}, "dunning.promise_amount"),
        ({"promised_on": MADE_ON - timedelta(days=1)}, "dunning.promise_in_past"),
    ],
)
def test_impossible_promise_is_refused(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(RuleError) as refusal:
        a_promise(**changes)
    assert refusal.value.code == code


def test_promise_is_cancelled_once_and_with_a_reason() -> None:
    with pytest.raises(RuleError, match="promise_needs_reason"):
        a_promise().cancel("  ", on=MADE_ON)
    with pytest.raises(RuleError, match="promise_already_cancelled"):
        a_promise().cancel("mistake", on=MADE_ON).cancel("again", on=MADE_ON)


@pytest.mark.parametrize(
    ("amount", "claims", "code"),
    [
        ("10.00", [claim(FIRST, 1, "60.00", BORIS)], "dunning.promise_other_customer"),
        ("10.00", [claim(FIRST, 1, "0.00")], "dunning.promise_nothing_open"),
        ("60.01", [claim(FIRST, 1, "60.00")], "dunning.promise_beyond_open"),
    ],
)
def test_promise_that_fits_no_invoice_is_refused(
    amount: str, claims: list[Claim], code: str
) -> None:
    with pytest.raises(RuleError) as refusal:
        check_promised_items(euros(amount), claims, ANNA)
    assert refusal.value.code == code


def test_money_that_keeps_a_later_promise_in_time_mends_no_earlier_one() -> None:
    broken = a_promise()
    again = a_promise(
        number=2, promised_on=date(2026, 12, 4), recorded_at=MADE_AT + timedelta(minutes=1)
    )
    standings = judge(
        [broken, again], [paid("100.00", date(2026, 12, 3))], as_of=date(2026, 12, 31)
    )
    assert [each.state for each in standings] == [PromiseState.BROKEN, PromiseState.KEPT]
    assert kept_percent(standings) == 50
    assert kept_percent([]) is None
