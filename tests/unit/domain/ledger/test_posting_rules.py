"""The entry of each event, account by account."""

from collections import defaultdict
from datetime import date

import pytest

from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.ledger.account_scheme import DEFAULT_SCHEME
from otc_desktop.domain.ledger.journal_entry import JournalEntry
from otc_desktop.domain.ledger.posting_rules import (
    post_invoice,
    post_receipt,
    post_take_over,
    post_transfer,
    post_vat_release,
    reverse_receipt,
)
from otc_desktop.domain.receivables.allocation import Difference, DifferenceKind
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.company import VatRegime
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import JournalEntryId, OpenItemId
from otc_desktop.domain.taxes.lines import AdjustmentKind
from tests.support.domain import (
    ACCOUNT,
    USD,
    a_transaction,
    an_adjustment,
    an_id,
    an_item,
    eur,
    sides,
)
from tests.support.invoices import a_credit_note, a_line, an_invoice

ENTRY = JournalEntryId(an_id("entry"))
ITEM = OpenItemId(an_id("item"))


def posted(invoice: Invoice, regime: VatRegime = VatRegime.DEBITS) -> JournalEntry:
    entry = post_invoice(invoice, ENTRY, item_id=ITEM, scheme=DEFAULT_SCHEME, regime=regime)
    assert entry is not None
    return entry


def receipt(
    received: str,
    *parts: tuple[OpenItem, str],
    difference: str = "0",
    kind: DifferenceKind = DifferenceKind.NONE,
    vat_released: str = "0",
    bank_reference: str = "REF1",
    end_to_end_id: str = "",
) -> JournalEntry:
    return post_receipt(
        a_transaction(received, bank_reference=bank_reference, end_to_end_id=end_to_end_id),
        ACCOUNT,
        ENTRY,
        parts=[(item, eur(amount)) for item, amount in parts],
        customer_codes=defaultdict(lambda: "C0001"),
        difference=Difference(eur(difference), kind),
        vat_released=eur(vat_released),
        scheme=DEFAULT_SCHEME,
    )


def test_an_invoice_with_everything() -> None:
    invoice = an_invoice(
        lines=[
            a_line(unit_price="100"),
            a_line(unit_price="50", vat="5.5", income_account="706000"),
            a_line(quantity="-1", unit_price="10"),
        ],
        adjustments=[
            an_adjustment("15"),
            an_adjustment("5", kind=AdjustmentKind.ALLOWANCE),
            an_adjustment("3", income_account="708000"),
        ],
    )
    entry = posted(invoice)
    assert sides(entry) == [
        ("411000", "176.35", ""),
        ("706000", "", "50.00"),
        ("707000", "", "85.00"),
        ("708000", "", "3.00"),
        ("708500", "", "15.00"),
        ("445710", "", "20.60"),
        ("445710", "", "2.75"),
    ]
    assert (entry.journal, entry.piece, entry.entry_on) == ("VE", invoice.number, invoice.issued_on)
    assert entry.lines[0].auxiliary == invoice.buyer.code
    assert entry.lines[0].item_id == ITEM


def test_a_credit_note_is_the_mirror() -> None:
    assert sides(posted(a_credit_note())) == [
        ("411000", "", "120.00"),
        ("707000", "100.00", ""),
        ("445710", "20.00", ""),
    ]


def test_vat_on_receipts_waits() -> None:
    assert sides(posted(an_invoice(), VatRegime.RECEIPTS))[-1] == ("445840", "", "20.00")


def test_nothing_is_not_posted() -> None:
    nothing = an_invoice(lines=[a_line(unit_price="0")])
    posted_entry = post_invoice(
        nothing, ENTRY, item_id=ITEM, scheme=DEFAULT_SCHEME, regime=VatRegime.DEBITS
    )
    assert posted_entry is None


def test_a_total_of_nothing_still_moves_income() -> None:
    moved = an_invoice(
        lines=[a_line(unit_price="100"), a_line(quantity="-1", income_account="706000")]
    )
    assert sides(posted(moved)) == [("706000", "100.00", ""), ("707000", "", "100.00")]


def test_a_foreign_invoice_waits_for_rates() -> None:
    with pytest.raises(RuleError) as refusal:
        posted(an_invoice(currency=USD))
    assert refusal.value.code == "ledger.foreign_currency"


def test_a_receipt_has_a_customer_line_for_each_item() -> None:
    first, second = an_item("F1", "100"), an_item("F2", "50")
    entry = receipt("150", (first, "100"), (second, "50"))
    assert sides(entry) == [
        ("411000", "", "100.00"),
        ("411000", "", "50.00"),
        ("512000", "150.00", ""),
    ]
    assert [line.item_id for line in entry.lines] == [first.id, second.id, None]
    assert (entry.journal, entry.piece, entry.entry_on) == ("BQ", "REF1", date(2026, 12, 18))
    assert entry.label == "DURAND F1 F2"


def test_a_credit_note_netted_by_a_receipt() -> None:
    entry = receipt("70", (an_item("F1", "100"), "100"), (an_item("A1", "-30"), "-30"))
    assert sides(entry) == [
        ("411000", "", "100.00"),
        ("411000", "30.00", ""),
        ("512000", "70.00", ""),
    ]


@pytest.mark.parametrize(
    ("kind", "difference", "line"),
    [
        (DifferenceKind.ROUNDING, "0.03", ("658000", "0.03", "")),
        (DifferenceKind.ROUNDING, "-0.03", ("758000", "", "0.03")),
        (DifferenceKind.BANK_CHARGE, "4.50", ("627000", "4.50", "")),
        (DifferenceKind.DISCOUNT, "2.00", ("665000", "2.00", "")),
    ],
)
def test_each_difference_has_its_account(
    kind: DifferenceKind, difference: str, line: tuple[str, str, str]
) -> None:
    entry = receipt("100", (an_item("F1", "100"), "100"), difference=difference, kind=kind)
    assert sides(entry)[2] == line
    assert sides(entry)[1] == ("512000", str((eur("100") - eur(difference)).amount), "")


def test_vat_on_receipts_moves_with_the_money() -> None:
    entry = receipt("60", (an_item(), "60"), vat_released="10")
    assert sides(entry)[2:] == [("445840", "10.00", ""), ("445710", "", "10.00")]


def test_a_receipt_is_named_by_the_best_reference_there_is() -> None:
    part = (an_item("F1", "100"), "100")
    assert receipt("100", part, bank_reference="", end_to_end_id="E2E").piece == "E2E"
    assert receipt("100", part, bank_reference="").piece == "F1"
    assert receipt("100", part, bank_reference="X" * 50).piece == "X" * 35


def test_an_undone_receipt_gives_back_the_vat_told_and_not_its_own() -> None:
    entry = receipt(
        "99.97",
        (an_item(), "100"),
        difference="0.03",
        kind=DifferenceKind.ROUNDING,
        vat_released="16.67",
    )
    undone = reverse_receipt(
        entry,
        JournalEntryId(an_id("undone")),
        on=date(2026, 12, 20),
        label="Annulation",
        vat_released=eur("-16.66"),
        scheme=DEFAULT_SCHEME,
    )
    assert sides(undone) == [
        ("411000", "100.00", ""),
        ("512000", "", "99.97"),
        ("658000", "", "0.03"),
        ("445840", "", "16.66"),
        ("445710", "16.66", ""),
    ]
    assert undone.reverses_id == entry.id


def test_without_vat_an_undone_receipt_is_the_plain_mirror() -> None:
    undone = reverse_receipt(
        receipt("100", (an_item("F1", "100"), "100")),
        ENTRY,
        on=date(2026, 12, 20),
        label="Annulation",
        vat_released=eur("0"),
        scheme=DEFAULT_SCHEME,
    )
    assert sides(undone) == [("411000", "100.00", ""), ("512000", "", "100.00")]


def test_vat_made_payable_by_a_credit_note() -> None:
    entry = post_vat_release(
        ENTRY, on=date(2026, 12, 1), piece="A1", released=eur("3"), scheme=DEFAULT_SCHEME
    )
    assert sides(entry) == [("445840", "3.00", ""), ("445710", "", "3.00")]
    assert entry.journal == "OD"


@pytest.mark.parametrize(
    ("total", "open_amount", "expected"),
    [
        ("120", "50", [("411000", "50.00", ""), ("890000", "", "50.00")]),
        ("-120", "-120", [("411000", "", "120.00"), ("890000", "120.00", "")]),
    ],
)
def test_a_take_over_posts_what_is_still_open(
    total: str, open_amount: str, expected: list[tuple[str, str, str]]
) -> None:
    item = an_item("OLD-1", total, open_amount=open_amount)
    entry = post_take_over(item, ENTRY, customer_code="C0001", scheme=DEFAULT_SCHEME)
    assert sides(entry) == expected
    assert entry.lines[0].auxiliary == "C0001"
    assert entry.journal == "AN"


def test_a_transfer_carries_each_item_to_the_other_account() -> None:
    items = [an_item("F1", "120.00"), an_item("A1", "-20.00", vat="0")]
    entry = post_transfer(
        items,
        JournalEntryId(an_id("transfer")),
        on=date(2026, 11, 20),
        from_code="C2",
        to_code="C1",
        scheme=DEFAULT_SCHEME,
    )
    assert entry is not None
    assert [
        (line.auxiliary, str(line.debit.amount), str(line.credit.amount)) for line in entry.lines
    ] == [
        ("C2", "0.00", "120.00"),
        ("C1", "120.00", "0.00"),
        ("C2", "20.00", "0.00"),
        ("C1", "0.00", "20.00"),
    ]
    nothing = post_transfer(
        [], ENTRY, on=date(2026, 11, 20), from_code="C2", to_code="C1", scheme=DEFAULT_SCHEME
    )
    assert nothing is None
