"""How words that are not kept yet would read, with a document of their very kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from otc_desktop.application.company.sample_papers import (
    sample_customer,
    sample_delivery,
    sample_invoice_of,
    sample_order,
    sample_quote,
    sample_statement,
)
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.mailing import RenderedMail
from otc_desktop.application.kernel.statement_values import statement_values
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.receivables.account_statement import account_statement
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.mail_template import MailTemplate

_Found = tuple[Customer, Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TryWords:
    """Ask how words not yet kept would read with a document of their kind.

    `document` is its number, or a customer's code for a statement of account; without one an
    invented document of the company stands in.
    """

    template: MailTemplate
    document: str = ""


@use_case(permission=Permission.READ)
def try_words(command: TryWords, ctx: Context, task: Task) -> RenderedMail:
    """Fill words with a document's own values; nothing is stored.

    Raises:
        NotFoundError: there is no such document, or words of this kind can't be tried
            (`templates.not_found`).
        RuleError: `templates.bad_line`, `templates.unknown_values`, `templates.hidden_value`,
            `templates.bad`.
    """
    template = command.template
    ctx.ports.mail_templates.check(template)
    kind = _KINDS.get(template.name)
    if kind is None:
        raise NotFoundError(
            "templates.not_found", template=template.name, language=template.language
        )
    with ctx.snapshot() as uow:
        company = uow.company.get()
        if command.document:
            customer, values = kind.real(uow, ctx, command.document)
        else:
            customer = sample_customer(company, ctx, template.language)
            values = kind.sample(uow, ctx, template.language)
    return ctx.ports.mail_templates.render(
        template.name,
        language=template.language,
        values={"company": company, "customer": customer, "today": ctx.today, **values},
        own=template,
    )


def _invoice(uow: UnitOfWork, ctx: Context, number: str) -> _Found:
    invoice = uow.invoices.get_by_number(number)
    values = {"invoice": invoice, "total": invoice.totals.total_incl_tax}
    return uow.customers.get(invoice.customer_id), values


def _invoice_sample(kind: InvoiceKind) -> Callable[[UnitOfWork, Context, str], Mapping[str, Any]]:
    def sample(uow: UnitOfWork, ctx: Context, language: str) -> Mapping[str, Any]:
        invoice = sample_invoice_of(uow, ctx, kind, language)
        return {"invoice": invoice, "total": invoice.totals.total_incl_tax}

    return sample


def _quote(uow: UnitOfWork, ctx: Context, number: str) -> _Found:
    quote = uow.quotes.get_by_number(number)
    values = {"quote": quote, "total": quote.totals().total_incl_tax}
    return uow.customers.get(quote.customer_id), values


def _quote_sample(uow: UnitOfWork, ctx: Context, language: str) -> Mapping[str, Any]:
    quote = sample_quote(uow, ctx, language)
    return {"quote": quote, "total": quote.totals().total_incl_tax}


def _order(uow: UnitOfWork, ctx: Context, number: str) -> _Found:
    order = uow.sales_orders.get_by_number(number)
    values = {"order": order, "total": order.totals().total_incl_tax}
    return uow.customers.get(order.customer_id), values


def _order_sample(uow: UnitOfWork, ctx: Context, language: str) -> Mapping[str, Any]:
    order = sample_order(uow, ctx, language)
    return {"order": order, "total": order.totals().total_incl_tax}


def _delivery(uow: UnitOfWork, ctx: Context, number: str) -> _Found:
    delivery = uow.deliveries.get_by_number(number)
    values = {"delivery": delivery, "order": uow.sales_orders.get(delivery.order_id)}
    return uow.customers.get(delivery.customer_id), values


def _delivery_sample(uow: UnitOfWork, ctx: Context, language: str) -> Mapping[str, Any]:
    order = sample_order(uow, ctx, language)
    return {"delivery": sample_delivery(ctx, order), "order": order}


def _pro_forma(uow: UnitOfWork, ctx: Context, number: str) -> _Found:
    made = uow.pro_formas.get_by_number(number)
    values = {"number": made.number, "made_on": made.made_on, "total": made.total_incl_tax}
    return uow.customers.get(made.customer_id), values


def _pro_forma_sample(uow: UnitOfWork, ctx: Context, language: str) -> Mapping[str, Any]:
    total = sample_order(uow, ctx, language).totals().total_incl_tax
    return {"number": f"PF{ctx.today.year}-00001", "made_on": ctx.today, "total": total}


def _statement(uow: UnitOfWork, ctx: Context, code: str) -> _Found:
    customer = uow.customers.find_by_code(code)
    if customer is None:
        raise NotFoundError("customers.not_found", customer=code)
    items = uow.open_items.open_of(customer.id)
    statement = account_statement(customer, uow.company.get(), items, ctx.today)
    return customer, statement_values(statement)


def _statement_sample(uow: UnitOfWork, ctx: Context, language: str) -> Mapping[str, Any]:
    return statement_values(sample_statement(uow, ctx, language))


@dataclass(frozen=True, slots=True)
class _Kind:
    real: Callable[[UnitOfWork, Context, str], _Found]
    sample: Callable[[UnitOfWork, Context, str], Mapping[str, Any]]


_KINDS: Mapping[str, _Kind] = {
    "invoice_sent": _Kind(_invoice, _invoice_sample(InvoiceKind.INVOICE)),
    "deposit_sent": _Kind(_invoice, _invoice_sample(InvoiceKind.DEPOSIT)),
    "credit_note_sent": _Kind(_invoice, _invoice_sample(InvoiceKind.CREDIT_NOTE)),
    "quote_sent": _Kind(_quote, _quote_sample),
    "order_confirmation_sent": _Kind(_order, _order_sample),
    "delivery_note_sent": _Kind(_delivery, _delivery_sample),
    "pro_forma_sent": _Kind(_pro_forma, _pro_forma_sample),
    "statement_sent": _Kind(_statement, _statement_sample),
}
# Words of reminders and of disputes are tried where those are written.
TRIED_KINDS = frozenset(_KINDS)
