"""What somebody wrote down about a customer."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self
from uuid import UUID

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, NoteId

LONGEST_TEXT = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark on a customer, about one of its documents where `subject_id` says so.

    A note is never rewritten: what was known at the time is evidence in a dispute. A wrong
    one is withdrawn, and another takes its place.

    Raises:
        RuleError: `customers.note_empty`, `customers.note_too_long`.
    """

    id: NoteId
    customer_id: CustomerId
    text: str
    written_on: date
    author: str
    subject_kind: str = ""
    subject_id: UUID | None = None
    subject_number: str = ""
    withdrawn_on: date | None = None
    version: int = 1

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise RuleError("customers.note_empty", where="text")
        if len(self.text) > LONGEST_TEXT:
            raise RuleError("customers.note_too_long", where="text", longest=LONGEST_TEXT)

    def withdraw(self, *, on: date) -> Self:
        """The note marked as not to be relied on; its text stays readable.

        Raises:
            RuleError: `customers.note_already_withdrawn`.
        """
        if self.withdrawn_on is not None:
            raise RuleError("customers.note_already_withdrawn")
        return replace(self, withdrawn_on=on)
