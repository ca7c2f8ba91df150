"""A mail from outside, taken apart; nothing in it is believed."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

# Our own Message-IDs are the id of the mail in the outbox, at our domain.
_OUR_ID = re.compile(
    r"<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@", re.IGNORECASE
)
_MOST_REFERENCES = 50


class MailNature(StrEnum):
    """What a mail is: that decides whether anybody must look."""

    REPLY = "reply"
    AUTOMATIC = "automatic"  # out of office, receipt confirmations: filed without alarm
    BOUNCE = "bounce"
    DELAYED = "delayed"  # the other server keeps trying; a bounce may follow


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedDelivery:
    """What a mail server says of one address (RFC 3464).

    `status` is its code such as `5.1.1`, empty where it gave none; `for_good` tells a failure
    from a delay.
    """

    recipient: str
    status: str = ""
    diagnostic: str = ""
    for_good: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedFile:
    """A file in a mail; its name is as the sender wrote it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedMail:
    """A mail, decoded as far as it can be.

    `identity` is its Message-ID, or a hash of its bytes where it has none; `mentions` are the
    Message-IDs that it names: those it answers, or that a bounce is about; `left_out` are the
    names of files that were too large or too many.
    """

    identity: str
    sender: str
    subject: str
    text: str
    sent_at: datetime | None = None
    mentions: tuple[str, ...] = ()
    files: tuple[ReceivedFile, ...] = ()
    left_out: tuple[str, ...] = ()
    failures: tuple[FailedDelivery, ...] = ()
    is_automatic: bool = False
    sender_name: str = ""

    @property
    def nature(self) -> MailNature:
        """What the mail is."""
        if any(each.for_good for each in self.failures):
            return MailNature.BOUNCE
        if self.failures:
            return MailNature.DELAYED
        return MailNature.AUTOMATIC if self.is_automatic else MailNature.REPLY

    def of_ours(self) -> tuple[UUID, ...]:
        """The ids in our outbox that it names, the nearest first."""
        found = (_OUR_ID.match(each) for each in self.mentions[:_MOST_REFERENCES])
        return tuple(dict.fromkeys(UUID(each[1]) for each in found if each))


def words_like_numbers(subject: str) -> tuple[str, ...]:
    """Pieces of a subject that could be a document's number: with a figure, as people type."""
    pieces = re.split(r"[\s,;:()\[\]«»\"'#]+", subject[:500])
    trimmed = (piece.strip(".!?-–_/").upper() for piece in pieces)
    return tuple(
        dict.fromkeys(
            piece
            for piece in trimmed
            if 3 <= len(piece) <= 40 and any(sign.isdigit() for sign in piece)
        )
    )
