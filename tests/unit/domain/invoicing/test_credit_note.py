"""A credit note takes back what its invoice asked for."""

from decimal import Decimal
from typing import Any

import pytest

from otc_desktop.domain.invoicing.credit_note import credit_note_of
from otc_desktop.domain.invoicing.invoice import InvoiceDraft, InvoiceKind, seller_of
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import InvoiceId
from tests.support.domain import a_company, an_adjustment, an_id, eur
from tests.support.invoices import a_credit_note, a_line, an_invoice

NEW = InvoiceId(an_id("credit note"))
INVOICE = an_invoice(
    lines=[a_line(quantity="3", unit_price="0.335"), a_line(quantity="-2", unit_price="10")],
    adjustments=[an_adjustment("30")],
    purchase_order="PO-1",
)


def test_a_whole_credit_mirrors_everything() -> None:
    draft = credit_note_of(INVOICE, NEW)
    assert draft.kind is InvoiceKind.CREDIT_NOTE
    assert (draft.credits_id, draft.credits_number) == (INVOICE.id, INVOICE.number)
    assert (draft.id, draft.purchase_order) == (NEW, "PO-1")
    assert draft.totals() == INVOICE.totals


def test_a_partial_credit_takes_back_quantities_without_adjustments() -> None:
    draft = credit_note_of(INVOICE, NEW, quantities={1: Decimal(-1), 0: None})
    assert [line.quantity for line in draft.lines] == [Decimal(3), Decimal(-1)]
    assert draft.adjustments == ()
    assert draft.totals().total_excl_tax == eur("-8.99")


@pytest.mark.parametrize(
    ("quantities", "code"),
    [
        ({2: None}, "invoicing.no_such_line"),
        ({-1: None}, "invoicing.no_such_line"),
        ({0: Decimal("3.0001")}, "invoicing.credits_more_than_invoiced"),
        ({0: Decimal(-1)}, "invoicing.credits_more_than_invoiced"),
        ({0: Decimal(0)}, "invoicing.credits_more_than_invoiced"),
        ({1: Decimal(-3)}, "invoicing.credits_more_than_invoiced"),
    ],
)
def test_never_more_than_was_invoiced(quantities: dict[int, Any], code: str) -> None:
    with pytest.raises(RuleError) as refusal:
        credit_note_of(INVOICE, NEW, quantities=quantities)
    assert refusal.value.code == code


def test_a_credit_note_is_not_credited() -> None:
    with pytest.raises(RuleError) as refusal:
        credit_note_of(a_credit_note(), NEW)
    assert refusal.value.code == "invoicing.credits_a_credit_note"


def test_a_credit_note_names_its_invoice() -> None:
    with pytest.raises(RuleError) as refusal:
        InvoiceDraft(
            id=NEW,
            kind=InvoiceKind.CREDIT_NOTE,
            customer_id=INVOICE.customer_id,
            currency=INVOICE.currency,
            lines=INVOICE.lines,
        )
    assert refusal.value.code == "invoicing.credit_without_invoice"


def test_kinds_have_their_code_and_sign() -> None:
    assert (InvoiceKind.INVOICE.type_code, InvoiceKind.INVOICE.sign) == ("380", 1)
    assert (InvoiceKind.CREDIT_NOTE.type_code, InvoiceKind.CREDIT_NOTE.sign) == ("381", -1)


def test_a_draft_takes_new_content() -> None:
    draft = credit_note_of(INVOICE, NEW).with_lines((a_line(unit_price="50"),), ())
    assert draft.totals().total_incl_tax == eur("60.00")


def test_an_issued_document_keeps_what_it_was_issued_with() -> None:
    assert INVOICE.totals.total_incl_tax == eur("13.21")
    assert INVOICE.number == "F2026-00412"


def test_the_seller_is_the_company() -> None:
    seller = seller_of(a_company())
    assert (seller.name, seller.siren, seller.share_capital) == (
        "Atelier Lumen SAS",
        "732829320",
        "50000.00",
    )
