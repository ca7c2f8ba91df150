"""Disputes."""

from typing import Any

from sqlalchemy import select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.disputes.dispute import Dispute, DisputeReason, DisputeStatus
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId, DisputeId, OpenItemId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.session import Session, sum_minor
from otc_desktop.persistence.tables.disputes import dispute as table


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
    }
