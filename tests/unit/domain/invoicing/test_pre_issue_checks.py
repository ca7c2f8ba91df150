"""Faults caught before a document gets its number."""

from dataclasses import replace
from datetime import date

import pytest

from otc_desktop.domain.customers.customer import Customer, CustomerKind
from otc_desktop.domain.invoicing.invoice import InvoiceDraft, InvoiceKind
from otc_desktop.domain.invoicing.pre_issue_checks import check_before_issue
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.findings import Severity
from otc_desktop.domain.taxes.lines import AdjustmentKind
from tests.support.domain import FULL_ADDRESS, a_customer, a_draft, an_adjustment
from tests.support.invoices import a_line

TODAY = date(2026, 11, 23)


def faults(
    draft: InvoiceDraft,
    *,
    customer: Customer | None = None,
    on: date = TODAY,
) -> list[tuple[Severity, str, str | None]]:
    found = check_before_issue(
        draft,
        customer=customer or a_customer(),
        on=on,
        today=TODAY,
    )
    return [(each.severity, each.code, each.where) for each in found]


def test_a_good_draft_has_no_fault() -> None:
    assert faults(a_draft(a_line())) == []
    assert faults(a_draft(a_line()), on=date(2026, 11, 1)) == []


def test_a_draft_without_lines_is_stopped() -> None:
    assert faults(a_draft()) == [(Severity.ERROR, "invoicing.no_lines", "lines")]


def test_tomorrow_is_no_date_of_issue() -> None:
    found = faults(a_draft(a_line()), on=date(2026, 11, 24))
    assert found == [(Severity.ERROR, "invoicing.date_in_future", "date")]


@pytest.mark.parametrize(
    ("address", "missing"),
    [
        (Address(), ["address", "postal_code", "city"]),
        (Address(line1="1 rue", postal_code=" ", city="Lyon"), ["postal_code"]),
    ],
)
def test_an_incomplete_address_is_a_warning(address: Address, missing: list[str]) -> None:
    found = faults(a_draft(a_line()), customer=a_customer(address=address))
    expected = "invoicing.customer_address_incomplete"
    assert found == [(Severity.WARNING, expected, field) for field in missing]


def test_a_french_company_has_a_siren_and_others_have_none() -> None:
    found = faults(a_draft(a_line()), customer=a_customer(siren=""))
    assert found == [(Severity.WARNING, "invoicing.customer_without_siren", "siren")]
    abroad = Address(line1=FULL_ADDRESS.line1, postal_code="10115", city="Berlin", country="DE")
    assert faults(a_draft(a_line()), customer=a_customer(siren="", address=abroad)) == []


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (InvoiceKind.INVOICE, "invoicing.negative_invoice"),
        (InvoiceKind.CREDIT_NOTE, "invoicing.negative_credit_note"),
    ],
)
def test_a_negative_total_is_the_other_kind_of_document(kind: InvoiceKind, code: str) -> None:
    draft = a_draft(a_line(quantity="-1"), kind=kind)
    assert faults(draft) == [(Severity.ERROR, code, "lines")]
    allowance = an_adjustment("100", kind=AdjustmentKind.ALLOWANCE)
    assert faults(a_draft(a_line(), adjustments=[allowance], kind=kind)) == []


def test_a_wanted_purchase_order_is_needed_on_invoices_and_not_on_credit_notes() -> None:
    strict = a_customer(purchase_order_required=True)
    missing = [(Severity.ERROR, "invoicing.purchase_order_missing", "purchase_order")]
    assert faults(a_draft(a_line()), customer=strict) == missing
    blank = replace(a_draft(a_line()), purchase_order="  ")
    assert faults(blank, customer=strict) == missing
    assert faults(replace(blank, purchase_order="PO-7"), customer=strict) == []
    credit = a_draft(a_line(), kind=InvoiceKind.CREDIT_NOTE)
    assert faults(credit, customer=strict) == []


def test_a_private_person_has_no_siren() -> None:
    person = a_customer(siren="", kind=CustomerKind.PERSON)
    assert faults(a_draft(a_line()), customer=person) == []
