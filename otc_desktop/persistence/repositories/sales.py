"""Orders and deliveries."""

import json
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, select, update

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.sales.commitment import (
    adjustments_value,
    undelivered_value,
)
from otc_desktop.domain.sales.sales_order import OrderStatus, SalesOrder
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import AddressId, CustomerId, SalesOrderId
from otc_desktop.domain.shared.text import fold
from otc_desktop.persistence.repositories import lines as mapping
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables import sales as tables

_ORDERS = tables.sales_order
_LINES = tables.sales_order_line
_DELIVERED = update(_LINES).where(
    (_LINES.c.order_id == bindparam("of_order")) & (_LINES.c.position == bindparam("at_position"))
)


class SqlSalesOrderRepository:
    """Orders of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, order_id: SalesOrderId, *, lock: bool = False) -> SalesOrder:
        """By id."""
        return self._load(_ORDERS.c.id == order_id, str(order_id), lock=lock)

    def get_by_number(self, number: str, *, lock: bool = False) -> SalesOrder:
        """By number."""
        return self._load(_ORDERS.c.number == number, number, lock=lock)

    def add(self, order: SalesOrder, customer: Customer) -> None:
        """A new order."""
        self._session.insert(
            _ORDERS, {"id": order.id, "version": 1, **_whose(customer), **_values(order)}
        )
        self._add_parts(order)
        self._session.topics.add(Topic.ORDERS)

    def rewrite(self, order: SalesOrder, customer: Customer) -> None:
        """An order with other lines; positions of lines that were delivered stand."""
        self._session.update_versioned(
            _ORDERS, order.id, order.version, {**_whose(customer), **_values(order)}
        )
        for table in (tables.sales_order_line, tables.sales_order_adjustment):
            self._session.connection.execute(delete(table).where(table.c.order_id == order.id))
        self._add_parts(order)
        self._session.topics.add(Topic.ORDERS)

    def _add_parts(self, order: SalesOrder) -> None:
        rows = mapping.line_values("order_id", order.id, order.lines, order.currency)
        for row, done, ahead in zip(rows, order.delivered, order.ahead, strict=True):
            row["delivered"] = done
            row["ahead"] = ahead
        self._session.insert_many(tables.sales_order_line, rows)
        self._session.insert_many(
            tables.sales_order_adjustment,
            mapping.adjustment_values("order_id", order.id, order.adjustments),
        )
        self._session.topics.add(Topic.ORDERS)

    def save(self, order: SalesOrder) -> None:
        """A changed order; its lines keep their content, only deliveries move on."""
        self._session.update_versioned(_ORDERS, order.id, order.version, _values(order))
        self._session.connection.execute(
            _DELIVERED,
            [
                {
                    "of_order": order.id,
                    "at_position": position,
                    "delivered": done,
                    "ahead": order.ahead[position],
                }
                for position, done in enumerate(order.delivered)
            ],
        )
        self._session.topics.add(Topic.ORDERS)

    def _load(self, key: ColumnElement[bool], name: str, *, lock: bool) -> SalesOrder:
        row = self._session.one(select(_ORDERS).where(key), lock=lock)
        if row is None:
            raise NotFoundError("sales.order_not_found", number=name)
        line_rows = self._session.parts_of(tables.sales_order_line, "order_id", row["id"])
        adjustment_rows = self._session.parts_of(
            tables.sales_order_adjustment, "order_id", row["id"]
        )
        currency = Currency(row["currency"])
        return SalesOrder(
            id=SalesOrderId(row["id"]),
            number=row["number"],
            customer_id=CustomerId(row["customer_id"]),
            ordered_on=row["ordered_on"],
            currency=currency,
            lines=tuple(mapping.line_of(each) for each in line_rows),
            adjustments=tuple(mapping.adjustment_of(each, currency) for each in adjustment_rows),
            purchase_order=row["purchase_order"],
            status=OrderStatus(row["status"]),
            holds=tuple(json.loads(row["holds"])),
            delivered=tuple(each["delivered"] for each in line_rows),
            ahead=tuple(each["ahead"] for each in line_rows),
            confirmed_on=row["confirmed_on"],
            confirmation_sent_on=row["confirmation_sent_on"],
            wished_on=row["wished_on"],
            promised_on=row["promised_on"],
            site_id=None if row["site_id"] is None else AddressId(row["site_id"]),
            ship_to=row["ship_to"],
            quote_number=row["quote_number"],
            end_reason=row["end_reason"],
            ended_on=row["ended_on"],
            version=row["version"],
        )


def _whose(customer: Customer) -> dict[str, Any]:
    return {"customer_id": customer.id, "customer_name_folded": fold(customer.name)}


def _values(order: SalesOrder) -> dict[str, Any]:
    totals = order.totals()
    return {
        "number": order.number,
        "ordered_on": order.ordered_on,
        "purchase_order": order.purchase_order,
        "currency": order.currency.code,
        "status": order.status.value,
        "holds": json.dumps(order.holds),
        "confirmed_on": order.confirmed_on,
        "confirmation_sent_on": order.confirmation_sent_on,
        "wished_on": order.wished_on,
        "promised_on": order.promised_on,
        "ended_on": order.ended_on,
        "site_id": order.site_id,
        "ship_to": order.ship_to,
        "quote_number": order.quote_number,
        "end_reason": order.end_reason,
        **mapping.totals_values(totals),
        "undelivered_incl_tax_minor": undelivered_value(order).minor,
        "adjustments_incl_tax_minor": adjustments_value(order).minor,
    }
