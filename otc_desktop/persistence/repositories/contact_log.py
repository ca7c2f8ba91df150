"""Notes and calls."""

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.customers.note import Note
from otc_desktop.domain.dunning.call import Call
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId, NoteId
from otc_desktop.persistence.session import Session
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
                "noted_on": call.noted_on,
                "author": call.author,
            },
        )
        self._session.topics.update({Topic.CUSTOMERS, Topic.DUNNING})
