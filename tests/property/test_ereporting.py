"""Every issued document is told to the State once, in one place, and no cent is lost."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from random import Random

import pytest
from lxml import etree

from otc_desktop.adapters.einvoicing.ereporting import EReportXml
from otc_desktop.domain.customers.customer import CustomerKind
from otc_desktop.domain.invoicing.einvoice import einvoice_of
from otc_desktop.domain.invoicing.ereport import EReport, TransmissionKind
from otc_desktop.domain.invoicing.ereporting import ReportedIn, reported_in, sales_of_days
from otc_desktop.domain.invoicing.ereporting_payments import (
    PaidOn,
    payments_of_days,
    services_paid,
)
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.shared.company import VatRegime
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money, total
from tests.support.einvoices import BUYER, random_invoice
from tests.support.shared_data import shared_testdata

_SEEDS = range(120)
_PERSON = replace(BUYER, siren="", siret="", vat_number="")


def _documents() -> list[tuple[Invoice, CustomerKind]]:
    """Documents of all kinds, a third of them to private persons at home."""
    found = []
    for seed in _SEEDS:
        invoice, _ = random_invoice(Random(seed))  # noqa: S311
        invoice = replace(invoice, number=f"F{seed:05d}")
        is_person = seed % 3 == 0 and invoice.buyer.siren
        if is_person:
            invoice = replace(invoice, buyer=_PERSON)
        found.append((invoice, CustomerKind.PERSON if is_person else CustomerKind.COMPANY))
    return found


def _place(invoice: Invoice, kind: CustomerKind) -> ReportedIn:
    treatments = [group.vat for group in invoice.totals.vat_groups]
    return reported_in(invoice.buyer, treatments, kind=kind)


def test_every_document_is_told_in_one_place_and_the_days_tie_to_the_documents() -> None:
    documents = _documents()
    places = Counter(_place(*each) for each in documents)
    assert set(places) >= {
        ReportedIn.EINVOICE,
        ReportedIn.CROSS_BORDER,
        ReportedIn.CONSUMERS,
    }
    consumers = [each for each, kind in documents if _place(each, kind) is ReportedIn.CONSUMERS]
    days = sales_of_days(consumers, regime=VatRegime.MIXED)
    assert total((day.basis for day in days), EUR) == total(
        (
            -each.totals.total_excl_tax if each.kind.is_credit else each.totals.total_excl_tax
            for each in consumers
        ),
        EUR,
    )
    assert total((day.tax for day in days), EUR) == total(
        (
            -each.totals.total_vat if each.kind.is_credit else each.totals.total_vat
            for each in consumers
        ),
        EUR,
    )
    assert len({(day.on, day.currency, day.category) for day in days}) == len(days)
    # A document stands on its own day only.
    for day in days:
        there = [each for each in consumers if each.issued_on == day.on]
        assert day.documents <= len(there)


@pytest.mark.parametrize("seed", range(40))
def test_payments_of_a_document_come_to_its_services(seed: int) -> None:
    lucky = Random(seed)  # noqa: S311
    invoice, _ = random_invoice(lucky)
    whole = invoice.totals.total_incl_tax
    if whole.amount <= 0 or invoice.kind.is_credit:
        return
    cuts = sorted(lucky.randrange(whole.minor + 1) for _ in range(3))
    amounts = [
        Money.from_minor(after - before, EUR)
        for before, after in zip([0, *cuts], [*cuts, whole.minor], strict=True)
    ]
    payments = [PaidOn(date(2026, 12, day), each) for day, each in enumerate(amounts, start=1)]
    zero = Money.zero(EUR)
    at_once = services_paid(
        invoice, [PaidOn(date(2026, 12, 9), whole)], paid_before=zero, regime=VatRegime.MIXED
    )
    # In two periods: what was paid in the first one is only told there.
    early = services_paid(invoice, payments[:2], paid_before=zero, regime=VatRegime.MIXED)
    paid = amounts[0] + amounts[1]
    late = services_paid(invoice, payments[2:], paid_before=paid, regime=VatRegime.MIXED)
    sums: dict[Decimal, Money] = {}
    for each in (*early, *late):
        for part in each.rates:
            sums[part.rate] = sums.get(part.rate, zero) + part.amount
    expected = {part.rate: part.amount for each in at_once for part in each.rates}
    assert {rate: amount for rate, amount in sums.items() if amount} == expected
    assert not services_paid(invoice, payments, paid_before=zero, regime=VatRegime.DEBITS)


def test_a_transmission_passes_the_states_schema() -> None:
    folder = shared_testdata("einvoicing/validators/ereporting-flux10-1.0")
    schema = etree.XMLSchema(etree.parse(str(folder / "ereporting.xsd")))
    documents = _documents()
    abroad = [each for each, kind in documents if _place(each, kind) is ReportedIn.CROSS_BORDER]
    consumers = [each for each, kind in documents if _place(each, kind) is ReportedIn.CONSUMERS]
    zero = Money.zero(EUR)

    def paid(invoices: list[Invoice]) -> list[tuple[Invoice, list[PaidOn]]]:
        return [
            (each, [PaidOn(date(2026, 12, 5), each.totals.total_incl_tax)])
            for each in invoices
            if each.totals.total_incl_tax
        ]

    payments = [
        told
        for each, money in paid(consumers)
        for told in services_paid(each, money, paid_before=zero, regime=VatRegime.MIXED)
    ]
    assert payments
    report = EReport(
        number="732829320-20261101-20261110-1",
        kind=TransmissionKind.INITIAL,
        made_at=datetime(2026, 11, 12, 9, 30, tzinfo=UTC),
        siren="732829320",
        name="Atelier Lumen & Cie <SAS>",
        from_on=date(2026, 11, 1),
        to_on=date(2026, 11, 10),
        invoices=tuple(einvoice_of(each, regime=VatRegime.MIXED, reasons={}) for each in abroad),
        days=sales_of_days(consumers, regime=VatRegime.MIXED),
        paid_invoices=tuple(payments[:3]),
        paid_days=payments_of_days(payments),
    )
    root = etree.fromstring(EReportXml().write(report))
    assert schema.validate(root), schema.error_log
    assert len(root.findall("TransactionsReport/Invoice")) == len(abroad)
    assert root.findtext("ReportDocument/TypeCode") == "IN"
    empty = replace(report, invoices=(), days=(), paid_invoices=(), paid_days=())
    assert schema.validate(etree.fromstring(EReportXml().write(empty)))
