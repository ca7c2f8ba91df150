"""The dates of orders, from order to cash."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, case, func, select

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.sales.delivery import DeliveryStatus
from otc_desktop.domain.sales.lead_times import OrderStages, Stage, StageFigures, stage_figures
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.shared.ids import SalesOrderId
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts, reading
from otc_desktop.persistence.queries.search import Search, starts_with
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.invoicing import invoice
from otc_desktop.persistence.tables.receivables import open_item
from otc_desktop.persistence.tables.sales import delivery, sales_order

_COUNTED = [
    each.value for each in OrderStatus if each not in (OrderStatus.DRAFT, OrderStatus.CANCELLED)
]
_OVER = (OrderStatus.DELIVERED.value, OrderStatus.CLOSED.value)
_ROWS_AT_ONCE = 2_000


class LeadTimeList(PagedQuery[OrderStages]):
    """Accepted orders with the dates of their stages, newest first.

    Filters: `from_on`, `to_on` (dates of the order), `customer_id`.
    """

    sorts: ClassVar[Sorts] = {
        "ordered_on": sales_order.c.ordered_on,
        "number": sales_order.c.number,
    }
    default_sort = "ordered_on"
    default_descending = True
    tie = sales_order.c.id

    def rows_query(self) -> Select[Any]:
        """Orders with four dates; each is looked up by an index."""
        of_order = delivery.c.order_id == sales_order.c.id
        counted = delivery.c.status == DeliveryStatus.DELIVERED.value
        left = select(func.max(delivery.c.delivered_on)).where(of_order, counted)
        waiting = select(delivery.c.id).where(of_order, counted, delivery.c.invoiced.is_(False))
        billed = (
            (invoice.c.order_id == sales_order.c.id)
            & invoice.c.number.is_not(None)
            & (invoice.c.kind == InvoiceKind.INVOICE.value)
        )
        issued = select(func.max(invoice.c.document_on)).where(billed)
        items = select(open_item).join(invoice, invoice.c.id == open_item.c.invoice_id)
        still_open = items.where(billed, open_item.c.is_open.is_(True))
        settled = (
            select(func.max(open_item.c.settled_on))
            .join(invoice, invoice.c.id == open_item.c.invoice_id)
            .where(billed)
        )
        is_over = sales_order.c.status.in_(_OVER)
        all_billed = is_over & ~waiting.exists()
        return select(
            sales_order.c.id,
            sales_order.c.number,
            sales_order.c.ordered_on,
            sales_order.c.confirmed_on,
            customer.c.code.label("customer_code"),
            customer.c.name.label("customer_name"),
            case((is_over, left.scalar_subquery())).label("delivered_on"),
            case((all_billed, issued.scalar_subquery())).label("invoiced_on"),
            case((all_billed & ~still_open.exists(), settled.scalar_subquery())).label("paid_on"),
        ).join(customer, customer.c.id == sales_order.c.customer_id)

    def counted(self) -> FromClause:
        """Orders."""
        return sales_order

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Accepted, of a period, of one customer."""
        found: list[ColumnElement[bool]] = [sales_order.c.status.in_(_COUNTED)]
        if request.filters.get("from_on"):
            found.append(sales_order.c.ordered_on >= request.filters["from_on"])
        if request.filters.get("to_on"):
            found.append(sales_order.c.ordered_on <= request.filters["to_on"])
        if request.filters.get("customer_id"):
            found.append(sales_order.c.customer_id == request.filters["customer_id"])
        return found

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """A date, or the beginning of a number or of the customer's name."""
        if search.day is not None:
            return [sales_order.c.ordered_on == search.day]
        return [
            starts_with(sales_order.c.number, search.text.upper()),
            starts_with(sales_order.c.customer_name_folded, search.words),
        ]

    def row(self, row: RowMapping) -> OrderStages:
        """An order."""
        return OrderStages(
            id=SalesOrderId(row["id"]),
            number=row["number"],
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            ordered_on=row["ordered_on"],
            confirmed_on=row["confirmed_on"],
            delivered_on=row["delivered_on"],
            invoiced_on=row["invoiced_on"],
            paid_on=row["paid_on"],
        )

    def figures(
        self, from_on: date | None = None, to_on: date | None = None
    ) -> Mapping[Stage, StageFigures]:
        """Each stage over the orders of a period."""
        request = PageRequest(filters={"from_on": from_on, "to_on": to_on})
        with reading(self._engine) as connection:
            query = self.rows_query().where(*self.filters(request))
            rows = connection.execution_options(yield_per=_ROWS_AT_ONCE).execute(query).mappings()
            return stage_figures(self.row(row) for row in rows)
