"""Notes, calls, promises and attached files, as use cases load and save them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from otc_desktop.domain.attachments.attachment import Attachment, Subject, SubjectKind
from otc_desktop.domain.customers.note import Note
from otc_desktop.domain.dunning.call import Call
from otc_desktop.domain.dunning.promise import Claim, Promise, Settled
from otc_desktop.domain.shared.ids import AttachmentId, CustomerId, NoteId, PromiseId


class ContactLog(Protocol):
    """Notes and calls; both are written once."""

    def add_note(self, note: Note) -> None:
        """A new note."""

    def get_note(self, note_id: NoteId) -> Note:
        """By id; NotFoundError `customers.note_not_found`."""

    def save_note(self, note: Note) -> None:
        """A withdrawn note."""

    def add_call(self, call: Call) -> None:
        """A call that took place."""

    def calls_of(self, customer_ids: Collection[CustomerId], *, since: date) -> Sequence[Call]:
        """Their calls since a day, the oldest first."""


class PromiseRepository(Protocol):
    """Promises to pay, and what they are judged by."""

    def add(self, promise: Promise) -> None:
        """A new promise."""

    def get(self, promise_id: PromiseId) -> Promise:
        """By id; NotFoundError `dunning.promise_not_found`."""

    def save(self, promise: Promise) -> None:
        """A cancelled promise."""

    def not_due_before(self, day: date) -> Sequence[Promise]:
        """Promises, not cancelled, for that day or a later one."""

    def settled(self, customer_ids: Collection[CustomerId]) -> Sequence[Settled]:
        """What those customers' items were settled by, undone parts left out."""

    def of_customers(self, customer_ids: Collection[CustomerId]) -> Sequence[Promise]:
        """All promises of those customers, by promised date."""

    def customers_of(self, promise_ids: Collection[PromiseId]) -> Collection[CustomerId]:
        """Whose promises these are."""

    def due_between(self, first: date, last: date) -> Sequence[Promise]:
        """Promises, not cancelled, for a day of a period."""

    def told(self) -> Mapping[PromiseId, str]:
        """What was told last of each promise that may still change."""

    def tell(self, promise_id: PromiseId, state: str, *, on: date) -> None:
        """Write down what was told of a promise, and when."""

    def claims(self, numbers: Collection[str]) -> Sequence[Claim]:
        """Open items by document number; NotFoundError `receivables.item_not_found`."""


class AttachmentRepository(Protocol):
    """Files attached to things."""

    def find_subject(self, kind: SubjectKind, number: str) -> Subject | None:
        """The thing people call by this number, code or id."""

    def subject(self, kind: SubjectKind, subject_id: UUID) -> Subject | None:
        """The thing of this id."""

    def add(self, attachment: Attachment) -> None:
        """A new attachment; its bytes are in the archive already."""

    def get(self, attachment_id: AttachmentId) -> Attachment:
        """By id; NotFoundError `attachments.not_found`."""

    def save(self, attachment: Attachment) -> None:
        """A changed attachment."""

    def present(self, subject_id: UUID, sha256: str) -> Attachment | None:
        """The attachment of these bytes to this thing, if it has one."""

    def of_content(self, kind: SubjectKind, sha256: str) -> Sequence[Attachment]:
        """The attachments of these bytes to things of a kind, the latest first."""
