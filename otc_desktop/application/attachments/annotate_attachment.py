"""Say what an attached file is."""

from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.attachments.attachment import Attachment
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import AttachmentId


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotateAttachment:
    """Ask for an attachment's note to be replaced."""

    attachment_id: AttachmentId
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentAnnotated(Event):
    """The note on an attached file was changed."""

    file_name: str
    before: str
    after: str
    author: str


@use_case(permission=Permission.ATTACH_FILES)
def annotate_attachment(command: AnnotateAttachment, ctx: Context, task: Task) -> Attachment:
    """Keep another note; the file is found by its words.

    Raises:
        NotFoundError: `attachments.not_found`.
        RuleError: `attachments.already_removed`, `attachments.note_too_long`.
    """
    with ctx.unit_of_work() as uow:
        before = uow.attachments.get(command.attachment_id)
        after = before.annotate(command.note)
        if after == before:
            return before
        uow.attachments.save(after)
        uow.record(
            AttachmentAnnotated(
                subject_id=after.id,
                customer_id=after.subject.customer_id,
                file_name=after.file_name,
                before=before.note,
                after=after.note,
                author=ctx.user.name,
            )
        )
        return uow.commit(replace(after, version=after.version + 1))
