"""Credit: held orders that wait, and what was decided."""

import json
from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, select

from otc_desktop.application.credit.queries import DecisionRow, RequestRow
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.domain.credit.trace import RequestStatus
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.ids import CustomerId, SalesOrderId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.queries.names import customers_named
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts, reading
from otc_desktop.persistence.queries.search import Search, starts_with
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.credit import credit_decision, credit_request
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.sales import sales_order

_WAITING = (RequestStatus.OPEN.value, RequestStatus.DEPOSIT.value)


class RequestList(PagedQuery[RequestRow]):
    """Held orders that wait for somebody, oldest first; a row's id is the order's."""

    sorts: ClassVar[Sorts] = {
        "asked_on": credit_request.c.asked_on,
        "amount": credit_request.c.amount_minor,
    }
    default_sort = "asked_on"
    tie = credit_request.c.id

    def rows_query(self) -> Select[Any]:
        """Requests with order and customer."""
        return (
            select(
                credit_request,
                sales_order.c.number.label("order_number"),
                customer.c.code.label("customer_code"),
                customer.c.name.label("customer_name"),
            )
            .join(sales_order, sales_order.c.id == credit_request.c.order_id)
            .join(customer, customer.c.id == credit_request.c.customer_id)
        )

    def counted(self) -> FromClause:
        """Requests."""
        return credit_request

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Waiting ones, or those of one `status`."""
        status = request.filters.get("status")
        if status:
            return [credit_request.c.status == str(status)]
        return [credit_request.c.status.in_(_WAITING)]

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """The beginning of an order's number or of the customer's name."""
        orders = select(sales_order.c.id).where(
            starts_with(sales_order.c.number, search.text.upper())
        )
        return [
            credit_request.c.order_id.in_(orders),
            credit_request.c.customer_id.in_(customers_named(search)),
        ]

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """What waits in all."""
        query = select(
            sum_minor(credit_request.c.amount_minor).label("amount"),
            sum_minor(credit_request.c.overrun_minor).label("overrun"),
        )
        with reading(self._engine) as connection:
            narrowed = query.where(*self.narrowed(connection, request))
            row = connection.execute(narrowed).mappings().one()
        return {name: Money.from_minor(row[name], EUR) for name in ("amount", "overrun")}

    def row(self, row: RowMapping) -> RequestRow:
        """A request."""
        return RequestRow(
            id=SalesOrderId(row["order_id"]),
            number=row["order_number"],
            customer_id=CustomerId(row["customer_id"]),
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            status=RequestStatus(row["status"]),
            action=row["action"],
            codes=tuple(json.loads(row["codes"])),
            amount=Money.from_minor(row["amount_minor"], EUR),
            overrun=Money.from_minor(row["overrun_minor"], EUR),
            deposit=Money.from_minor(row["deposit_minor"], EUR),
            asked_on=row["asked_on"],
            asked_by=row["asked_by"],
            note=row["note"],
            wanted_until=row["wanted_until"],
        )


class DecisionList(PagedQuery[DecisionRow]):
    """What was decided, newest first. Filters: `customer_id`, `order_id`."""

    sorts: ClassVar[Sorts] = {"decided_at": credit_decision.c.decided_at}
    default_sort = "decided_at"
    default_descending = True
    tie = credit_decision.c.id

    def rows_query(self) -> Select[Any]:
        """Decisions with the order's number."""
        return select(credit_decision, sales_order.c.number.label("order_number")).outerjoin(
            sales_order, sales_order.c.id == credit_decision.c.order_id
        )

    def counted(self) -> FromClause:
        """Decisions."""
        return credit_decision

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """One customer's, or one order's."""
        if "order_id" in request.filters:
            return [credit_decision.c.order_id == request.filters["order_id"]]
        return [credit_decision.c.customer_id == request.filters.get("customer_id", UUID(int=0))]

    def row(self, row: RowMapping) -> DecisionRow:
        """A decision."""
        return DecisionRow(
            id=row["id"],
            decided_at=row["decided_at"],
            decided_on=row["decided_on"],
            decided_by=row["decided_by"],
            role=row["role"],
            kind=row["kind"],
            order_number=row["order_number"] or "",
            codes=tuple(json.loads(row["codes"])),
            reason=row["reason"],
            gate=row["gate"],
            amount=Money.from_minor(row["amount_minor"], EUR),
            overrun=Money.from_minor(row["overrun_minor"], EUR),
            deposit=Money.from_minor(row["deposit_minor"], EUR),
            until=row["until_on"],
            before=row["before"],
            after=row["after"],
        )
