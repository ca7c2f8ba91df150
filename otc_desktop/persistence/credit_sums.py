"""Exposure read from the books: open, delivered, ordered and held, by customer."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    String,
    and_,
    bindparam,
    case,
    exists,
    literal_column,
    or_,
    select,
    union_all,
)

from otc_desktop.domain.credit.exposure import Exposure
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.invoicing import invoice, invoice_deduction, invoice_order
from otc_desktop.persistence.tables.receivables import open_item
from otc_desktop.persistence.tables.sales import delivery, sales_order

_CONFIRMED = sales_order.c.status == OrderStatus.CONFIRMED.value
_HELD = sales_order.c.status == OrderStatus.HELD.value
# Discounts and charges on the whole order go on its first invoice, draft or issued.
_NOT_INVOICED = ~exists().where(
    (invoice_order.c.order_id == sales_order.c.id) & invoice_order.c.billed.is_(True)
)
_ADJUSTED = (sales_order.c.adjustments_incl_tax_minor != 0) & _NOT_INVOICED
# A deposit that no invoice deducts yet is a part of its order, which counts already.
_NOT_ASKED_IN_ADVANCE = or_(
    open_item.c.kind != InvoiceKind.DEPOSIT.value,
    exists().where(invoice_deduction.c.deposit_id == open_item.c.invoice_id),
)
_WAITS_FOR_INVOICE = exists().where(
    (delivery.c.order_id == sales_order.c.id) & delivery.c.invoiced.is_(False)
)
_CREDITS = [kind.value for kind in InvoiceKind if kind.is_credit]
_SIGNED_DRAFT = case(
    (invoice.c.kind.in_(_CREDITS), -invoice.c.total_incl_tax_minor),
    else_=invoice.c.total_incl_tax_minor,
)


def read_exposures(
    connection: Connection, customer_ids: Collection[UUID] | None = None
) -> Mapping[CustomerId, Exposure]:
    """The exposure of these customers, or of all that have any.

    What is delivered counts from the delivery at the order's prices, from a draft at the
    draft's total, and from the issued invoice as open item: each step replaces the last.
    """
    sums: dict[str, dict[UUID, int]] = {
        name: defaultdict(int) for name in ("open", "delivered", "ordered", "held")
    }
    narrowed = customer_ids is not None
    values = {"customers": list(customer_ids)} if customer_ids is not None else {}
    for name, customer_id, minor in connection.execute(_sums(narrowed=narrowed), values):
        sums[name][customer_id] += minor
    known: set[UUID] = set(customer_ids or ()).union(*sums.values())
    return {CustomerId(each): _exposure(each, sums) for each in known}


# Building a statement costs more than running it, and every issue asks this.
@cache
def _sums(*, narrowed: bool) -> CompoundSelect[Any]:
    """All parts in one question: name, customer, minor units; `customers` where narrowed."""

    def part(
        name: str, owner: Column[Any], amount: ColumnElement[int], *conditions: Any
    ) -> Select[Any]:
        named: ColumnElement[str] = literal_column(f"'{name}'", String)
        query = select(named, owner, sum_minor(amount)).where(*conditions).group_by(owner)
        if narrowed:
            query = query.where(owner.in_(bindparam("customers", expanding=True)))
        return query

    orders = sales_order.c.customer_id
    left, adjustments = (
        sales_order.c.undelivered_incl_tax_minor,
        sales_order.c.adjustments_incl_tax_minor,
    )
    return union_all(
        # Not `is_open`: over all customers the index by customer is read in order of groups.
        part(
            "open",
            open_item.c.customer_id,
            open_item.c.open_minor,
            open_item.c.open_minor != 0,
            _NOT_ASKED_IN_ADVANCE,
        ),
        part(
            "delivered",
            delivery.c.customer_id,
            delivery.c.value_incl_tax_minor,
            delivery.c.invoiced.is_(False),
        ),
        part(
            "delivered",
            invoice.c.customer_id,
            _SIGNED_DRAFT,
            invoice.c.number.is_(None),
            invoice.c.order_id.is_not(None),
        ),
        part("delivered", orders, adjustments, _ADJUSTED, ~_CONFIRMED, _WAITS_FOR_INVOICE),
        part("ordered", orders, left, _CONFIRMED),
        part("ordered", orders, adjustments, _ADJUSTED, _CONFIRMED),
        part("held", orders, left, _HELD),
        part("held", orders, adjustments, _ADJUSTED, _HELD, ~_WAITS_FOR_INVOICE),
    )


def read_counted(connection: Connection, order_id: UUID) -> Money:
    """What one order makes up of its customer's exposure, its deliveries and invoices aside."""
    left = sales_order.c.undelivered_incl_tax_minor
    query = select(
        case((_CONFIRMED, left), else_=0),
        case(
            (
                and_(_ADJUSTED, or_(_CONFIRMED, _WAITS_FOR_INVOICE)),
                sales_order.c.adjustments_incl_tax_minor,
            ),
            else_=0,
        ),
    ).where(sales_order.c.id == order_id)
    row = connection.execute(query).one_or_none()
    return _money(0 if row is None else row[0] + row[1])


def read_at_risk(connection: Connection, order_ids: Collection[UUID]) -> Mapping[UUID, Money]:
    """What orders still put at risk: undelivered, not invoiced, or invoiced and not paid."""
    total: dict[UUID, int] = defaultdict(int)
    if not order_ids:
        return {}
    wanted = list(order_ids)
    queries: list[Select[Any]] = [
        select(invoice.c.order_id, sum_minor(open_item.c.open_minor))
        .join(open_item, open_item.c.invoice_id == invoice.c.id)
        .where(invoice.c.order_id.in_(wanted))
        .group_by(invoice.c.order_id),
        *_uninvoiced(wanted),
    ]
    for query in queries:
        for order_id, minor in connection.execute(query):
            total[order_id] += minor
    return {each: _money(minor) for each, minor in total.items()}


def read_uninvoiced(connection: Connection, order_ids: Collection[UUID]) -> Mapping[UUID, Money]:
    """What orders put at risk before their invoices: undelivered, or not issued yet."""
    total: dict[UUID, int] = defaultdict(int)
    for query in _uninvoiced(list(order_ids)) if order_ids else ():
        for order_id, minor in connection.execute(query):
            total[order_id] += minor
    return {each: _money(minor) for each, minor in total.items()}


def _uninvoiced(wanted: list[UUID]) -> list[Select[Any]]:
    return [
        select(sales_order.c.id, sales_order.c.undelivered_incl_tax_minor).where(
            sales_order.c.id.in_(wanted), _CONFIRMED
        ),
        select(sales_order.c.id, sales_order.c.adjustments_incl_tax_minor).where(
            sales_order.c.id.in_(wanted), _ADJUSTED, or_(_CONFIRMED, _WAITS_FOR_INVOICE)
        ),
        select(delivery.c.order_id, sum_minor(delivery.c.value_incl_tax_minor))
        .where(delivery.c.order_id.in_(wanted), delivery.c.invoiced.is_(False))
        .group_by(delivery.c.order_id),
        select(invoice.c.order_id, sum_minor(_SIGNED_DRAFT))
        .where(
            invoice.c.order_id.in_(wanted),
            invoice.c.number.is_(None),
            invoice.c.order_id.is_not(None),
        )
        .group_by(invoice.c.order_id),
    ]


def read_late(connection: Connection, customer_id: UUID, due_before: date) -> Money:
    """Open invoices of one customer that fell due before a day."""
    query = select(sum_minor(open_item.c.open_minor)).where(
        open_item.c.customer_id == customer_id,
        open_item.c.is_open.is_(True),
        open_item.c.due_on < due_before,
        open_item.c.open_minor > 0,
    )
    return _money(connection.execute(query).scalar_one())


def read_on_account(connection: Connection, customer_id: UUID) -> Money:
    """What the customer has to its credit and laid on nothing yet, as a positive amount."""
    query = select(sum_minor(-open_item.c.open_minor)).where(
        open_item.c.customer_id == customer_id,
        open_item.c.is_open.is_(True),
        open_item.c.open_minor < 0,
    )
    return _money(connection.execute(query).scalar_one())


def _exposure(customer_id: UUID, sums: Mapping[str, Mapping[UUID, int]]) -> Exposure:
    open_items, delivered, ordered, held = (
        _money(sums[name].get(customer_id, 0)) for name in ("open", "delivered", "ordered", "held")
    )
    return Exposure(open_items=open_items, delivered=delivered, ordered=ordered, held=held)


def _money(minor: int) -> Money:
    return Money.from_minor(minor, EUR)
