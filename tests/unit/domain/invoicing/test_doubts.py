"""What is lawful and yet likely a mistake."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from otc_desktop.domain.invoicing.doubts import (
    AgreedPrice,
    AlikeDocument,
    company_findings,
    double_findings,
    price_findings,
)
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.shared.company import VatRegime
from tests.support.domain import a_company, a_draft
from tests.support.invoices import a_line

DAY = date(2026, 11, 20)


def _alike(days: int, order: str = "") -> AlikeDocument:
    return AlikeDocument(
        number="F2026-00001", issued_on=DAY - timedelta(days=days), purchase_order=order
    )


@pytest.mark.parametrize(
    ("days", "theirs", "ours", "doubted"),
    [
        (0, "", "", True),
        (20, "", "", True),
        (21, "", "", False),
        (90, "PO-7", " po-7 ", True),
        (90, "PO-7", "PO-8", False),
    ],
)
def test_the_same_total_soon_after_or_for_the_same_order_may_be_a_double(
    days: int, theirs: str, ours: str, *, doubted: bool
) -> None:
    draft = replace(a_draft(a_line()), purchase_order=ours)
    assert bool(double_findings(draft, [_alike(days, theirs)], DAY)) is doubted


def test_a_credit_note_is_no_double() -> None:
    note = a_draft(a_line(), kind=InvoiceKind.CREDIT_NOTE)
    assert double_findings(note, [_alike(0)], DAY) == []


def test_a_price_other_than_agreed_is_named_with_its_line() -> None:
    lines = (a_line(), a_line(unit_price="90", discount="5"))
    agreed = [
        AgreedPrice(position=0, price=lines[0].unit_price, discount_percent=Decimal(0)),
        AgreedPrice(position=1, price=Decimal(80), discount_percent=Decimal(5)),
    ]
    [found] = price_findings(lines, agreed)
    assert (found.code, found.where) == ("invoicing.price_differs", "lines[1].unit_price")


def test_our_own_identity_is_looked_at_by_regime() -> None:
    nameless = replace(a_company(), vat_number="", iban=" ", rcs_city="")
    assert [each.where for each in company_findings(nameless)] == [
        "company.iban",
        "company.vat_number",
        "company.rcs_city",
    ]
    small = replace(nameless, vat_regime=VatRegime.EXEMPT_293B, iban="FR76", share_capital=None)
    assert company_findings(small) == []
