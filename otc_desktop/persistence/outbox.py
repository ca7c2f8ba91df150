"""The outbox: mail claimed by one sender only, on the database's own clock."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, func, select, update

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.repositories import QueuedMail
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId, InvoiceId, MailId, ReminderId
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.outbox import outbox_attempt
from otc_desktop.persistence.tables.outbox import outbox_message as table

READY, SENDING, SENT = "ready", "sending", "sent"
UNCERTAIN, FAILED, CANCELLED = "uncertain", "failed", "cancelled"
BOUNCED = "bounced"
# So many mails bring one paper at most, all its recipients and repetitions together.
_MOST_MAILS = 200
# Nothing of these reached the customer.
_NOT_ARRIVED = (FAILED, CANCELLED, BOUNCED)


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
                "document_key": self._document_key(mail),
            },
        )
        self._append(mail.id, READY)
        self._session.topics.add(Topic.OUTBOX)

    def _document_key(self, mail: QueuedMail) -> str | None:
        """Unique in the database: two who send a document at once count the same mails."""
        if mail.document:
            same = self._with_document(mail.kind, mail.document)
            row = self._session.one(select(func.count().label("mails")).where(same))
            return f"{mail.kind}/{mail.document}/{row['mails'] if row else 0}"
        if mail.invoice_id is None or mail.notice_id is not None:
            return None
        before = self._session.one(
            select(func.count().label("mails")).where(
                (table.c.invoice_id == mail.invoice_id) & (table.c.kind == mail.kind)
            )
        )
        return f"{mail.kind}/{mail.invoice_id.hex}/{before['mails'] if before else 0}"

    def get(self, mail_id: MailId) -> QueuedMail:
        """A mail as it stands; locked.

        Raises:
            NotFoundError: `mail.not_found`.
        """
        row = self._session.by_id(table, mail_id, lock=True)
        if row is None:
            raise NotFoundError("mail.not_found", id=mail_id)
        return _mail_of(row)

    def find(self, mail_id: MailId) -> QueuedMail | None:
        """A mail as it stands, or None; locked."""
        row = self._session.by_id(table, mail_id, lock=True)
        return None if row is None else _mail_of(row)

    def last_sent_to(self, address: str, *, within_days: int) -> QueuedMail | None:
        """The last mail that a server took for an address, so many days back; locked."""
        query = (
            select(table)
            .where(
                (table.c.created_at >= self._session.now - timedelta(days=within_days))
                & (func.lower(table.c.recipient) == address.lower())
                & table.c.status.in_((SENT, UNCERTAIN))
            )
            .order_by(table.c.created_at.desc(), table.c.id.desc())
            .limit(1)
        )
        row = self._session.one(query, lock=True)
        return None if row is None else _mail_of(row)

    def bounce(self, mail: QueuedMail, address: str, answer: str) -> bool:
        """Note that a mail came back from an address."""
        if mail.status not in (SENT, UNCERTAIN):
            return False
        if address.lower() != mail.recipient.lower() and self._was_readdressed(mail.id):
            return False  # an old bounce of the address that was corrected since
        self._set(mail.id, {"status": BOUNCED, "server_answer": answer, "lease_until": None})
        self._append(mail.id, BOUNCED, answer=answer)
        return True

    def _was_readdressed(self, mail_id: MailId) -> bool:
        query = select(func.count().label("times")).where(
            (outbox_attempt.c.mail_id == mail_id)
            & (outbox_attempt.c.status == READY)
            & (outbox_attempt.c.answer != "")
        )
        row = self._session.one(query)
        return bool(row and row["times"])

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
        self._append(row["id"], SENDING, made_by=owner)
        return replace(_mail_of(row), attempts=row["attempts"] + 1, claimed_by=owner)

    def ready_count(self) -> int:
        """How many mails could leave now."""
        query = select(func.count().label("waiting")).where(
            (table.c.status == READY) & (table.c.next_attempt_at <= self._session.now)
        )
        row = self._session.one(query)
        return int(row["waiting"]) if row else 0

    def has_invoice(self, invoice_id: InvoiceId) -> bool:
        """Whether a mail with this document waits, left, or may have left.

        One that was refused, came back, or was cancelled does not stand against another.
        """
        query = (
            select(table.c.id)
            .where((table.c.invoice_id == invoice_id) & table.c.status.not_in(_NOT_ARRIVED))
            .limit(1)
        )
        return self._session.one(query) is not None

    def has_document(self, kind: str, document: str) -> bool:
        """Whether a mail with this paper waits, left, or may have left."""
        same = self._with_document(kind, document)
        query = select(table.c.id).where(same & table.c.status.not_in(_NOT_ARRIVED)).limit(1)
        return self._session.one(query) is not None

    def _with_document(self, kind: str, document: str) -> ColumnElement[bool]:
        """Mails with this paper, found one by one by their keys, which are counted up."""
        keys = [f"{kind}/{document}/{place}" for place in range(_MOST_MAILS)]
        return table.c.document_key.in_(keys)

    def expire_leases(self) -> Sequence[QueuedMail]:
        """Mails whose sender vanished become `uncertain`: nobody knows whether they left."""
        query = select(table).where(
            (table.c.status == SENDING) & (table.c.lease_until < self._session.now)
        )
        if self._session.is_postgresql:
            query = query.with_for_update(skip_locked=True)
        rows = self._session.rows(query)
        for row in rows:
            self._set(row["id"], {"status": UNCERTAIN, "lease_until": None})
            self._append(row["id"], UNCERTAIN, made_by=row["claimed_by"])
        return [_mail_of(row) for row in rows]

    def mark(
        self,
        mail: QueuedMail,
        status: str,
        *,
        answer: str = "",
        retry_in_seconds: int | None = None,
        counts: bool = True,
    ) -> bool:
        """Write down what became of a claimed mail; the answer is kept in any case.

        Acceptance always holds. Any other news changes nothing when somebody else decided
        meanwhile, which a sender slower than its lease finds: then it is False.
        """
        values: dict[str, Any] = {"status": status, "server_answer": answer, "lease_until": None}
        if status == SENT:
            values["sent_at"] = self._session.now
        if retry_in_seconds is not None:
            values["next_attempt_at"] = self._session.now + timedelta(seconds=retry_in_seconds)
        if not counts:
            values["attempts"] = mail.attempts - 1
        mine = None if status == SENT else table.c.claimed_by == mail.claimed_by
        marked = self._set(mail.id, values, mine)
        self._append(mail.id, status, answer=answer, made_by=mail.claimed_by)
        return marked

    def requeue(self, mail_id: MailId, *, recipient: str, made_by: str) -> None:
        """A person has it leave with the next sending, its attempts counted anew."""
        values = {
            "status": READY,
            "recipient": recipient,
            "claimed_by": "",
            "lease_until": None,
            "attempts": 0,
            "next_attempt_at": self._session.now,
        }
        self._set(mail_id, values)
        self._append(mail_id, READY, answer=recipient, made_by=made_by)

    def cancel(self, mail_id: MailId, *, made_by: str) -> None:
        """A person decides that it never leaves."""
        self._set(mail_id, {"status": CANCELLED, "claimed_by": "", "lease_until": None})
        self._append(mail_id, CANCELLED, made_by=made_by)

    def _set(
        self, mail_id: MailId, values: dict[str, Any], only_if: ColumnElement[bool] | None = None
    ) -> bool:
        query = update(table).where(table.c.id == mail_id).values(**values)
        if only_if is not None:
            query = query.where(only_if)
        if self._session.connection.execute(query).rowcount == 0:
            return False
        self._session.changes.append({"table": table.name, "id": mail_id, "after": values})
        self._session.topics.add(Topic.OUTBOX)
        return True

    def _append(self, mail_id: MailId, status: str, *, answer: str = "", made_by: str = "") -> None:
        """One more step; its mail is locked or new, so that the position is nobody else's."""
        last = self._session.one(
            select(func.max(outbox_attempt.c.position).label("last")).where(
                outbox_attempt.c.mail_id == mail_id
            )
        )
        values = {
            "mail_id": mail_id,
            "position": ((last["last"] if last else None) or 0) + 1,
            "status": status,
            "answer": answer,
            "made_by": made_by,
            "made_at": self._session.now,
        }
        # The row of the mail is audited already; this one is a record in itself.
        self._session.insert(outbox_attempt, values, audited=False)


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
        attempts=row["attempts"],
        status=row["status"],
        claimed_by=row["claimed_by"],
    )
