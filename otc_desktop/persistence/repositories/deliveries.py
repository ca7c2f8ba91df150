"""Deliveries."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, bindparam, select, update

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.customers.customer import InvoiceGrouping
from otc_desktop.domain.invoicing.grouping import BillableDelivery
from otc_desktop.domain.sales.commitment import value_of
from otc_desktop.domain.sales.delivery import Delivery, DeliveryStatus
from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId, DeliveryId, SalesOrderId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.repositories import lines as mapping
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.sales import (
    delivery as table,
)
from otc_desktop.persistence.tables.sales import delivery_line as lines
from otc_desktop.persistence.tables.sales import sales_order, sales_order_line

_NOTHING = Decimal(0)
_CHANGED_LINE = update(lines).where(
    (lines.c.delivery_id == bindparam("of_delivery"))
    & (lines.c.order_position == bindparam("at_position"))
)


class SqlDeliveryRepository:
    """Deliveries of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, delivery_id: DeliveryId, *, lock: bool = True) -> Delivery:
        """By id, locked."""
        return self._load(table.c.id == delivery_id, str(delivery_id), lock=lock)

    def get_by_number(self, number: str, *, lock: bool = False) -> Delivery:
        """By number."""
        return self._load(table.c.number == number, number, lock=lock)

    def waiting(self, until: date | None) -> Sequence[BillableDelivery]:
        """Deliveries that no document invoices yet, up to a day, oldest first."""
        query = (
            select(
                table,
                sales_order.c.number.label("order_number"),
                sales_order.c.currency,
                sales_order.c.purchase_order,
                customer.c.code.label("customer_code"),
                customer.c.name.label("customer_name"),
                customer.c.invoice_grouping,
                customer.c.purchase_order_required,
            )
            .join(sales_order, sales_order.c.id == table.c.order_id)
            .join(customer, customer.c.id == table.c.customer_id)
            .where(table.c.invoiced.is_(False))
            .where(table.c.status == DeliveryStatus.DELIVERED.value)
            .order_by(table.c.delivered_on, table.c.number)
        )
        if until is not None:
            query = query.where(table.c.delivered_on <= until)
        return [
            BillableDelivery(
                delivery_id=DeliveryId(row["id"]),
                number=row["number"],
                order_id=SalesOrderId(row["order_id"]),
                order_number=row["order_number"],
                customer_id=CustomerId(row["customer_id"]),
                customer_code=row["customer_code"],
                customer_name=row["customer_name"],
                delivered_on=row["delivered_on"],
                site=row["ship_to"],
                currency=row["currency"],
                purchase_order=row["purchase_order"],
                wants_purchase_order=row["purchase_order_required"],
                grouping=InvoiceGrouping(row["invoice_grouping"]),
            )
            for row in self._session.rows(query)
        ]

    def of_order(self, order_id: SalesOrderId) -> Sequence[Delivery]:
        """All deliveries of an order, in order of their numbers."""
        rows = self._session.rows(
            select(table).where(table.c.order_id == order_id).order_by(table.c.number)
        )
        return [self._from_row(row) for row in rows]

    def add(self, delivery: Delivery) -> None:
        """A new delivery."""
        self._session.insert(
            table,
            {
                "id": delivery.id,
                "number": delivery.number,
                "order_id": delivery.order_id,
                "customer_id": delivery.customer_id,
                "delivered_on": delivery.delivered_on,
                "ship_to": delivery.ship_to,
                "version": 1,
                **self._changing(delivery),
            },
        )
        self._session.insert_many(
            lines,
            [
                {
                    "delivery_id": delivery.id,
                    "order_position": position,
                    "quantity": quantity,
                    "prebilled": delivery.prebilled.get(position, _NOTHING),
                }
                for position, quantity in sorted(delivery.quantities.items())
            ],
        )
        self._session.topics.add(Topic.ORDERS)

    def save(self, delivery: Delivery) -> None:
        """A changed delivery: invoiced, returned in part, cancelled, tracked."""
        self._session.update_versioned(
            table, delivery.id, delivery.version, self._changing(delivery)
        )
        self._session.connection.execute(
            _CHANGED_LINE,
            [
                {
                    "of_delivery": delivery.id,
                    "at_position": position,
                    "returned": delivery.returned.get(position, _NOTHING),
                    "billed": delivery.billed.get(position, _NOTHING),
                }
                for position in delivery.quantities
            ],
        )
        self._session.topics.add(Topic.ORDERS)

    def _changing(self, delivery: Delivery) -> dict[str, Any]:
        return {
            "invoiced": delivery.invoiced,
            "status": delivery.status.value,
            "carrier": delivery.carrier,
            "tracking": delivery.tracking,
            "note": delivery.note,
            "cancelled_on": delivery.cancelled_on,
            "cancel_reason": delivery.cancel_reason,
            "value_incl_tax_minor": self._value(delivery).minor,
        }

    def _value(self, delivery: Delivery) -> Money:
        """What the delivery will be invoiced at, as credit exposure counts it until then."""
        order = self._session.by_id(sales_order, delivery.order_id)
        rows = self._session.parts_of(sales_order_line, "order_id", delivery.order_id)
        priced = [mapping.line_of(each) for each in rows]
        currency = EUR if order is None else Currency(order["currency"])
        return value_of(priced, delivery.to_invoice(), currency)

    def _load(self, key: ColumnElement[bool], name: str, *, lock: bool) -> Delivery:
        row = self._session.one(select(table).where(key), lock=lock)
        if row is None:
            raise NotFoundError("sales.delivery_not_found", number=name)
        return self._from_row(row)

    def _from_row(self, row: RowMapping) -> Delivery:
        found = self._session.rows(select(lines).where(lines.c.delivery_id == row["id"]))
        return Delivery(
            id=DeliveryId(row["id"]),
            number=row["number"],
            order_id=SalesOrderId(row["order_id"]),
            customer_id=CustomerId(row["customer_id"]),
            delivered_on=row["delivered_on"],
            quantities=_by_position(found, "quantity"),
            returned=_by_position(found, "returned"),
            billed=_by_position(found, "billed"),
            prebilled=_by_position(found, "prebilled"),
            invoiced=row["invoiced"],
            status=DeliveryStatus(row["status"]),
            ship_to=row["ship_to"],
            carrier=row["carrier"],
            tracking=row["tracking"],
            note=row["note"],
            cancelled_on=row["cancelled_on"],
            cancel_reason=row["cancel_reason"],
            version=row["version"],
        )


def _by_position(rows: Sequence[RowMapping], column: str) -> Mapping[int, Decimal]:
    return {row["order_position"]: row[column] for row in rows if row[column]}
