"""Lists of customers, and one customer's file."""

from collections.abc import Mapping
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, and_, case, func, select

from otc_desktop.application.customers.queries import (
    CustomerDetail,
    CustomerRow,
)
from otc_desktop.application.kernel.finding import FoundKind
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.domain.customers.customer import CustomerStatus
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.credit_sums import read_exposures
from otc_desktop.persistence.queries.full_text import things
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts, met_in_order, reading
from otc_desktop.persistence.queries.search import Search, starts_with
from otc_desktop.persistence.repositories.customers import customer_of
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.customer_book import contact
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.receivables import open_item

_ARCHIVED = "archived"


class CustomerList(PagedQuery[CustomerRow]):
    """Customers by name, with what each owes. Search: code, name, city or SIREN."""

    sorts: ClassVar[Sorts] = {
        "name": customer.c.name_folded,
        "code": customer.c.code,
        "city": customer.c.city,
    }
    default_sort = "name"
    tie = customer.c.id

    def rows_query(self) -> Select[Any]:
        """Customers with two sums, each over the index of one customer's open items."""
        mine = (open_item.c.customer_id == customer.c.id) & open_item.c.is_open.is_(True)
        late = mine & (open_item.c.due_on < self._today()) & (open_item.c.open_minor > 0)
        total = sum_minor(open_item.c.open_minor)
        keeper = customer.alias("keeper")
        return select(
            customer,
            select(total).where(mine).scalar_subquery().label("open_minor"),
            select(total).where(late).scalar_subquery().label("overdue_minor"),
            select(keeper.c.code)
            .where(keeper.c.id == customer.c.merged_into_id)
            .scalar_subquery()
            .label("merged_into"),
        )

    def counted(self) -> FromClause:
        """Customers."""
        return customer

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """`owes` is `open` or `overdue`; `state` a status, or `archived`.

        Archived customers are listed where they are asked for, and nowhere else.
        """
        found = [_in_state(request.filters.get("state"))]
        owes = request.filters.get("owes")
        if not owes:
            return found
        debts = select(open_item.c.customer_id).where(
            open_item.c.is_open.is_(True) & (open_item.c.open_minor > 0)
        )
        if owes == "overdue":
            debts = debts.where(open_item.c.due_on < self._today())
        return [*found, customer.c.id.in_(debts)]

    def count(self, request: PageRequest) -> int:
        """How many rows there are in all; those of the plain list by an index."""
        if _is_narrowed(request):
            return super().count(request)
        query = select(func.count()).select_from(customer).where(customer.c.archived_on.is_(None))
        with reading(self._engine) as connection:
            return int(connection.execute(query).scalar_one())

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """The beginning of a code or a SIREN; words of the customer or of its contacts."""
        people = select(contact.c.customer_id).where(
            contact.c.id.in_(things(search.asked, FoundKind.CONTACT))
        )
        return [
            starts_with(customer.c.code, search.text.upper()),
            starts_with(customer.c.siren, search.text.replace(" ", "")),
            starts_with(customer.c.name_folded, search.words),
            customer.c.id.in_(things(search.asked, FoundKind.CUSTOMER)),
            customer.c.id.in_(people),
        ]

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """What all listed customers owe."""
        late = and_(open_item.c.due_on < self._today(), open_item.c.open_minor > 0)
        query = (
            select(
                sum_minor(open_item.c.open_minor).label("open"),
                sum_minor(case((late, open_item.c.open_minor), else_=0)).label("overdue"),
            )
            .select_from(open_item)
            .where(open_item.c.is_open.is_(True))
        )
        with reading(self._engine) as connection:
            # Nothing is open with archived customers: the plain list's sums need no look at them.
            conditions = self.narrowed(connection, request) if _is_narrowed(request) else []
            if conditions:
                query = query.join(customer, customer.c.id == open_item.c.customer_id)
            row = connection.execute(query.where(*conditions)).mappings().one()
        return {
            "open_amount": Money.from_minor(row["open"], EUR),
            "overdue_amount": Money.from_minor(row["overdue"], EUR),
        }

    def row(self, row: RowMapping) -> CustomerRow:
        """A customer."""
        limit = row["credit_limit_minor"]
        return CustomerRow(
            id=CustomerId(row["id"]),
            code=row["code"],
            name=row["name"],
            city=row["city"],
            siren=row["siren"],
            email=row["email"],
            payment_terms=row["payment_terms"],
            open_amount=Money.from_minor(row["open_minor"], EUR),
            overdue_amount=Money.from_minor(row["overdue_minor"], EUR),
            credit_limit=None if limit is None else Money.from_minor(limit, EUR),
            status=CustomerStatus(row["status"]),
            is_archived=row["archived_on"] is not None,
            merged_into=row["merged_into"] or "",
        )

    def detail(self, customer_id: CustomerId) -> CustomerDetail:
        """A customer's file and its figures.

        Raises:
            NotFoundError: `customers.not_found`.
        """
        query = self.rows_query().where(customer.c.id == customer_id)
        with reading(self._engine) as connection:
            row = connection.execute(query).mappings().one_or_none()
            exposure = read_exposures(connection, [customer_id])[customer_id]
        if row is None:
            raise NotFoundError("customers.not_found", customer=str(customer_id))
        return CustomerDetail(
            customer=customer_of(row),
            open_amount=Money.from_minor(row["open_minor"], EUR),
            overdue_amount=Money.from_minor(row["overdue_minor"], EUR),
            exposure=exposure,
            merged_into=row["merged_into"] or "",
        )


def _is_narrowed(request: PageRequest) -> bool:
    return bool(request.search.strip() or any(request.filters.values()))


def _in_state(state: str | None) -> ColumnElement[bool]:
    """Customers in a state; without one, all that are not archived."""
    if state == _ARCHIVED:
        return customer.c.archived_on.is_not(None)
    listed = customer.c.archived_on.is_(None)
    if not state:
        return met_in_order(listed)
    if state == CustomerStatus.ACTIVE.value:
        return met_in_order(listed & (customer.c.status == state))
    # The few that wait for somebody are found by their index, then put in order.
    waiting = customer.alias("waiting")
    few = select(waiting.c.id).where(waiting.c.status == state, waiting.c.archived_on.is_(None))
    return customer.c.id.in_(few)
