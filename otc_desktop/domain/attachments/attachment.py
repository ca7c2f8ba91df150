"""A file attached to a thing: the bytes are kept once, the link says what they belong to."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Self
from uuid import UUID

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import AttachmentId, CustomerId

LARGEST_BYTES = 25_000_000
LONGEST_NOTE = 500


class SubjectKind(StrEnum):
    """What files can be attached to."""

    CUSTOMER = "customer"
    CONTACT = "contact"
    QUOTE = "quote"
    ORDER = "order"
    DELIVERY = "delivery"
    RETURN = "return"
    INVOICE = "invoice"
    DISPUTE = "dispute"
    BANK_LINE = "bank_line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A thing that files hang on; `number` is what people call it, where it has one.

    `customer_id` is None for what belongs to no customer, such as a bank line.
    """

    kind: SubjectKind
    id: UUID
    customer_id: CustomerId | None = None
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One file on one thing; `size` in bytes, `file_name` cleaned.

    Removing it removes the link: the bytes stay, for the audit trail names their hash.

    Raises:
        RuleError: `attachments.note_too_long`.
    """

    id: AttachmentId
    sha256: str
    file_name: str
    media_type: str
    size: int
    subject: Subject
    added_on: date
    added_at: datetime
    added_by: str
    note: str = ""
    removed_on: date | None = None
    version: int = 1

    def __post_init__(self) -> None:
        if len(self.note) > LONGEST_NOTE:
            raise RuleError("attachments.note_too_long", where="note", longest=LONGEST_NOTE)

    def annotate(self, note: str) -> Self:
        """The attachment with another note.

        Raises:
            RuleError: `attachments.already_removed`, `attachments.note_too_long`.
        """
        self._require_present()
        return replace(self, note=note.strip())

    def remove(self, *, on: date) -> Self:
        """The attachment without its link to the thing.

        Raises:
            RuleError: `attachments.already_removed`.
        """
        self._require_present()
        return replace(self, removed_on=on)

    def _require_present(self) -> None:
        if self.removed_on is not None:
            raise RuleError("attachments.already_removed", name=self.file_name)
