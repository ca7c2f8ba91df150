"""Claims given up: price and VAT by rate add up to the cent, whatever was paid before."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from otc_desktop.domain.ledger.account_scheme import DEFAULT_SCHEME
from otc_desktop.domain.ledger.doubtful_posting import (
    Heading,
    post_doubtful,
    post_provision,
    post_reinstated,
    post_write_off,
)
from otc_desktop.domain.ledger.entry_proposal import provision_of
from otc_desktop.domain.receivables.bad_debt import RatedVat, VatShare, give_up, vat_of_part
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.ids import JournalEntryId
from otc_desktop.domain.shared.money import Money, total
from tests.support.domain import an_id, an_item

DAY = date(2026, 12, 31)
HEADING = Heading(id=JournalEntryId(an_id("entry")), on=DAY, piece="PRO2026-0001", label="x")
RATES = (Decimal(20), Decimal(10), Decimal("5.5"), Decimal("2.1"))
ZERO = Money.zero(EUR)


def taxed(bases: list[int], *, waits: bool) -> tuple[OpenItem, list[RatedVat]]:
    """An invoice of several rates, all of its VAT declared at issue or all waiting."""
    vat = []
    for cents, rate in zip(bases, RATES, strict=False):
        tax = Money.from_minor(cents, EUR).times(rate / 100)
        vat.append(RatedVat(rate, ZERO, tax) if waits else RatedVat(rate, tax, ZERO))
    whole = total((each.at_issue + each.on_receipt for each in vat), EUR)
    amount = Money.from_minor(sum(bases), EUR) + whole
    return an_item(total=str(amount.amount), vat=str(whole.amount)), vat


def paid_in_parts(item: OpenItem, parts: list[int], *, waits: bool) -> OpenItem:
    for each in parts:
        if 0 < each < item.open.minor:
            item = item.settle(Money.from_minor(each, EUR), on=DAY)
            if waits:
                item = item.with_vat_released(item.vat_to_release())
    return item


@settings(max_examples=150)
@given(
    st.lists(st.integers(1, 10**7), min_size=1, max_size=4),
    st.lists(st.integers(1, 10**7), max_size=4),
    st.booleans(),
)
def test_price_and_vat_of_what_is_given_up_make_up_what_is_open(
    bases: list[int], parts: list[int], waits: bool
) -> None:
    item, vat = taxed(bases, waits=waits)
    item = paid_in_parts(item, parts, waits=waits)
    given = give_up(item, vat, document_total=item.total, waits=waits)
    assert given.excl_tax + given.vat == item.open
    for share, rate in zip(given.shares, vat, strict=True):
        # Each rate's loss is its share to the cent; a waiting cent may be another rate's.
        exact = (rate.at_issue + rate.on_receipt).amount * item.open.amount / item.total.amount
        assert abs((share.declared + share.pending).amount - exact) <= Decimal("0.02")
    if item.open == item.total:
        assert [each.declared + each.pending for each in given.shares] == [
            each.at_issue + each.on_receipt for each in vat
        ]
    if waits:
        assert given.pending == item.vat - item.vat_released
        assert not given.declared


@settings(max_examples=100)
@given(
    st.lists(st.integers(100, 10**7), min_size=1, max_size=4),
    st.lists(st.integers(1, 10**6), max_size=3),
    st.booleans(),
    st.integers(0, 100),
)
def test_every_entry_balances_and_leaves_nothing_behind(
    bases: list[int], parts: list[int], waits: bool, percent: int
) -> None:
    item, vat = taxed(bases, waits=waits)
    item = paid_in_parts(item, parts, waits=waits)
    given = give_up(item, vat, document_total=item.total, waits=waits)
    book: dict[str, Decimal] = {}

    def post(entry: object) -> None:
        for line in entry.lines:  # type: ignore[attr-defined]
            moved = line.debit.amount - line.credit.amount
            book[line.account] = book.get(line.account, Decimal(0)) + moved

    post(post_doubtful([item], DEFAULT_SCHEME.doubtful, HEADING, code="C1", scheme=DEFAULT_SCHEME))
    doubtful = replace(item, account=DEFAULT_SCHEME.doubtful)
    provided = {item.id: provision_of(given.excl_tax, Decimal(percent))}
    if any(provided.values()):
        post(post_provision(provided, HEADING, scheme=DEFAULT_SCHEME))
    post(post_write_off([(doubtful, given)], provided, HEADING, code="C1", scheme=DEFAULT_SCHEME))
    assert book[DEFAULT_SCHEME.doubtful] == 0
    assert book.get(DEFAULT_SCHEME.doubtful_provisions, Decimal(0)) == 0
    assert book[DEFAULT_SCHEME.customers] == -item.open.amount
    assert book[DEFAULT_SCHEME.bad_debts] == given.excl_tax.amount
    back = post_reinstated(
        doubtful,
        item.open,
        vat_of_part(given, item.open),
        HEADING,
        code="C1",
        scheme=DEFAULT_SCHEME,
    )
    post(back)
    assert book.get(DEFAULT_SCHEME.vat_collected, Decimal(0)) == 0
    assert book.get(DEFAULT_SCHEME.vat_pending, Decimal(0)) == 0


def test_a_retention_apart_takes_its_share_of_the_vat_with_it() -> None:
    item = an_item(total="114.00", vat="19.00")
    vat = [RatedVat(Decimal(20), Money.of("20.00", EUR), ZERO)]
    given = give_up(item, vat, document_total=Money.of("120.00", EUR), waits=False)
    assert given.shares == (VatShare(Decimal(20), Money.of("19.00", EUR), ZERO),)
    assert given.excl_tax == Money.of("95.00", EUR)
