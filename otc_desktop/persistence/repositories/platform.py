"""Flows to and from the approved platform, claimed by one sender only."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, func, insert, or_, select, update

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.einvoicing_platform import FlowSyntax, IncomingFlow
from otc_desktop.application.kernel.repositories.platform import QueuedFlow
from otc_desktop.domain.invoicing.ereporting_periods import ReportingRhythm
from otc_desktop.domain.invoicing.platform_account import (
    NO_PLATFORM,
    FlowFormat,
    PlatformAccount,
    PlatformKind,
)
from otc_desktop.domain.shared.errors import NotFoundError, RuleError
from otc_desktop.domain.shared.ids import CustomerId, InvoiceId
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.lifecycle import invoice_status
from otc_desktop.persistence.tables.platform import (
    platform_account,
    platform_flow_step,
    platform_inbox,
    platform_place,
)
from otc_desktop.persistence.tables.platform import platform_flow as table

QUEUED, SENDING, DEPOSITED, ACCEPTED = "queued", "sending", "deposited", "accepted"
REJECTED, FAILED, CANCELLED = "rejected", "failed", "cancelled"
# Another flow of the same subject may be queued beside these.
_OVER = (REJECTED, FAILED, CANCELLED)


class SqlPlatform:
    """The approved platform's account, flows and place, of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def account(self) -> PlatformAccount:
        """The company's platform."""
        row = self._session.one(select(platform_account))
        return NO_PLATFORM if row is None else _account_of(json.loads(row["settings"]))

    def save_account(self, account: PlatformAccount) -> None:
        """Keep it."""
        settings = json.dumps(asdict(account), ensure_ascii=False, sort_keys=True)
        row = self._session.one(select(platform_account), lock=True)
        if row is None:
            self._session.insert(platform_account, {"id": 1, "settings": settings, "version": 1})
        else:
            self._session.update_versioned(
                platform_account, 1, row["version"], {"settings": settings}
            )
        self._session.topics.add(Topic.COMPANY)

    def queue(self, flow: QueuedFlow) -> None:
        """A new flow, ready to leave; two who queue one subject at once meet in its key."""
        if self.standing(flow.subject) is not None:
            raise RuleError("platform.already_queued", name=flow.name)
        before = self._session.one(
            select(func.count().label("flows")).where(_of_subject(flow.subject))
        )
        self._session.insert(
            table,
            {
                "id": flow.id,
                "tracking_id": flow.tracking_id,
                "kind": flow.kind,
                "syntax": flow.syntax.value,
                "name": flow.name,
                "profile": flow.profile,
                "processing_rule": flow.processing_rule,
                "invoice_id": flow.invoice_id,
                "customer_id": flow.customer_id,
                "ereport_id": flow.ereport_id,
                "status_id": flow.status_id,
                "sha256": flow.sha256,
                "status": QUEUED,
                "attempts": 0,
                "next_attempt_at": self._session.now,
                "created_at": self._session.now,
                "subject_key": f"{flow.subject}/{before['flows'] if before else 0}",
            },
        )
        self._append(flow.id, QUEUED)
        self._touch()

    def get(self, flow_id: UUID) -> QueuedFlow:
        """A flow as it stands; locked."""
        row = self._session.by_id(table, flow_id, lock=True)
        if row is None:
            raise NotFoundError("platform.flow_not_found", id=str(flow_id))
        return _flow_of(row)

    def standing(self, subject: str) -> QueuedFlow | None:
        """The flow of a subject that waits, left, or was accepted."""
        query = (
            select(table)
            .where(_of_subject(subject) & table.c.status.not_in(_OVER))
            .order_by(table.c.created_at.desc())
            .limit(1)
        )
        row = self._session.one(query)
        return None if row is None else _flow_of(row)

    def claim(self, owner: str, *, lease_seconds: int) -> QueuedFlow | None:
        """Take one flow; one whose sender vanished comes first, for it may have arrived."""
        now = self._session.now
        query = (
            select(table)
            .where(
                or_(
                    (table.c.status == QUEUED) & (table.c.next_attempt_at <= now),
                    (table.c.status == SENDING) & (table.c.lease_until < now),
                )
            )
            .order_by(table.c.status.desc(), table.c.next_attempt_at, table.c.id)
            .limit(1)
        )
        if self._session.is_postgresql:
            query = query.with_for_update(skip_locked=True)
        row = self._session.one(query)
        if row is None:
            return None
        values = {
            "status": SENDING,
            "claimed_by": owner,
            "lease_until": now + timedelta(seconds=lease_seconds),
            "attempts": row["attempts"] + 1,
        }
        self._set(row["id"], values)
        self._append(row["id"], SENDING, made_by=owner)
        return replace(_flow_of(row), attempts=row["attempts"] + 1, claimed_by=owner)

    def ready_count(self) -> int:
        """How many could leave now."""
        now = self._session.now
        query = select(func.count().label("waiting")).where(
            or_(
                (table.c.status == QUEUED) & (table.c.next_attempt_at <= now),
                (table.c.status == SENDING) & (table.c.lease_until < now),
            )
        )
        row = self._session.one(query)
        return int(row["waiting"]) if row else 0

    def untold_statuses(self) -> Sequence[UUID]:
        """Own statuses of documents that the platform has, which were never queued."""
        has, told = table.alias("has"), table.alias("told")
        query = (
            select(invoice_status.c.id)
            .where(invoice_status.c.is_own.is_(True))
            .where(
                select(has.c.id)
                .where(
                    (has.c.invoice_id == invoice_status.c.invoice_id)
                    & has.c.status_id.is_(None)
                    & has.c.status.in_((DEPOSITED, ACCEPTED))
                )
                .exists()
            )
            .where(~select(told.c.id).where(told.c.status_id == invoice_status.c.id).exists())
            .order_by(invoice_status.c.recorded_at, invoice_status.c.id)
        )
        return [row["id"] for row in self._session.rows(query)]

    def awaiting(self) -> Sequence[QueuedFlow]:
        """Flows deposited whose fate the platform has not told yet."""
        query = (
            select(table)
            .where((table.c.status == DEPOSITED) & (table.c.platform_id != ""))
            .order_by(table.c.created_at, table.c.id)
        )
        return [_flow_of(row) for row in self._session.rows(query)]

    def mark(
        self,
        flow: QueuedFlow,
        status: str,
        *,
        answer: str = "",
        platform_id: str = "",
        retry_in_seconds: int | None = None,
        counts: bool = True,
    ) -> bool:
        """Write down what became of a flow; a deposit that was made always holds."""
        values: dict[str, Any] = {"status": status, "answer": answer, "lease_until": None}
        if platform_id:
            values["platform_id"] = platform_id
        if status in (DEPOSITED, ACCEPTED, REJECTED) and flow.deposited_at is None:
            values["deposited_at"] = self._session.now
        if retry_in_seconds is not None:
            values["next_attempt_at"] = self._session.now + timedelta(seconds=retry_in_seconds)
        if not counts:
            values["attempts"] = flow.attempts - 1
        mine = None if platform_id else table.c.claimed_by == flow.claimed_by
        marked = self._set(flow.id, values, mine)
        self._append(flow.id, status, answer=answer, made_by=flow.claimed_by)
        return marked

    def requeue(self, flow_id: UUID, *, made_by: str) -> None:
        """A person has it leave; attempts go on counting: the platform is asked first."""
        values = {
            "status": QUEUED,
            "claimed_by": "",
            "lease_until": None,
            "next_attempt_at": self._session.now,
        }
        self._set(flow_id, values)
        self._append(flow_id, QUEUED, made_by=made_by)

    def cancel(self, flow_id: UUID, *, made_by: str) -> None:
        """A person decides that it never leaves."""
        self._set(flow_id, {"status": CANCELLED, "claimed_by": "", "lease_until": None})
        self._append(flow_id, CANCELLED, made_by=made_by)

    def place(self, account: str) -> str:
        """How far an account was read."""
        row = self._session.one(_place(account))
        return "" if row is None else str(row["place"])

    def advance(self, account: str, place: str) -> None:
        """Note how far it was read: a bookmark, which the audit trail is not told of."""
        values = {"place": place, "read_at": self._session.now}
        connection = self._session.connection
        if self._session.one(_place(account), lock=True) is None:
            connection.execute(insert(platform_place).values(account=account, **values))
        else:
            connection.execute(
                update(platform_place).where(platform_place.c.account == account).values(**values)
            )

    def is_taken(self, platform_id: str) -> bool:
        """Whether an incoming flow was dealt with."""
        query = select(platform_inbox.c.id).where(platform_inbox.c.platform_id == platform_id)
        return self._session.one(query) is not None

    def take(
        self, taken_id: UUID, flow: IncomingFlow, *, sha256: str, status: str, problem: str
    ) -> None:
        """Note that an incoming flow was dealt with."""
        self._session.insert(
            platform_inbox,
            {
                "id": taken_id,
                "platform_id": flow.flow_id,
                "syntax": flow.syntax.value,
                "name": flow.name,
                "sha256": sha256,
                "status": status,
                "problem": problem,
                "received_at": self._session.now,
            },
        )
        self._touch()

    def _set(
        self, flow_id: UUID, values: dict[str, Any], only_if: ColumnElement[bool] | None = None
    ) -> bool:
        query = update(table).where(table.c.id == flow_id).values(**values)
        if only_if is not None:
            query = query.where(only_if)
        if self._session.connection.execute(query).rowcount == 0:
            return False
        self._session.changes.append({"table": table.name, "id": flow_id, "after": values})
        self._touch()
        return True

    def _append(self, flow_id: UUID, status: str, *, answer: str = "", made_by: str = "") -> None:
        last = self._session.one(
            select(func.max(platform_flow_step.c.position).label("last")).where(
                platform_flow_step.c.flow_id == flow_id
            )
        )
        values = {
            "flow_id": flow_id,
            "position": ((last["last"] if last else None) or 0) + 1,
            "status": status,
            "answer": answer,
            "made_by": made_by,
            "made_at": self._session.now,
        }
        # The row of the flow is audited already; this one is a record in itself.
        self._session.insert(platform_flow_step, values, audited=False)

    def _touch(self) -> None:
        self._session.topics.update((Topic.INVOICING, Topic.OUTBOX))


def _of_subject(subject: str) -> ColumnElement[bool]:
    """A range of the key's index: `/` ends the subject, and `0` follows `/`."""
    return (table.c.subject_key >= f"{subject}/") & (table.c.subject_key < f"{subject}0")


def _place(account: str) -> Select[Any]:
    return select(platform_place).where(platform_place.c.account == account)


def _account_of(data: dict[str, Any]) -> PlatformAccount:
    return PlatformAccount(
        **{
            **data,
            "kind": PlatformKind(data["kind"]),
            "format": FlowFormat(data["format"]),
            "rhythm": ReportingRhythm(data["rhythm"]),
        }
    )


def _flow_of(row: RowMapping) -> QueuedFlow:
    return QueuedFlow(
        id=row["id"],
        tracking_id=row["tracking_id"],
        kind=row["kind"],
        syntax=FlowSyntax(row["syntax"]),
        name=row["name"],
        sha256=row["sha256"],
        subject=row["subject_key"].rpartition("/")[0],
        profile=row["profile"],
        processing_rule=row["processing_rule"],
        invoice_id=None if row["invoice_id"] is None else InvoiceId(row["invoice_id"]),
        customer_id=None if row["customer_id"] is None else CustomerId(row["customer_id"]),
        ereport_id=row["ereport_id"],
        status_id=row["status_id"],
        status=row["status"],
        attempts=row["attempts"],
        claimed_by=row["claimed_by"],
        platform_id=row["platform_id"],
        answer=row["answer"],
        deposited_at=row["deposited_at"],
    )
