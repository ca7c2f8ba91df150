"""The list of quotes."""

from collections.abc import Mapping
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, and_, select

from otc_desktop.application.kernel.finding import FoundKind
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.sales.queries import QuoteRow
from otc_desktop.domain.sales.quote import QuoteStatus
from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.ids import QuoteId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.queries.full_text import things
from otc_desktop.persistence.queries.names import customers_named
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts, reading
from otc_desktop.persistence.queries.search import Search, starts_with
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.quotes import quote

_WAITING = (QuoteStatus.DRAFT.value, QuoteStatus.SENT.value)


class QuoteList(PagedQuery[QuoteRow]):
    """Quotes, newest first. Filters: `status` (`expired` among them), `customer_id`."""

    sorts: ClassVar[Sorts] = {
        "quoted_on": quote.c.quoted_on,
        "valid_until": quote.c.valid_until,
        "number": quote.c.number,
        "customer": quote.c.customer_name_folded,
    }
    default_sort = "quoted_on"
    default_descending = True
    tie = quote.c.id

    def rows_query(self) -> Select[Any]:
        """Quotes with their customer."""
        return select(
            quote,
            customer.c.code.label("customer_code"),
            customer.c.name.label("customer_name"),
        ).join(customer, customer.c.id == quote.c.customer_id)

    def counted(self) -> FromClause:
        """Quotes."""
        return quote

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Whose, and how far; a quote that waits has not expired."""
        found: list[ColumnElement[bool]] = []
        status = request.filters.get("status")
        if status == QuoteStatus.EXPIRED.value:
            found.append(and_(quote.c.status.in_(_WAITING), quote.c.valid_until < self._today()))
        elif status:
            found.append(quote.c.status == str(status))
            if status in _WAITING:
                found.append(quote.c.valid_until >= self._today())
        if request.filters.get("customer_id"):
            found.append(quote.c.customer_id == request.filters["customer_id"])
        return found

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """A date, or the beginning of a number, a reference or the customer's name."""
        if search.day is not None:
            return [quote.c.quoted_on == search.day]
        return [
            starts_with(quote.c.number, search.text.upper()),
            starts_with(quote.c.reference, search.text),
            quote.c.id.in_(things(search.asked, FoundKind.QUOTE)),
            quote.c.customer_id.in_(customers_named(search)),
        ]

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """Sums in the company's currency."""
        query = select(
            sum_minor(quote.c.total_excl_tax_minor).label("excl"),
            sum_minor(quote.c.total_incl_tax_minor).label("incl"),
        )
        with reading(self._engine) as connection:
            narrowed = query.where(*self.narrowed(connection, request))
            row = connection.execute(narrowed).mappings().one()
        return {
            "total_excl_tax": Money.from_minor(row["excl"], EUR),
            "total_incl_tax": Money.from_minor(row["incl"], EUR),
        }

    def row(self, row: RowMapping) -> QuoteRow:
        """A quote as it stands today."""
        currency = Currency(row["currency"])
        status = QuoteStatus(row["status"])
        if row["status"] in _WAITING and row["valid_until"] < self._today():
            status = QuoteStatus.EXPIRED
        return QuoteRow(
            id=QuoteId(row["id"]),
            number=row["number"],
            quoted_on=row["quoted_on"],
            valid_until=row["valid_until"],
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            reference=row["reference"],
            status=status,
            order_number=row["order_number"],
            total_excl_tax=Money.from_minor(row["total_excl_tax_minor"], currency),
            total_incl_tax=Money.from_minor(row["total_incl_tax_minor"], currency),
        )
