"""Lists of deliveries and of goods that came back."""

from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, select

from otc_desktop.application.kernel.finding import FoundKind
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.sales.delivery_queries import DeliveryListRow, ReturnRow
from otc_desktop.domain.sales.delivery import DeliveryStatus
from otc_desktop.domain.sales.sales_return import ReturnReason, ReturnStatus
from otc_desktop.domain.shared.ids import DeliveryId, SalesReturnId
from otc_desktop.persistence.queries.full_text import things
from otc_desktop.persistence.queries.names import customers_named
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts
from otc_desktop.persistence.queries.search import Search, starts_with
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.invoicing import invoice
from otc_desktop.persistence.tables.returns import sales_return
from otc_desktop.persistence.tables.sales import delivery, sales_order

# What a list may be narrowed to: how a delivery stands, in the words of its reader.
TO_INVOICE, INVOICED, CANCELLED = "to_invoice", "invoiced", "cancelled"


class DeliveryList(PagedQuery[DeliveryListRow]):
    """All deliveries, newest first. Filters: `state`, `customer_id`."""

    sorts: ClassVar[Sorts] = {
        "delivered_on": delivery.c.delivered_on,
        "number": delivery.c.number,
    }
    default_sort = "delivered_on"
    default_descending = True
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
        """Whose, and how they stand."""
        found: list[ColumnElement[bool]] = []
        state = request.filters.get("state")
        if state == TO_INVOICE:
            found.append(delivery.c.invoiced.is_(False))
            found.append(delivery.c.status == DeliveryStatus.DELIVERED.value)
        elif state == INVOICED:
            found.append(delivery.c.invoiced.is_(True))
        elif state == CANCELLED:
            found.append(delivery.c.status == DeliveryStatus.CANCELLED.value)
        if request.filters.get("customer_id"):
            found.append(delivery.c.customer_id == request.filters["customer_id"])
        return found

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """A date, or the beginning of a number, an order's number or the customer's name."""
        if search.day is not None:
            return [delivery.c.delivered_on == search.day]
        numbered = select(sales_order.c.id).where(
            starts_with(sales_order.c.number, search.text.upper())
        )
        return [
            starts_with(delivery.c.number, search.text.upper()),
            delivery.c.id.in_(things(search.asked, FoundKind.DELIVERY)),
            delivery.c.order_id.in_(numbered),
            delivery.c.customer_id.in_(customers_named(search)),
        ]

    def row(self, row: RowMapping) -> DeliveryListRow:
        """A delivery."""
        return DeliveryListRow(
            id=DeliveryId(row["id"]),
            number=row["number"],
            delivered_on=row["delivered_on"],
            order_number=row["order_number"],
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            purchase_order=row["purchase_order"],
            status=DeliveryStatus(row["status"]),
            invoiced=row["invoiced"],
            carrier=row["carrier"],
            tracking=row["tracking"],
        )


class ReturnList(PagedQuery[ReturnRow]):
    """Returns, newest first. Filters: `status`, `to_credit`."""

    sorts: ClassVar[Sorts] = {
        "noted_on": sales_return.c.noted_on,
        "number": sales_return.c.number,
    }
    default_sort = "noted_on"
    default_descending = True
    tie = sales_return.c.id

    def rows_query(self) -> Select[Any]:
        """Returns with their documents and customer."""
        return (
            select(
                sales_return,
                delivery.c.number.label("delivery_number"),
                sales_order.c.number.label("order_number"),
                customer.c.code.label("customer_code"),
                customer.c.name.label("customer_name"),
                invoice.c.number.label("credit_number"),
            )
            .join(delivery, delivery.c.id == sales_return.c.delivery_id)
            .join(sales_order, sales_order.c.id == sales_return.c.order_id)
            .join(customer, customer.c.id == sales_return.c.customer_id)
            .outerjoin(invoice, invoice.c.id == sales_return.c.credit_id)
        )

    def counted(self) -> FromClause:
        """Returns."""
        return sales_return

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """How far they have come."""
        found: list[ColumnElement[bool]] = []
        if request.filters.get("status"):
            found.append(sales_return.c.status == str(request.filters["status"]))
        if request.filters.get("to_credit"):
            found.append(sales_return.c.status == ReturnStatus.RECEIVED.value)
            found.append(sales_return.c.credit_due.is_(True))
        return found

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """A date, or the beginning of a number, a delivery's number or the customer's name."""
        if search.day is not None:
            return [sales_return.c.noted_on == search.day]
        numbered = select(delivery.c.id).where(starts_with(delivery.c.number, search.text.upper()))
        return [
            starts_with(sales_return.c.number, search.text.upper()),
            sales_return.c.id.in_(things(search.asked, FoundKind.RETURN)),
            sales_return.c.delivery_id.in_(numbered),
            sales_return.c.customer_id.in_(customers_named(search)),
        ]

    def row(self, row: RowMapping) -> ReturnRow:
        """A return."""
        return ReturnRow(
            id=SalesReturnId(row["id"]),
            number=row["number"],
            noted_on=row["noted_on"],
            delivery_number=row["delivery_number"],
            order_number=row["order_number"],
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            reason=ReturnReason(row["reason"]),
            note=row["note"],
            status=ReturnStatus(row["status"]),
            credit_due=row["credit_due"],
            credit_number=row["credit_number"] or "",
        )
