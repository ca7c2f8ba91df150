"""What is owed, what is left, and the VAT that becomes payable with it."""

from datetime import date

import pytest

from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.receivables.open_item import OpenItem, open_item_of
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import OpenItemId
from tests.support.domain import an_id, an_item, eur
from tests.support.invoices import a_credit_note, a_line, an_invoice

DAY = date(2026, 12, 18)
NEW = OpenItemId(an_id("item"))


def release(item: OpenItem) -> OpenItem:
    return item.with_vat_released(item.vat_to_release())


def test_an_invoice_is_owed_and_a_credit_note_is_owed_back() -> None:
    owed, back = open_item_of(an_invoice(), NEW), open_item_of(a_credit_note(), NEW)
    assert (owed.total, owed.open, owed.vat) == (eur("120"), eur("120"), eur("20"))
    assert (back.total, back.open, back.vat) == (eur("-120"), eur("-120"), eur("-20"))
    assert (owed.kind, back.kind) == (InvoiceKind.INVOICE, InvoiceKind.CREDIT_NOTE)
    assert owed.settled_on is None
    assert owed.due_on == date(2026, 12, 20)


def test_a_document_of_nothing_is_settled_when_issued() -> None:
    item = open_item_of(an_invoice(lines=[a_line(unit_price="0")]), NEW)
    assert item.settled_on == date(2026, 11, 20)


@pytest.mark.parametrize("sign", ["", "-"])
def test_an_item_is_settled_in_parts(sign: str) -> None:
    item = an_item(total=f"{sign}120", vat=f"{sign}20")
    part = item.settle(eur(f"{sign}50"), on=DAY)
    assert (part.open, part.settled_on) == (eur(f"{sign}70"), None)
    whole = part.settle(eur(f"{sign}70"), on=DAY)
    assert (whole.open, whole.settled_on) == (eur("0"), DAY)
    again = whole.reopen(eur(f"{sign}70"))
    assert (again.open, again.settled_on) == (eur(f"{sign}70"), None)


@pytest.mark.parametrize(
    ("total", "amount", "code"),
    [
        ("120", "120.01", "receivables.more_than_open"),
        ("-120", "-120.01", "receivables.more_than_open"),
        ("120", "-1", "receivables.wrong_sign"),
        ("-120", "1", "receivables.wrong_sign"),
        ("120", "0", "receivables.wrong_sign"),
    ],
)
def test_settling_refuses(total: str, amount: str, code: str) -> None:
    with pytest.raises(RuleError) as refusal:
        an_item(total=total).settle(eur(amount), on=DAY)
    assert refusal.value.code == code


def test_settling_counts_what_is_open_and_not_the_total() -> None:
    part = an_item(open_amount="70")
    with pytest.raises(RuleError) as refusal:
        part.settle(eur("70.01"), on=DAY)
    assert refusal.value.code == "receivables.more_than_open"
    assert refusal.value.params["open"] == eur("70")


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        ("20.01", "receivables.more_than_total"),
        ("-20", "receivables.wrong_sign"),
        ("0", "receivables.wrong_sign"),
    ],
)
def test_reopening_refuses(amount: str, code: str) -> None:
    with pytest.raises(RuleError) as refusal:
        an_item(open_amount="100").reopen(eur(amount))
    assert refusal.value.code == code


def test_vat_on_receipts_follows_the_payments_and_ends_exact() -> None:
    item = an_item(total="100", vat="16.67")
    released = []
    for amount in ("33.33", "33.33", "33.34"):
        item = item.settle(eur(amount), on=DAY)
        released.append(item.vat_to_release())
        item = release(item)
    assert released == [eur("5.56"), eur("5.55"), eur("5.56")]
    assert item.vat_released == eur("16.67")


def test_vat_goes_back_when_a_payment_is_undone() -> None:
    item = release(an_item().settle(eur("120"), on=DAY))
    undone = item.reopen(eur("60"))
    assert undone.vat_to_release() == eur("-10")
    assert release(release(undone).reopen(eur("60"))).vat_released == eur("0")


def test_half_a_cent_of_vat_is_not_lost_by_the_division() -> None:
    # 43.24 × 57.04 ÷ 338.56 is 7.285 exactly; 57.04 ÷ 338.56 has no end.
    item = an_item(total="338.56", vat="43.24").settle(eur("57.04"), on=DAY)
    assert item.vat_to_release() == eur("7.29")


def test_the_vat_of_a_credit_note_is_negative() -> None:
    item = an_item(total="-120", vat="-20").settle(eur("-60"), on=DAY)
    assert item.vat_to_release() == eur("-10")
