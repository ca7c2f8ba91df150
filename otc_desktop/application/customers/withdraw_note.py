"""Mark a note as wrong."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.note import Note
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import NoteId


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawNote:
    """Ask for a note to be marked as not to be relied on."""

    note_id: NoteId


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWithdrawn(Event):
    """A note was withdrawn."""

    text: str
    author: str


@use_case(permission=Permission.LOG_CONTACTS)
def withdraw_note(command: WithdrawNote, ctx: Context, task: Task) -> Note:
    """Withdraw a note; its text stays in the timeline.

    Raises:
        NotFoundError: `customers.note_not_found`.
        RuleError: `customers.note_already_withdrawn`.
    """
    with ctx.unit_of_work() as uow:
        note = uow.contact_log.get_note(command.note_id).withdraw(on=ctx.today)
        uow.contact_log.save_note(note)
        uow.record(
            NoteWithdrawn(
                subject_id=note.id,
                customer_id=note.customer_id,
                text=note.text,
                author=ctx.user.name,
            )
        )
        return uow.commit(note)
