"""The last document of the kind that some words of mails bring: what they are tried with."""

from collections.abc import Mapping

from sqlalchemy import Engine, Select, select

from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.persistence.queries.reading import reading
from otc_desktop.persistence.tables.contracts import pro_forma
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.invoicing import invoice
from otc_desktop.persistence.tables.quotes import quote
from otc_desktop.persistence.tables.receivables import open_item
from otc_desktop.persistence.tables.sales import delivery, sales_order


def _last_invoice(*kinds: InvoiceKind) -> Select[tuple[str]]:
    return (
        select(invoice.c.number)
        .where(invoice.c.number.is_not(None) & invoice.c.kind.in_([each.value for each in kinds]))
        .order_by(invoice.c.document_on.desc(), invoice.c.id.desc())
    )


_LAST: Mapping[str, Select[tuple[str]]] = {
    "invoice_sent": _last_invoice(InvoiceKind.INVOICE, InvoiceKind.CORRECTIVE),
    "deposit_sent": _last_invoice(InvoiceKind.DEPOSIT),
    "credit_note_sent": _last_invoice(*(each for each in InvoiceKind if each.is_credit)),
    "quote_sent": select(quote.c.number).order_by(quote.c.quoted_on.desc(), quote.c.id.desc()),
    "order_confirmation_sent": select(sales_order.c.number).order_by(
        sales_order.c.ordered_on.desc(), sales_order.c.id.desc()
    ),
    "delivery_note_sent": select(delivery.c.number).order_by(
        delivery.c.delivered_on.desc(), delivery.c.id.desc()
    ),
    "pro_forma_sent": select(pro_forma.c.number).order_by(
        pro_forma.c.made_on.desc(), pro_forma.c.id.desc()
    ),
    # A statement is of a customer: of the one that owes the oldest debt.
    "statement_sent": select(customer.c.code)
    .join(open_item, open_item.c.customer_id == customer.c.id)
    .where(open_item.c.is_open.is_(True))
    .order_by(open_item.c.due_on, open_item.c.id),
}


def last_of_kind(engine: Engine, template: str) -> str:
    """Its number, a customer's code for a statement; empty where there is none."""
    query = _LAST.get(template)
    if query is None:
        return ""
    with reading(engine) as connection:
        row = connection.execute(query.limit(1)).one_or_none()
    return "" if row is None else str(row[0])
