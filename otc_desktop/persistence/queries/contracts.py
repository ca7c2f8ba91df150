"""Lists of recurring contracts and of works."""

from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, or_, select

from otc_desktop.application.invoicing.contract_rows import ContractRow, WorksRow
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.domain.invoicing.recurring import Timing
from otc_desktop.domain.invoicing.works import WorksStatus
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import RecurringContractId, WorksContractId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts
from otc_desktop.persistence.queries.search import Search, starts_with
from otc_desktop.persistence.tables.contracts import recurring_contract, works_contract
from otc_desktop.persistence.tables.customers import customer


class ContractList(PagedQuery[ContractRow]):
    """Recurring contracts by their next invoice. Filters: `running`, `customer_id`."""

    sorts: ClassVar[Sorts] = {
        "next_due_on": recurring_contract.c.next_due_on,
        "number": recurring_contract.c.number,
        "customer": recurring_contract.c.customer_name_folded,
    }
    default_sort = "next_due_on"
    tie = recurring_contract.c.id

    def rows_query(self) -> Select[Any]:
        """Contracts with their customer."""
        return select(
            recurring_contract,
            customer.c.code.label("customer_code"),
            customer.c.name.label("customer_name"),
        ).join(customer, customer.c.id == recurring_contract.c.customer_id)

    def counted(self) -> FromClause:
        """Contracts."""
        return recurring_contract

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Whose, and whether it goes on."""
        found: list[ColumnElement[bool]] = []
        if request.filters.get("running"):
            last = recurring_contract.c.cancelled_on
            found.append(or_(last.is_(None), last >= self._today()))
        if request.filters.get("customer_id"):
            found.append(recurring_contract.c.customer_id == request.filters["customer_id"])
        return found

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """The beginning of a number or of the customer's name."""
        return [
            starts_with(recurring_contract.c.number, search.text.upper()),
            starts_with(recurring_contract.c.customer_name_folded, search.words),
        ]

    def row(self, row: RowMapping) -> ContractRow:
        """A contract."""
        return ContractRow(
            id=RecurringContractId(row["id"]),
            number=row["number"],
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            title=row["title"],
            months=row["months"],
            timing=Timing(row["timing"]),
            starts_on=row["starts_on"],
            ends_on=row["ends_on"],
            renews=row["renewal_months"] > 0,
            cancelled_on=row["cancelled_on"],
            next_due_on=row["next_due_on"],
            period_total=Money.from_minor(row["period_minor"], Currency(row["currency"])),
        )


class WorksList(PagedQuery[WorksRow]):
    """Works, newest first. Filters: `open`, `customer_id`."""

    sorts: ClassVar[Sorts] = {
        "signed_on": works_contract.c.signed_on,
        "number": works_contract.c.number,
        "customer": works_contract.c.customer_name_folded,
    }
    default_sort = "signed_on"
    default_descending = True
    tie = works_contract.c.id

    def rows_query(self) -> Select[Any]:
        """Works with their customer."""
        return select(
            works_contract,
            customer.c.code.label("customer_code"),
            customer.c.name.label("customer_name"),
        ).join(customer, customer.c.id == works_contract.c.customer_id)

    def counted(self) -> FromClause:
        """Works."""
        return works_contract

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Whose, and whether they go on."""
        found: list[ColumnElement[bool]] = []
        if request.filters.get("open"):
            found.append(works_contract.c.status == WorksStatus.OPEN.value)
        if request.filters.get("customer_id"):
            found.append(works_contract.c.customer_id == request.filters["customer_id"])
        return found

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """The beginning of a number or of the customer's name."""
        return [
            starts_with(works_contract.c.number, search.text.upper()),
            starts_with(works_contract.c.customer_name_folded, search.words),
        ]

    def row(self, row: RowMapping) -> WorksRow:
        """Works."""
        currency = Currency(row["currency"])
        return WorksRow(
            id=WorksContractId(row["id"]),
            number=row["number"],
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            title=row["title"],
            signed_on=row["signed_on"],
            status=WorksStatus(row["status"]),
            retention_percent=row["retention_percent"],
            total=Money.from_minor(row["total_minor"], currency),
            cumulated=Money.from_minor(row["cumulated_minor"], currency),
        )
