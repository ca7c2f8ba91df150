"""Open items of a customer, for the reconciliation desk."""

from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, select

from otc_desktop.application.kernel.finding import FoundKind
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.receivables.queries import OpenItemRow
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.queries.full_text import things
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts
from otc_desktop.persistence.queries.search import Search, starts_with
from otc_desktop.persistence.tables.receivables import open_item


class OpenItemList(PagedQuery[OpenItemRow]):
    """Documents with something open, oldest due first. Filters: `customer_id`, `credits`."""

    sorts: ClassVar[Sorts] = {"due_on": open_item.c.due_on}
    default_sort = "due_on"
    tie = open_item.c.id

    def rows_query(self) -> Select[Any]:
        """Open items."""
        return select(open_item)

    def counted(self) -> FromClause:
        """Open items."""
        return open_item

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Open ones, of one customer."""
        found: list[ColumnElement[bool]] = [open_item.c.is_open.is_(True)]
        if request.filters.get("customer_id"):
            found.append(open_item.c.customer_id == request.filters["customer_id"])
        if request.filters.get("credits"):
            found.append(open_item.c.open_minor < 0)
        return found

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """A number or a purchase order."""
        return [
            starts_with(open_item.c.number, search.text.upper()),
            open_item.c.id.in_(things(search.asked, FoundKind.INVOICE)),
        ]

    def row(self, row: RowMapping) -> OpenItemRow:
        """An open item."""
        currency = Currency(row["currency"])
        return OpenItemRow(
            id=OpenItemId(row["id"]),
            customer_id=CustomerId(row["customer_id"]),
            number=row["number"],
            kind=InvoiceKind(row["kind"]),
            issued_on=row["issued_on"],
            due_on=row["due_on"],
            total=Money.from_minor(row["total_minor"], currency),
            open=Money.from_minor(row["open_minor"], currency),
        )
