"""Write down something about a customer."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.attachments.attachment import Subject
from otc_desktop.domain.customers.note import Note
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import CustomerId, NoteId


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote:
    """Ask for a note to be kept; `about` is the document it is about, None for the customer."""

    customer_id: CustomerId
    text: str
    about: Subject | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAdded(Event):
    """Somebody wrote something down; `about` is a document's number."""

    text: str
    about: str
    author: str


@use_case(permission=Permission.LOG_CONTACTS)
def add_note(command: AddNote, ctx: Context, task: Task) -> Note:
    """Keep a note. It can be withdrawn later, never rewritten.

    Raises:
        NotFoundError: `customers.not_found`.
        RuleError: `customers.note_empty`, `customers.note_too_long`,
            `customers.note_other_customer`.
    """
    with ctx.unit_of_work() as uow:
        customer = uow.customers.get(command.customer_id)
        about = command.about
        if about is not None and about.customer_id != customer.id:
            raise RuleError("customers.note_other_customer", where="about", number=about.number)
        note = Note(
            id=NoteId(ctx.new_id()),
            customer_id=customer.id,
            text=command.text.strip(),
            written_on=ctx.today,
            author=ctx.user.name,
            subject_kind="" if about is None else about.kind.value,
            subject_id=None if about is None else about.id,
            subject_number="" if about is None else about.number,
        )
        uow.contact_log.add_note(note)
        uow.record(
            NoteAdded(
                subject_id=note.id,
                customer_id=customer.id,
                text=note.text,
                about=note.subject_number,
                author=note.author,
            )
        )
        return uow.commit(note)
