"""Settling in any sequence: nothing is lost, VAT on receipts ends exact, entries balance."""

from collections import defaultdict
from datetime import date
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from otc_desktop.domain.ledger.account_scheme import DEFAULT_SCHEME
from otc_desktop.domain.ledger.posting_rules import (
    post_receipt,
    post_vat_release,
    reverse_receipt,
)
from otc_desktop.domain.receivables.allocation import (
    Difference,
    DifferenceKind,
    check_allocation,
)
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import JournalEntryId
from otc_desktop.domain.shared.money import Money, total
from tests.support.domain import ACCOUNT, a_transaction, an_id, an_item, eur
from tests.support.domain_strategies import cents

DAY = date(2026, 12, 18)
ENTRY = JournalEntryId(an_id("entry"))


ITEMS = st.integers(1, 10**7).flatmap(
    lambda whole: st.tuples(
        st.just(whole), st.integers(0, whole // 6 + 1), st.sampled_from([1, -1])
    ).map(
        lambda each: an_item(
            total=str(Money.from_minor(each[0] * each[2], EUR).amount),
            vat=str(Money.from_minor(each[1] * each[2], EUR).amount),
        )
    )
)


@settings(max_examples=150)
@given(ITEMS, st.data())
def test_vat_released_is_exact_whatever_the_payments_and_undos(
    item: OpenItem, data: st.DataObject
) -> None:
    sign = 1 if item.total.amount > 0 else -1
    paid: list[Money] = []
    released = eur("0")
    for _ in range(data.draw(st.integers(0, 6))):
        if paid and data.draw(st.booleans()):
            undone = paid.pop(data.draw(st.integers(0, len(paid) - 1)))
            item = item.reopen(undone)
        elif item.open:
            minor = data.draw(st.integers(1, abs(item.open.minor)))
            amount = Money.from_minor(sign * minor, EUR)
            item = item.settle(amount, on=DAY)
            paid.append(amount)
        step = item.vat_to_release()
        released += step
        item = item.with_vat_released(step)
        assert item.open == item.total - total(paid, EUR)
        assert 0 <= item.vat_released.minor * sign <= item.vat.minor * sign
        assert bool(item.settled_on) == (not item.open)
        assert not item.vat_to_release()
    assert item.vat_released == released
    if not paid:
        assert not released
    if item.open:
        item = item.settle(item.open, on=DAY)
        item = item.with_vat_released(item.vat_to_release())
    assert item.vat_released == item.vat


PARTS = st.lists(cents(1, 5000) | cents(-2000, -1), min_size=1, max_size=4)


@settings(max_examples=200)
@given(PARTS, cents(-5, 500), st.sampled_from(DifferenceKind), cents(-3, 3000), cents(-500, 500))
def test_an_allocation_never_exceeds_the_receipt_and_its_entries_balance(
    amounts: list[Money],
    difference_amount: Money,
    kind: DifferenceKind,
    left_over: Money,
    released: Money,
) -> None:
    parts = [
        (an_item(f"F{place}", str(amount.amount)), amount) for place, amount in enumerate(amounts)
    ]
    settled = total(amounts, EUR)
    received = settled - difference_amount + left_over
    difference = Difference(difference_amount, kind)
    transaction = a_transaction(str(received.amount))
    booked = settled - difference_amount
    try:
        check_allocation(transaction, parts, difference)
    except RuleError as refusal:
        wrong = {
            "receivables.not_a_refund": received.amount < 0
            and (settled.amount >= 0 or bool(difference.amount)),
            "receivables.more_than_received": abs(booked) > abs(received)
            or booked.amount * received.amount <= 0,
            "receivables.difference_without_kind": kind is DifferenceKind.NONE,
        }
        assert wrong[refusal.code]
        return
    entry = post_receipt(
        transaction,
        ACCOUNT,
        ENTRY,
        parts=parts,
        customer_codes=defaultdict(lambda: "C0001"),
        difference=difference,
        vat_released=released,
        scheme=DEFAULT_SCHEME,
    )
    bank = total(_moved(entry, "512000"), EUR)
    assert abs(bank) <= abs(received) and bank.amount * received.amount > 0
    assert bank == settled - difference.amount
    assert total(_moved(entry, "411000"), EUR) == -settled
    undone = reverse_receipt(
        entry, ENTRY, on=DAY, label="x", vat_released=-released, scheme=DEFAULT_SCHEME
    )
    for account in {line.account for line in entry.lines}:
        back_and_forth = [*_moved(entry, account), *_moved(undone, account)]
        assert not total(back_and_forth, EUR)


def _moved(entry: Any, account: str) -> list[Money]:
    return [line.debit - line.credit for line in entry.lines if line.account == account]


@given(cents(-(10**9), 10**9))
def test_a_vat_release_balances(released: Money) -> None:
    assume(released)
    entry = post_vat_release(ENTRY, on=DAY, piece="AV1", released=released, scheme=DEFAULT_SCHEME)
    assert total(_moved(entry, "445840"), EUR) == released
