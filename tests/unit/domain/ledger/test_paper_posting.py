"""Cheques and bills: their states, and the accounts they pass through."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.ledger.account_scheme import DEFAULT_SCHEME
from otc_desktop.domain.ledger.journal_entry import JournalEntry
from otc_desktop.domain.ledger.paper_posting import post_paper, post_remittance, post_slip_credit
from otc_desktop.domain.receivables.deposit_slip import DepositSlip, slip_total
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.receivables.paper_receipt import (
    PaperKind,
    PaperReceipt,
    PaperStatus,
    Remittance,
)
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import BankAccountId, CustomerId, JournalEntryId, OpenItemId
from otc_desktop.domain.shared.money import Money

DAY = date(2026, 11, 20)
ENTRY = JournalEntryId(UUID(int=9))
CHEQUE = PaperReceipt(
    id=UUID(int=1),
    kind=PaperKind.CHEQUE,
    customer_id=CustomerId(UUID(int=2)),
    number="0000123",
    drawer="Durand",
    bank="BNP",
    amount=Money.of("120.00", EUR),
    received_on=DAY,
)
BILL = replace(CHEQUE, kind=PaperKind.BILL, due_on=date(2026, 12, 31))


def an_item(total: str, *, vat: str = "0.00") -> OpenItem:
    """An invoice of the customer."""
    amount = Money.of(total, EUR)
    return OpenItem(
        id=OpenItemId(UUID(int=3)),
        invoice_id=None,
        customer_id=CHEQUE.customer_id,
        number="F1",
        kind=InvoiceKind.INVOICE,
        issued_on=DAY,
        due_on=DAY,
        total=amount,
        open=amount,
        vat=Money.of(vat, EUR),
        vat_released=Money.zero(EUR),
    )


def _sums(entry: JournalEntry) -> dict[str, str]:
    return {line.account: str((line.debit - line.credit).amount) for line in entry.lines}


def test_a_cheque_settles_items_and_its_vat_becomes_payable() -> None:
    item = an_item("120.00", vat="20.00")
    entry = post_paper(
        CHEQUE,
        ENTRY,
        parts=[(item, CHEQUE.amount)],
        auxiliaries={item.id: "C1"},
        vat_released=Money.of("20.00", EUR),
        scheme=DEFAULT_SCHEME,
    )
    assert _sums(entry) == {
        "511200": "120.00",
        "411000": "-120.00",
        "445840": "20.00",
        "445710": "-20.00",
    }
    assert (entry.lines[1].auxiliary, entry.lines[1].item_id) == ("C1", item.id)


@pytest.mark.parametrize(
    ("kind", "account"), [(PaperKind.CARD, "511500"), (PaperKind.CASH, "530000")]
)
def test_cards_and_cash_stand_on_accounts_of_their_own(kind: PaperKind, account: str) -> None:
    item = an_item("120.00")
    entry = post_paper(
        replace(CHEQUE, kind=kind),
        ENTRY,
        parts=[(item, CHEQUE.amount)],
        auxiliaries={item.id: "C1"},
        vat_released=Money.zero(EUR),
        scheme=DEFAULT_SCHEME,
    )
    assert _sums(entry) == {account: "120.00", "411000": "-120.00"}


@pytest.mark.parametrize(
    ("kind", "remittance", "between"),
    [
        (PaperKind.CHEQUE, Remittance.COLLECTION, "511200"),
        (PaperKind.BILL, Remittance.COLLECTION, "511300"),
        (PaperKind.NOTE, Remittance.DISCOUNT, "511400"),
    ],
)
def test_a_slip_passes_through_its_account_and_leaves_it_empty(
    kind: PaperKind, remittance: Remittance, between: str
) -> None:
    amount = Money.of("120.00", EUR)
    remitted = post_remittance(
        ENTRY,
        kind=kind,
        remittance=remittance,
        amount=amount,
        on=DAY,
        slip_number="R1",
        scheme=DEFAULT_SCHEME,
    )
    credited = post_slip_credit(
        ENTRY,
        kind=kind,
        remittance=remittance,
        amount=amount,
        credited=Money.of("118.50", EUR),
        on=DAY,
        slip_number="R1",
        journal="BQ",
        bank_ledger_account="512000",
        scheme=DEFAULT_SCHEME,
    )
    if kind is PaperKind.CHEQUE:
        assert remitted is None
    else:
        assert remitted is not None
        assert _sums(remitted) == {between: "120.00", "413000": "-120.00"}
    assert _sums(credited) == {"512000": "118.50", "627000": "1.50", between: "-120.00"}


def test_a_paper_is_remitted_once_and_returned_even_after_its_credit() -> None:
    remitted = CHEQUE.remit(UUID(int=5))
    with pytest.raises(RuleError, match="paper_not_held"):
        remitted.remit(UUID(int=6))
    with pytest.raises(RuleError, match="paper_not_remitted"):
        CHEQUE.pay()
    returned = remitted.pay().send_back(DAY)
    assert (returned.status, returned.returned_on) == (PaperStatus.RETURNED, DAY)
    with pytest.raises(RuleError, match="paper_not_remitted"):
        returned.send_back(DAY)
    with pytest.raises(RuleError, match="paper_not_held"):
        remitted.undo()


def test_a_slip_holds_one_kind_of_papers_in_hand() -> None:
    assert slip_total([CHEQUE, CHEQUE], Remittance.COLLECTION) == Money.of("240.00", EUR)
    for papers, remittance, code in (
        ([], Remittance.COLLECTION, "slip_empty"),
        ([CHEQUE, BILL], Remittance.COLLECTION, "slip_mixed"),
        ([CHEQUE.remit(UUID(int=5))], Remittance.COLLECTION, "paper_not_held"),
        ([CHEQUE], Remittance.DISCOUNT, "cheque_discounted"),
    ):
        with pytest.raises(RuleError, match=code):
            slip_total(papers, remittance)


def test_a_bill_needs_its_due_date_and_every_paper_an_amount() -> None:
    with pytest.raises(RuleError, match="bill_without_due_date"):
        replace(CHEQUE, kind=PaperKind.NOTE)
    with pytest.raises(RuleError, match="paper_without_amount"):
        replace(CHEQUE, amount=Money.zero(EUR))


def test_cash_stops_at_the_legal_ceiling() -> None:
    at_most = replace(CHEQUE, kind=PaperKind.CASH, amount=Money.of("1000.00", EUR))
    with pytest.raises(RuleError, match="cash_above_limit"):
        replace(at_most, amount=Money.of("1000.01", EUR))


def test_a_bill_is_no_payment_for_vat_until_it_is_paid() -> None:
    whole = Money.of("120.00", EUR)
    settled = an_item("120.00", vat="20.00").settle(whole, on=DAY).with_unripe(whole)
    assert settled.vat_to_release() == Money.zero(EUR)
    third = settled.with_unripe(Money.of("-40.00", EUR)).vat_to_release()
    assert third == Money.of("6.67", EUR)
    assert settled.with_unripe(-whole).vat_to_release() == Money.of("20.00", EUR)


@pytest.mark.parametrize(
    ("kind", "credited", "kept"),
    [
        (PaperKind.CHEQUE, "100.00", "0.00"),
        (PaperKind.CHEQUE, "99.99", None),
        (PaperKind.CARD, "98.50", "1.50"),
        (PaperKind.CARD, "94.99", None),
        (PaperKind.BILL, "96.00", "4.00"),
        (PaperKind.CARD, "100.01", None),
    ],
)
def test_a_bank_keeps_its_charge_of_cards_and_bills_only(
    kind: PaperKind, credited: str, kept: str | None
) -> None:
    slip = DepositSlip(
        id=UUID(int=5),
        number="REM-2026-0001",
        kind=kind,
        remittance=Remittance.COLLECTION,
        bank_account_id=BankAccountId(UUID(int=6)),
        made_on=DAY,
        total=Money.of("100.00", EUR),
        papers=1,
    )
    if kept is None:
        with pytest.raises(RuleError, match="slip_amount_differs"):
            slip.kept_by_bank(Money.of(credited, EUR))
    else:
        assert slip.kept_by_bank(Money.of(credited, EUR)) == Money.of(kept, EUR)
