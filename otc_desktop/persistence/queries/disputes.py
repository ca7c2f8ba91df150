"""The dispute board."""

from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, select

from otc_desktop.application.disputes.queries import DisputeRow
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.domain.disputes.dispute import (
    DisputeOutcome,
    DisputeReason,
    DisputeStage,
    DisputeStatus,
)
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import DisputeCauseId, DisputeId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.queries.names import customers_named
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts
from otc_desktop.persistence.queries.search import Search, starts_with
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.disputes import dispute, dispute_cause
from otc_desktop.persistence.tables.receivables import open_item


class DisputeList(PagedQuery[DisputeRow]):
    """Disputes by due date. Filters: `status`, `stage`, `customer_id`."""

    sorts: ClassVar[Sorts] = {"due_on": dispute.c.due_on, "opened_on": dispute.c.opened_on}
    default_sort = "due_on"
    tie = dispute.c.id

    def rows_query(self) -> Select[Any]:
        """Disputes with document and customer."""
        return (
            select(
                dispute,
                customer.c.code.label("customer_code"),
                customer.c.name.label("customer_name"),
                open_item.c.number.label("invoice_number"),
                open_item.c.invoice_id,
                dispute_cause.c.title.label("cause"),
            )
            .outerjoin(dispute_cause, dispute_cause.c.id == dispute.c.cause_id)
            .join(customer, customer.c.id == dispute.c.customer_id)
            .join(open_item, open_item.c.id == dispute.c.item_id)
        )

    def counted(self) -> FromClause:
        """Disputes."""
        return dispute

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """How far, and whose."""
        found: list[ColumnElement[bool]] = []
        if request.filters.get("status"):
            found.append(dispute.c.status == request.filters["status"])
        if request.filters.get("customer_id"):
            found.append(dispute.c.customer_id == request.filters["customer_id"])
        if request.filters.get("stage"):
            found.append(dispute.c.stage == request.filters["stage"])
        return found

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """The beginning of the document's number or of the customer's name."""
        numbered = select(open_item.c.id).where(
            starts_with(open_item.c.number, search.text.upper())
        )
        return [
            dispute.c.item_id.in_(numbered),
            dispute.c.customer_id.in_(customers_named(search)),
        ]

    def row(self, row: RowMapping) -> DisputeRow:
        """A dispute."""
        return DisputeRow(
            id=DisputeId(row["id"]),
            invoice_number=row["invoice_number"],
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            reason=DisputeReason(row["reason"]),
            amount=Money.from_minor(row["amount_minor"], Currency(row["currency"])),
            status=DisputeStatus(row["status"]),
            opened_on=row["opened_on"],
            due_on=row["due_on"],
            owner=row["owner"],
            resolution=row["resolution"],
            closed_on=row["closed_on"],
            stage=DisputeStage(row["stage"]),
            cause_id=None if row["cause_id"] is None else DisputeCauseId(row["cause_id"]),
            cause=row["cause"] or "",
            line=row["line"],
            note=row["note"],
            outcome=DisputeOutcome(row["outcome"]) if row["outcome"] else None,
            settled_by=row["settled_by"],
            is_ours=row["invoice_id"] is not None,
        )
