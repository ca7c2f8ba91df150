"""The outbox: mail claimed by one sender only, on the database's own clock."""

import json
from datetime import timedelta
from typing import Any

from sqlalchemy import RowMapping, func, select, update

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.repositories import QueuedMail
from otc_desktop.domain.shared.ids import CustomerId, InvoiceId, MailId, ReminderId
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.outbox import outbox_message as table

READY, SENDING, SENT = "ready", "sending", "sent"
UNCERTAIN, FAILED = "uncertain", "failed"


class SqlOutboxRepository:
    """Mail of a database. A mail is sent at most once: doubt makes it `uncertain`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, mail: QueuedMail) -> None:
        """Queue a mail, ready to leave."""
        self._session.insert(
            table,
            {
                "id": mail.id,
                "kind": mail.kind,
                "customer_id": mail.customer_id,
                "invoice_id": mail.invoice_id,
                "notice_id": mail.notice_id,
                "recipient": mail.recipient,
                "subject": mail.subject,
                "body": mail.body,
                "attachments": json.dumps(mail.attachments),
                "status": READY,
                "attempts": 0,
                "next_attempt_at": self._session.now,
                "created_at": self._session.now,
            },
        )
        self._session.topics.add(Topic.OUTBOX)

    def claim(self, owner: str, *, lease_seconds: int) -> QueuedMail | None:
        """Take one ready mail, moving it to `sending`; nobody else gets it."""
        now = self._session.now
        query = (
            select(table)
            .where((table.c.status == READY) & (table.c.next_attempt_at <= now))
            .order_by(table.c.next_attempt_at, table.c.id)
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
        return _mail_of(row)

    def ready_count(self) -> int:
        """How many mails could leave now."""
        query = select(func.count().label("waiting")).where(
            (table.c.status == READY) & (table.c.next_attempt_at <= self._session.now)
        )
        row = self._session.one(query)
        return int(row["waiting"]) if row else 0

    def has_invoice(self, invoice_id: InvoiceId) -> bool:
        """Whether a mail with this document was queued and did not fail."""
        query = (
            select(table.c.id)
            .where((table.c.invoice_id == invoice_id) & (table.c.status != FAILED))
            .limit(1)
        )
        return self._session.one(query) is not None

    def expire_leases(self) -> int:
        """Mails whose sender vanished become `uncertain`: nobody knows whether they left."""
        rows = self._session.rows(
            select(table.c.id).where(
                (table.c.status == SENDING) & (table.c.lease_until < self._session.now)
            )
        )
        for row in rows:
            self._set(row["id"], {"status": UNCERTAIN})
        return len(rows)

    def mark(
        self,
        mail_id: MailId,
        status: str,
        *,
        answer: str = "",
        retry_in_seconds: int | None = None,
    ) -> None:
        """Write down what became of a mail."""
        values: dict[str, Any] = {"status": status, "server_answer": answer, "lease_until": None}
        if status == SENT:
            values["sent_at"] = self._session.now
        if retry_in_seconds is not None:
            values["next_attempt_at"] = self._session.now + timedelta(seconds=retry_in_seconds)
        self._set(mail_id, values)

    def _set(self, mail_id: MailId, values: dict[str, Any]) -> None:
        self._session.connection.execute(
            update(table).where(table.c.id == mail_id).values(**values)
        )
        self._session.changes.append({"table": table.name, "id": mail_id, "after": values})
        self._session.topics.add(Topic.OUTBOX)


def _mail_of(row: RowMapping) -> QueuedMail:
    name, media_type, sha256 = 0, 1, 2
    return QueuedMail(
        id=MailId(row["id"]),
        kind=row["kind"],
        customer_id=CustomerId(row["customer_id"]),
        invoice_id=None if row["invoice_id"] is None else InvoiceId(row["invoice_id"]),
        notice_id=None if row["notice_id"] is None else ReminderId(row["notice_id"]),
        recipient=row["recipient"],
        subject=row["subject"],
        body=row["body"],
        attachments=tuple(
            (each[name], each[media_type], each[sha256]) for each in json.loads(row["attachments"])
        ),
        attempts=row["attempts"] + 1,
    )
