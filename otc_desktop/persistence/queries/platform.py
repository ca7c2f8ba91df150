"""Flows to the approved platform, for lists."""

from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, RowMapping, ScalarSelect, Select, or_, select

from otc_desktop.application.invoicing.flow_queries import FlowRow
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.persistence.queries.names import customers_named
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts
from otc_desktop.persistence.queries.search import Search
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.invoicing import invoice
from otc_desktop.persistence.tables.platform import platform_flow as table

_IN_TROUBLE = ("rejected", "failed")


class FlowList(PagedQuery[FlowRow]):
    """Flows, newest first. Filters: `status`, `invoice_id`."""

    sorts: ClassVar[Sorts] = {"created_at": table.c.created_at}
    default_sort = "created_at"
    default_descending = True
    tie = table.c.id

    def rows_query(self) -> Select[Any]:
        """Flows with their customer and document."""
        names = (customer.c.code.label("customer_code"), customer.c.name.label("customer_name"))
        return (
            select(table, *names, invoice.c.number)
            .outerjoin(customer, customer.c.id == table.c.customer_id)
            .outerjoin(invoice, invoice.c.id == table.c.invoice_id)
        )

    def counted(self) -> FromClause:
        """Flows."""
        return table

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """How far, and of what."""
        return [
            table.c[name] == request.filters[name]
            for name in ("status", "invoice_id")
            if request.filters.get(name)
        ]

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """The beginning of the customer's name."""
        return [table.c.customer_id.in_(customers_named(search))]

    def row(self, row: RowMapping) -> FlowRow:
        """A flow."""
        return FlowRow(
            id=row["id"],
            kind=row["kind"],
            syntax=row["syntax"],
            name=row["name"],
            number=row["number"] or "",
            customer_code=row["customer_code"] or "",
            customer_name=row["customer_name"] or "",
            invoice_id=None if row["invoice_id"] is None else InvoiceId(row["invoice_id"]),
            status=row["status"],
            attempts=row["attempts"],
            platform_id=row["platform_id"],
            answer=row["answer"],
            created_at=row["created_at"],
            deposited_at=row["deposited_at"],
        )


def in_trouble() -> ColumnElement[bool]:
    """Refused, and nothing put in its place since."""
    later = table.alias("later")
    replaced = (
        select(later.c.id)
        .where(
            (later.c.invoice_id == table.c.invoice_id)
            & (later.c.kind == table.c.kind)
            & (later.c.created_at > table.c.created_at)
        )
        .exists()
    )
    return table.c.status.in_(_IN_TROUBLE) & or_(table.c.invoice_id.is_(None), ~replaced)


def deposit_status(invoice_id: ColumnElement[Any]) -> ScalarSelect[Any]:
    """How far the last deposit of a document came."""
    return (
        select(table.c.status)
        .where((table.c.invoice_id == invoice_id) & table.c.status_id.is_(None))
        .order_by(table.c.created_at.desc(), table.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
