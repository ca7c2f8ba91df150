"""Disputes."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import RowMapping, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.disputes.cause import DisputeCause
from otc_desktop.domain.disputes.dispute import (
    Dispute,
    DisputeOutcome,
    DisputeReason,
    DisputeStage,
    DisputeStatus,
)
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId, DisputeCauseId, DisputeId, OpenItemId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.session import Session, sum_minor
from otc_desktop.persistence.tables.disputes import dispute as table
from otc_desktop.persistence.tables.disputes import dispute_cause


class SqlDisputeRepository:
    """Disputes of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, dispute_id: DisputeId) -> Dispute:
        """By id."""
        row = self._session.one(select(table).where(table.c.id == dispute_id), lock=True)
        if row is None:
            raise NotFoundError("disputes.not_found", id=str(dispute_id))
        return Dispute(
            id=DisputeId(row["id"]),
            item_id=OpenItemId(row["item_id"]),
            customer_id=CustomerId(row["customer_id"]),
            reason=DisputeReason(row["reason"]),
            amount=Money.from_minor(row["amount_minor"], Currency(row["currency"])),
            opened_on=row["opened_on"],
            due_on=row["due_on"],
            owner=row["owner"],
            status=DisputeStatus(row["status"]),
            resolution=row["resolution"],
            closed_on=row["closed_on"],
            cause_id=None if row["cause_id"] is None else DisputeCauseId(row["cause_id"]),
            line=row["line"],
            note=row["note"],
            stage=DisputeStage(row["stage"]),
            outcome=DisputeOutcome(row["outcome"]) if row["outcome"] else None,
            settled_by=row["settled_by"],
            version=row["version"],
        )

    def add(self, dispute: Dispute) -> None:
        """A new dispute."""
        self._session.insert(table, {"id": dispute.id, "version": 1, **_values(dispute)})
        self._session.topics.update({Topic.DISPUTES, Topic.DUNNING})

    def save(self, dispute: Dispute) -> None:
        """A changed dispute."""
        self._session.update_versioned(table, dispute.id, dispute.version, _values(dispute))
        self._session.topics.update({Topic.DISPUTES, Topic.DUNNING})

    def open_total(self, item_id: OpenItemId) -> int:
        """Minor units contested on one item."""
        row = self._session.one(
            select(sum_minor(table.c.amount_minor).label("minor")).where(
                (table.c.item_id == item_id) & (table.c.status == DisputeStatus.OPEN.value)
            )
        )
        return int(row["minor"]) if row else 0

    def causes(self) -> Sequence[DisputeCause]:
        """The company's causes by title, the archived ones too."""
        query = select(dispute_cause).order_by(dispute_cause.c.title, dispute_cause.c.id)
        return [_cause(row) for row in self._session.rows(query)]

    def get_cause(self, cause_id: DisputeCauseId) -> DisputeCause:
        """By id."""
        row = self._session.by_id(dispute_cause, cause_id)
        if row is None:
            raise NotFoundError("disputes.cause_not_found", where="cause")
        return _cause(row)

    def add_cause(self, cause: DisputeCause) -> None:
        """A new cause."""
        values = {"reason": cause.reason.value, "title": cause.title, "archived": cause.archived}
        self._session.insert(dispute_cause, {"id": cause.id, **values, "version": 1})
        self._session.topics.add(Topic.DISPUTES)

    def save_cause(self, cause: DisputeCause) -> None:
        """A changed cause."""
        values = {"title": cause.title, "archived": cause.archived}
        self._session.update_versioned(dispute_cause, cause.id, cause.version, values)
        self._session.topics.add(Topic.DISPUTES)


def _values(dispute: Dispute) -> dict[str, Any]:
    return {
        "item_id": dispute.item_id,
        "customer_id": dispute.customer_id,
        "reason": dispute.reason.value,
        "currency": dispute.amount.currency.code,
        "amount_minor": dispute.amount.minor,
        "opened_on": dispute.opened_on,
        "due_on": dispute.due_on,
        "owner": dispute.owner,
        "status": dispute.status.value,
        "resolution": dispute.resolution,
        "closed_on": dispute.closed_on,
        "cause_id": dispute.cause_id,
        "line": dispute.line,
        "note": dispute.note,
        "stage": dispute.stage.value,
        "outcome": "" if dispute.outcome is None else dispute.outcome.value,
        "settled_by": dispute.settled_by,
    }


def _cause(row: RowMapping) -> DisputeCause:
    return DisputeCause(
        id=DisputeCauseId(row["id"]),
        reason=DisputeReason(row["reason"]),
        title=row["title"],
        archived=row["archived"],
        version=row["version"],
    )
