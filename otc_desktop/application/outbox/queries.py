"""Rows of the outbox."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from otc_desktop.domain.shared.ids import MailId


@dataclass(frozen=True, slots=True, kw_only=True)
class MailRow:
    """A mail that waits, left, or failed, with the server's own words.

    `attachments` are the names of its files.
    """

    id: MailId
    kind: str
    customer_code: str
    customer_name: str
    recipient: str
    subject: str
    body: str
    status: str
    attempts: int
    server_answer: str
    created_at: datetime
    sent_at: datetime | None
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentMail:
    """A mail that brings an issued document, with every step of it, the first one first."""

    id: MailId
    recipient: str
    subject: str
    status: str
    steps: Sequence["MailStep"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MailStep:
    """One step of a mail: queued, on its way, answered, or decided by a person."""

    status: str
    answer: str
    made_by: str
    made_at: datetime
