"""Statuses of the reform."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, Select, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.repositories.lifecycle import ReceiptOfInvoice
from otc_desktop.domain.invoicing.lifecycle import StatusCode
from otc_desktop.domain.invoicing.lifecycle_history import (
    Present,
    ReformStatus,
    StatusAmount,
    StatusId,
    StatusSource,
)
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import AllocationId, InvoiceId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.cashed_money import receipts_of_invoices, untold
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.lifecycle import (
    invoice_lifecycle,
    invoice_status,
    invoice_status_amount,
)


class SqlReformStatuses:
    """Statuses of a database."""

    def __init__(self, session: Session, user: str) -> None:
        self._session = session
        self._user = user

    def history(self, invoice_id: InvoiceId) -> Sequence[ReformStatus]:
        """All statuses of an invoice, by their own instants."""
        return self._read(
            select(invoice_status)
            .where(invoice_status.c.invoice_id == invoice_id)
            .order_by(invoice_status.c.at, invoice_status.c.recorded_at, invoice_status.c.id)
        )

    def get(self, status_id: StatusId) -> ReformStatus:
        """By id."""
        found = self._read(select(invoice_status).where(invoice_status.c.id == status_id))
        if not found:
            raise NotFoundError("status.not_found", id=str(status_id))
        return found[0]

    def add(self, status: ReformStatus, present: Present) -> None:
        """A new status, and where the invoice stands with it."""
        session = self._session
        session.insert(
            invoice_status,
            {
                "id": status.id,
                "invoice_id": status.invoice_id,
                "code": status.code.value,
                "at": status.at,
                "source": status.source.value,
                "is_own": status.is_own,
                "is_bound": status.is_bound,
                "reasons": " ".join(status.reasons),
                "reason_text": status.reason_text,
                "note": status.note,
                "action": status.action,
                "allocation_id": status.allocation_id,
                "message_id": status.message_id or None,
                "message_position": status.message_position,
                "message_sha256": status.message_sha256,
                "recorded_at": session.now,
                "recorded_by": self._user,
            },
        )
        session.insert_many(
            invoice_status_amount,
            [
                {
                    "status_id": status.id,
                    "position": position,
                    "kind": each.kind,
                    "rate": each.rate,
                    "currency": each.amount.currency.code,
                    "amount_minor": each.amount.minor,
                }
                for position, each in enumerate(status.amounts)
            ],
        )
        self._stand(status.invoice_id, present)
        session.topics.add(Topic.INVOICING)

    def present(self, invoice_id: InvoiceId) -> StatusCode | None:
        """Where the invoice stands."""
        row = self._session.by_id(invoice_lifecycle, invoice_id)
        return None if row is None else StatusCode(row["code"])

    def knows_message(self, message_id: str) -> bool:
        """Whether a message of this name came or went already."""
        query = select(invoice_status.c.id).where(invoice_status.c.message_id == message_id)
        return bool(self._session.rows(query.limit(1)))

    def own(self, since: datetime | None = None) -> Sequence[StatusId]:
        """Statuses that are ours to send, in the order in which they were noted."""
        query = select(invoice_status.c.id).where(invoice_status.c.is_own.is_(True))
        if since is not None:
            query = query.where(invoice_status.c.recorded_at >= since)
        ordered = query.order_by(invoice_status.c.recorded_at, invoice_status.c.id)
        return [StatusId(row["id"]) for row in self._session.rows(ordered)]

    def with_receipts(self) -> Sequence[InvoiceId]:
        """Invoices in the life cycle with an allocation that no status tells."""
        return untold(self._session.connection)

    def untold_receipts(self, invoice_id: InvoiceId) -> Sequence[ReceiptOfInvoice]:
        """Those allocations of one invoice, the earliest receipt first."""
        told = select(invoice_status.c.allocation_id).where(
            (invoice_status.c.invoice_id == invoice_id)
            & invoice_status.c.allocation_id.is_not(None)
        )
        known = {AllocationId(row["allocation_id"]) for row in self._session.rows(told)}
        found = receipts_of_invoices(self._session.connection, [invoice_id])
        return [each for each in found.get(invoice_id, ()) if each.allocation_id not in known]

    def _stand(self, invoice_id: InvoiceId, present: Present) -> None:
        values = {
            "code": present.code.value,
            "since": present.since,
            "currency": present.cashed.currency.code,
            "cashed_minor": present.cashed.minor,
            "is_partial": present.is_partial,
        }
        row = self._session.by_id(invoice_lifecycle, invoice_id, lock=True)
        if row is None:
            self._session.insert(invoice_lifecycle, {"id": invoice_id, "version": 1, **values})
        elif any(row[name] != value for name, value in values.items()):
            self._session.update_versioned(invoice_lifecycle, invoice_id, row["version"], values)

    def _read(self, query: Select[Any]) -> Sequence[ReformStatus]:
        rows = self._session.rows(query)
        wanted = query.with_only_columns(invoice_status.c.id).order_by(None).subquery()
        amounts: dict[Any, list[StatusAmount]] = defaultdict(list)
        for row in self._session.rows(
            select(invoice_status_amount)
            .where(invoice_status_amount.c.status_id.in_(select(wanted.c.id)))
            .order_by(invoice_status_amount.c.position)
        ):
            amounts[row["status_id"]].append(
                StatusAmount(
                    kind=row["kind"],
                    amount=Money.from_minor(row["amount_minor"], Currency(row["currency"])),
                    rate=row["rate"],
                )
            )
        return [_status(row, tuple(amounts[row["id"]])) for row in rows]


def _status(row: RowMapping, amounts: tuple[StatusAmount, ...]) -> ReformStatus:
    return ReformStatus(
        id=StatusId(row["id"]),
        invoice_id=InvoiceId(row["invoice_id"]),
        code=StatusCode(row["code"]),
        at=row["at"],
        source=StatusSource(row["source"]),
        is_own=row["is_own"],
        is_bound=row["is_bound"],
        reasons=tuple(row["reasons"].split()),
        reason_text=row["reason_text"],
        note=row["note"],
        action=row["action"],
        amounts=amounts,
        allocation_id=None if row["allocation_id"] is None else AllocationId(row["allocation_id"]),
        message_id=row["message_id"] or "",
        message_position=row["message_position"],
        message_sha256=row["message_sha256"],
        recorded_at=row["recorded_at"],
        recorded_by=row["recorded_by"],
    )
