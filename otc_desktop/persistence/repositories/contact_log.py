"""Notes and calls."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import RowMapping, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.customers.note import Note
from otc_desktop.domain.dunning.call import Call, CallDirection, CallOutcome
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CallId, CustomerId, NoteId
from otc_desktop.persistence.session import Session, in_chunks
from otc_desktop.persistence.tables.contact_log import customer_call, customer_note


class SqlContactLog:
    """Notes and calls of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_note(self, note: Note) -> None:
        """A new note."""
        self._session.insert(
            customer_note,
            {
                "id": note.id,
                "customer_id": note.customer_id,
                "text": note.text,
                "subject_kind": note.subject_kind,
                "subject_id": note.subject_id,
                "subject_number": note.subject_number,
                "written_on": note.written_on,
                "author": note.author,
                "withdrawn_on": note.withdrawn_on,
                "version": 1,
            },
        )
        self._session.topics.add(Topic.CUSTOMERS)

    def get_note(self, note_id: NoteId) -> Note:
        """By id."""
        row = self._session.by_id(customer_note, note_id, lock=True)
        if row is None:
            raise NotFoundError("customers.note_not_found", id=str(note_id))
        return Note(
            id=NoteId(row["id"]),
            customer_id=CustomerId(row["customer_id"]),
            text=row["text"],
            written_on=row["written_on"],
            author=row["author"],
            subject_kind=row["subject_kind"],
            subject_id=row["subject_id"],
            subject_number=row["subject_number"],
            withdrawn_on=row["withdrawn_on"],
            version=row["version"],
        )

    def save_note(self, note: Note) -> None:
        """A withdrawn note; nothing else of it can change."""
        self._session.update_versioned(
            customer_note, note.id, note.version, {"withdrawn_on": note.withdrawn_on}
        )
        self._session.topics.add(Topic.CUSTOMERS)

    def add_call(self, call: Call) -> None:
        """A call that took place."""
        self._session.insert(
            customer_call,
            {
                "id": call.id,
                "customer_id": call.customer_id,
                "called_on": call.called_on,
                "direction": call.direction.value,
                "outcome": call.outcome.value,
                "contact": call.contact,
                "phone": call.phone,
                "minutes": call.minutes,
                "text": call.text,
                "next_call_on": call.next_call_on,
                "next_call_at": call.next_call_at,
                "noted_on": call.noted_on,
                "author": call.author,
            },
        )
        self._session.topics.update({Topic.CUSTOMERS, Topic.DUNNING})

    def calls_of(self, customer_ids: Collection[CustomerId], *, since: date) -> Sequence[Call]:
        """Their calls since a day, the oldest first."""
        found: list[Call] = []
        for some in in_chunks(set(customer_ids)):
            query = (
                select(customer_call)
                .where(customer_call.c.customer_id.in_(some) & (customer_call.c.called_on >= since))
                .order_by(customer_call.c.called_on, customer_call.c.id)
            )
            found.extend(_call(row) for row in self._session.rows(query))
        return found


def _call(row: RowMapping) -> Call:
    return Call(
        id=CallId(row["id"]),
        customer_id=CustomerId(row["customer_id"]),
        called_on=row["called_on"],
        direction=CallDirection(row["direction"]),
        outcome=CallOutcome(row["outcome"]),
        noted_on=row["noted_on"],
        author=row["author"],
        contact=row["contact"],
        phone=row["phone"],
        minutes=row["minutes"],
        text=row["text"],
        next_call_on=row["next_call_on"],
        next_call_at=row["next_call_at"],
    )
