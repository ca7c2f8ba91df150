"""Quotes and orders as the documents that customers receive."""

from collections.abc import Iterable
from datetime import date

from otc_desktop.application.kernel.legal_wording import LegalWording
from otc_desktop.application.kernel.sales_paper import PaperKind, SalesPaper
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.invoice import Party, seller_of
from otc_desktop.domain.invoicing.mentions import mention_keys, not_yet_said, own_reasons
from otc_desktop.domain.sales.quote import Quote
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.taxes.totals import compute_totals
from otc_desktop.domain.taxes.vat import VatTreatment


def quote_paper(
    quote: Quote, customer: Customer, company: Company, wording: LegalWording
) -> SalesPaper:
    """A quote as the customer reads it."""
    return SalesPaper(
        kind=PaperKind.QUOTE,
        number=quote.number,
        language=customer.language,
        issued_on=quote.quoted_on,
        seller=seller_of(company),
        buyer=_buyer(customer),
        currency=quote.currency,
        lines=quote.lines,
        adjustments=quote.adjustments,
        totals=quote.totals(),
        payment_terms=_terms(customer, company),
        mentions=tuple(_mentions(quote, customer, company, wording, quote.quoted_on)),
        reference=quote.reference,
        valid_until=quote.valid_until,
        note=quote.note,
    )


def order_paper(
    order: SalesOrder, customer: Customer, company: Company, wording: LegalWording
) -> SalesPaper:
    """An order as it is confirmed; struck lines are left out."""
    lines = tuple(line for line in order.lines if line.quantity)
    day = order.confirmed_on or order.ordered_on
    return SalesPaper(
        kind=PaperKind.ORDER_CONFIRMATION,
        number=order.number,
        language=customer.language,
        issued_on=day,
        seller=seller_of(company),
        buyer=_buyer(customer),
        currency=order.currency,
        lines=lines,
        adjustments=order.adjustments,
        totals=compute_totals(lines, order.adjustments, order.currency),
        payment_terms=_terms(customer, company),
        mentions=tuple(_mentions(order, customer, company, wording, day)),
        reference=order.purchase_order,
        quote_number=order.quote_number,
        wished_on=order.wished_on,
        promised_on=order.promised_on,
        ship_to=order.ship_to,
    )


def _terms(customer: Customer, company: Company) -> str:
    return str(customer.payment_terms or company.payment_terms)


def _buyer(customer: Customer) -> Party:
    return Party(
        name=customer.name,
        code=customer.code,
        address=customer.address,
        siren=customer.siren,
        siret=customer.siret,
        vat_number=customer.vat_number,
        email=customer.email,
        contact_name=customer.contact_name,
        phone=customer.phone,
        service_code=customer.service_code,
    )


def _mentions(
    document: Quote | SalesOrder,
    customer: Customer,
    company: Company,
    wording: LegalWording,
    on: date,
) -> Iterable[str]:
    treatments: list[VatTreatment] = [
        *(line.vat for line in document.lines),
        *(each.vat for each in document.adjustments),
    ]
    values = {"late_interest": company.late_interest, "discount_terms": company.discount_terms}
    said = [
        wording.text(key, language=customer.language, on=on, values=values)
        for _subject, key in mention_keys(company, treatments)
    ]
    yield from said
    yield from not_yet_said(own_reasons(treatments), said)
