"""Rows of the mail that came in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedRow:
    """A mail that concerns a customer; `number` is the document it is about, if any.

    `diagnostic` is what a server said of a mail of ours that came back; `left_out` are the
    names of files that were too large or too many to be kept.
    """

    id: UUID
    nature: str
    customer_code: str
    customer_name: str
    number: str
    sender: str
    sender_name: str
    subject: str
    body: str
    diagnostic: str
    files: int
    left_out: tuple[str, ...]
    sent_at: datetime | None
    filed_at: datetime
