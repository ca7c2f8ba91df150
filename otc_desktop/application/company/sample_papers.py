"""Invented papers of this company, where it has none of a kind yet to show words with."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from otc_desktop.application.company.sample_invoice import sample_invoice
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.legal_wording import legal_wording
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceKind
from otc_desktop.domain.receivables.account_statement import AccountStatement, StatementLine
from otc_desktop.domain.sales.delivery import Delivery
from otc_desktop.domain.sales.quote import Quote
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.ids import CustomerId, DeliveryId, QuoteId, SalesOrderId

_NAMES = {"fr": "Client exemple", "en": "Sample customer"}
_DAYS_LATE = 12


def sample_customer(company: Company, ctx: Context, language: str) -> Customer:
    """Somebody who buys here."""
    return Customer(
        id=CustomerId(ctx.new_id()),
        code="C0001",
        name=_NAMES.get(language, _NAMES["en"]),
        address=company.address,
        email="compta@client.example",
        language=language,
    )


def sample_invoice_of(uow: UnitOfWork, ctx: Context, kind: InvoiceKind, language: str) -> Invoice:
    """A document of a kind, with goods and services."""
    made = sample_invoice(uow.company.get(), ctx, legal_wording(uow, ctx), language)
    number = f"AV{ctx.today.year}-00001" if kind.is_credit else made.number
    return replace(made, kind=kind, number=number)


def sample_quote(uow: UnitOfWork, ctx: Context, language: str) -> Quote:
    """A quote of a month."""
    invoice = sample_invoice_of(uow, ctx, InvoiceKind.INVOICE, language)
    return Quote(
        id=QuoteId(ctx.new_id()),
        number=f"D{ctx.today.year}-00001",
        customer_id=invoice.customer_id,
        quoted_on=ctx.today,
        valid_until=ctx.today + timedelta(days=30),
        currency=invoice.currency,
        lines=invoice.lines,
        reference=invoice.purchase_order,
    )


def sample_order(uow: UnitOfWork, ctx: Context, language: str) -> SalesOrder:
    """An order for delivery in a week."""
    invoice = sample_invoice_of(uow, ctx, InvoiceKind.INVOICE, language)
    return SalesOrder(
        id=SalesOrderId(ctx.new_id()),
        number=f"CO{ctx.today.year}-00001",
        customer_id=invoice.customer_id,
        ordered_on=ctx.today,
        currency=invoice.currency,
        lines=invoice.lines,
        purchase_order=invoice.purchase_order,
        promised_on=ctx.today + timedelta(days=7),
    )


def sample_delivery(ctx: Context, order: SalesOrder) -> Delivery:
    """All of an order, by a carrier."""
    return Delivery(
        id=DeliveryId(ctx.new_id()),
        number=f"BL{ctx.today.year}-00001",
        order_id=order.id,
        customer_id=order.customer_id,
        delivered_on=ctx.today,
        quantities={place: line.quantity for place, line in enumerate(order.lines)},
        carrier="Transports Exemple",
        tracking="EX 4471 2209",
    )


def sample_statement(uow: UnitOfWork, ctx: Context, language: str) -> AccountStatement:
    """One invoice that is late, and one that is not due yet."""
    company = uow.company.get()
    invoice = sample_invoice_of(uow, ctx, InvoiceKind.INVOICE, language)
    late_on = ctx.today - timedelta(days=_DAYS_LATE)
    line = StatementLine(
        number=invoice.number,
        kind=invoice.kind,
        issued_on=late_on - timedelta(days=30),
        due_on=late_on,
        purchase_order=invoice.purchase_order,
        total=invoice.totals.total_incl_tax,
        open=invoice.totals.total_incl_tax,
        days_late=_DAYS_LATE,
    )
    half = invoice.totals.total_incl_tax.split((Decimal(1), Decimal(1)))[0]
    other = replace(
        line,
        number=invoice.number.replace("1", "2"),
        issued_on=ctx.today,
        due_on=invoice.due_on,
        total=half,
        open=half,
        days_late=0,
    )
    return AccountStatement(
        on=ctx.today,
        seller=company,
        customer=sample_customer(company, ctx, language),
        lines=(line, other),
    )
