"""Which receipts bind towards the State, and how rates of one document are told."""

from decimal import Decimal

import pytest

from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.invoicing.lifecycle_cashed import (
    cashed_now,
    gross_by_rate,
    must_tell_the_state,
)
from otc_desktop.domain.shared.company import Address, VatRegime
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.lines import LineNature
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment
from tests.support.invoices import a_buyer, a_line, an_invoice

_EXEMPT = VatTreatment(VatCategory.EXEMPT, Decimal(0), "VATEX-FR-CGI261-4", "art. 261")
_REVERSE = VatTreatment(VatCategory.REVERSE_CHARGE, Decimal(0), "VATEX-FR-AE", "art. 283-2")


@pytest.mark.parametrize(
    ("nature", "kind", "regime", "bound"),
    [
        (LineNature.SERVICES, InvoiceKind.INVOICE, VatRegime.MIXED, True),
        (LineNature.SERVICES, InvoiceKind.INVOICE, VatRegime.RECEIPTS, True),
        (LineNature.SERVICES, InvoiceKind.INVOICE, VatRegime.DEBITS, False),
        (LineNature.GOODS, InvoiceKind.INVOICE, VatRegime.MIXED, False),
        (LineNature.GOODS, InvoiceKind.DEPOSIT, VatRegime.MIXED, True),
        (LineNature.GOODS, InvoiceKind.DEPOSIT, VatRegime.DEBITS, True),
    ],
)
def test_a_receipt_binds_where_its_vat_is_due_on_receipt(
    nature: LineNature, kind: InvoiceKind, regime: VatRegime, *, bound: bool
) -> None:
    invoice = an_invoice(lines=[a_line(nature=nature)], kind=kind)
    assert must_tell_the_state(invoice, regime) is bound


def test_without_vat_or_abroad_nothing_binds() -> None:
    untaxed = an_invoice(lines=[a_line(vat=_EXEMPT, nature=LineNature.SERVICES)])
    assert not must_tell_the_state(untaxed, VatRegime.RECEIPTS)
    services = [a_line(nature=LineNature.SERVICES)]
    for buyer in (a_buyer(siren=""), a_buyer(address=Address(country="BE"))):
        invoice = an_invoice(lines=services, buyer=buyer)
        assert not must_tell_the_state(invoice, VatRegime.RECEIPTS)


def test_groups_of_one_rate_are_told_as_one_from_the_highest() -> None:
    invoice = an_invoice(
        lines=[
            a_line(unit_price="10.00", vat=_EXEMPT),
            a_line(unit_price="100.00", vat="20"),
            a_line(unit_price="5.00", vat=_REVERSE),
        ]
    )
    gross = gross_by_rate(invoice.totals)
    assert [(str(each.rate), str(each.amount.amount)) for each in gross] == [
        ("20", "120.00"),
        ("0", "15.00"),
    ]
    whole = invoice.totals.total_incl_tax
    assert cashed_now(gross, before=Money.zero(EUR), received=whole) == gross
