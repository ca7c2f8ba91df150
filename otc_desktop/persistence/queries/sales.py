"""Lists of orders and of deliveries."""

import json
from collections.abc import Mapping
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, Connection, FromClause, RowMapping, Select, select

from otc_desktop.application.kernel.finding import FoundKind
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.sales.queries import DeliveryRow, OrderRow
from otc_desktop.domain.sales.delivery import DeliveryStatus
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.ids import DeliveryId, SalesOrderId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.queries.full_text import things
from otc_desktop.persistence.queries.names import customers_named
from otc_desktop.persistence.queries.order_dates import is_late, late_after_days
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts, reading
from otc_desktop.persistence.queries.search import Search, starts_with
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.sales import delivery, sales_order


class OrderList(PagedQuery[OrderRow]):
    """Orders, newest first. Filters: `status`, `late`, `customer_id`."""

    sorts: ClassVar[Sorts] = {
        "ordered_on": sales_order.c.ordered_on,
        "number": sales_order.c.number,
        "customer": sales_order.c.customer_name_folded,
    }
    default_sort = "ordered_on"
    default_descending = True
    tie = sales_order.c.id

    def rows_query(self) -> Select[Any]:
        """Orders with their customer."""
        return select(
            sales_order,
            customer.c.code.label("customer_code"),
            customer.c.name.label("customer_name"),
        ).join(customer, customer.c.id == sales_order.c.customer_id)

    def counted(self) -> FromClause:
        """Orders."""
        return sales_order

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Whose, and how far."""
        found: list[ColumnElement[bool]] = []
        if request.filters.get("status"):
            found.append(sales_order.c.status == str(request.filters["status"]))
        if request.filters.get("customer_id"):
            found.append(sales_order.c.customer_id == request.filters["customer_id"])
        return found

    def narrowed(self, connection: Connection, request: PageRequest) -> list[ColumnElement[bool]]:
        """The usual choices, and what is late by the company's own delay."""
        found = super().narrowed(connection, request)
        if request.filters.get("late"):
            found.append(is_late(self._today(), late_after_days(connection)))
        return found

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """A date, or the beginning of a number, a purchase order or the customer's name."""
        if search.day is not None:
            return [sales_order.c.ordered_on == search.day]
        return [
            starts_with(sales_order.c.number, search.text.upper()),
            starts_with(sales_order.c.purchase_order, search.text),
            starts_with(sales_order.c.customer_name_folded, search.words),
            sales_order.c.id.in_(things(search.asked, FoundKind.ORDER)),
            sales_order.c.customer_id.in_(customers_named(search)),
        ]

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """Sums in the company's currency."""
        query = select(
            sum_minor(sales_order.c.total_excl_tax_minor).label("excl"),
            sum_minor(sales_order.c.total_incl_tax_minor).label("incl"),
        )
        with reading(self._engine) as connection:
            narrowed = query.where(*self.narrowed(connection, request))
            row = connection.execute(narrowed).mappings().one()
        return {
            "total_excl_tax": Money.from_minor(row["excl"], EUR),
            "total_incl_tax": Money.from_minor(row["incl"], EUR),
        }

    def row(self, row: RowMapping) -> OrderRow:
        """An order."""
        currency = Currency(row["currency"])
        return OrderRow(
            id=SalesOrderId(row["id"]),
            number=row["number"],
            ordered_on=row["ordered_on"],
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            purchase_order=row["purchase_order"],
            status=OrderStatus(row["status"]),
            holds=tuple(json.loads(row["holds"])),
            total_excl_tax=Money.from_minor(row["total_excl_tax_minor"], currency),
            total_incl_tax=Money.from_minor(row["total_incl_tax_minor"], currency),
            promised_on=row["promised_on"] or row["wished_on"],
        )


class DeliveriesToInvoice(PagedQuery[DeliveryRow]):
    """Deliveries without a draft or invoice, oldest first."""

    sorts: ClassVar[Sorts] = {"delivered_on": delivery.c.delivered_on}
    default_sort = "delivered_on"
    tie = delivery.c.id

    def rows_query(self) -> Select[Any]:
        """Deliveries with order and customer."""
        return (
            select(
                delivery,
                sales_order.c.number.label("order_number"),
                sales_order.c.purchase_order,
                customer.c.code.label("customer_code"),
                customer.c.name.label("customer_name"),
            )
            .join(sales_order, sales_order.c.id == delivery.c.order_id)
            .join(customer, customer.c.id == delivery.c.customer_id)
        )

    def counted(self) -> FromClause:
        """Deliveries."""
        return delivery

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Not invoiced, and not undone either."""
        return [
            delivery.c.invoiced.is_(False),
            delivery.c.status == DeliveryStatus.DELIVERED.value,
        ]

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """A date, or the beginning of a number or of the customer's name."""
        if search.day is not None:
            return [delivery.c.delivered_on == search.day]
        return [
            starts_with(delivery.c.number, search.text.upper()),
            delivery.c.id.in_(things(search.asked, FoundKind.DELIVERY)),
            delivery.c.customer_id.in_(customers_named(search)),
        ]

    def row(self, row: RowMapping) -> DeliveryRow:
        """A delivery."""
        return DeliveryRow(
            id=DeliveryId(row["id"]),
            number=row["number"],
            delivered_on=row["delivered_on"],
            order_number=row["order_number"],
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            purchase_order=row["purchase_order"],
        )
