"""Everything that stands against issuing a draft, gathered for whoever issues or looks at it."""

from collections.abc import Iterator
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.price_origin import origin_of
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.catalogue.pricing import PriceSource
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.payment_terms import PaymentTerms
from otc_desktop.domain.customers.recipients import Purpose, recipients
from otc_desktop.domain.customers.terms_ceiling import terms_findings
from otc_desktop.domain.invoicing.doubts import (
    AgreedPrice,
    company_findings,
    double_findings,
    price_findings,
    recipient_findings,
)
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.invoicing.numbering import CREDIT_NOTE_PATTERN, NumberFormat
from otc_desktop.domain.invoicing.pre_issue_checks import check_before_issue
from otc_desktop.domain.invoicing.vat_checks import vat_findings
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.findings import Finding, error


def findings_before_issue(
    draft: InvoiceDraft,
    uow: UnitOfWork,
    ctx: Context,
    *,
    company: Company,
    customer: Customer,
    on: date,
) -> list[Finding]:
    """Errors that block the issue and doubts for the user to weigh, each with its field."""
    found = check_before_issue(draft, customer=customer, on=on, today=ctx.today)
    found += _sequence_findings(draft, uow, company, on)
    found += company_findings(company)
    addressees = recipients(customer, uow.customers.contacts_of(customer.id), Purpose.INVOICE)
    found += recipient_findings(addressees)
    if draft.kind.is_credit:
        # A credit note repeats the prices and the VAT of its invoice, whatever holds today.
        return found
    found += vat_findings(
        draft,
        customer=customer,
        company=company,
        delivered_to=None,
        rates=ctx.ports.vat_rates,
        on=on,
    )
    terms = customer.payment_terms or PaymentTerms.parse(company.payment_terms)
    found += terms_findings(terms, kind=customer.kind, country=customer.address.country)
    found += price_findings(draft.lines, _agreed(draft))
    found += double_findings(draft, uow.invoices.alike(draft), on)
    return found


def _sequence_findings(
    draft: InvoiceDraft, uow: UnitOfWork, company: Company, on: date
) -> list[Finding]:
    """A date before that of the last document of the series; locked and asked again at issue."""
    numbers = NumberFormat(CREDIT_NOTE_PATTERN if draft.kind.is_credit else company.number_format)
    last = uow.number_series.last_day(draft.kind.series, numbers.period(on))
    if last is not None and on < last:
        return [error("invoicing.date_goes_back", "date", date=on, last=last)]
    return []


def _agreed(draft: InvoiceDraft) -> Iterator[AgreedPrice]:
    for position, line in enumerate(draft.lines):
        decision = origin_of(line.price_origin)
        if decision is None or decision.price is None or decision.source is not PriceSource.TYPED:
            continue
        yield AgreedPrice(
            position=position, price=decision.price, discount_percent=decision.discount_percent
        )
