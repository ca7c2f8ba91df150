"""Take an attached file off a thing."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.attachments.attachment import Attachment
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import AttachmentId


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveAttachment:
    """Ask for an attachment to be taken off."""

    attachment_id: AttachmentId


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentRemoved(Event):
    """A file no longer hangs on its thing."""

    file_name: str
    about_kind: str
    about: str
    about_id: str
    author: str


@use_case(permission=Permission.ATTACH_FILES)
def remove_attachment(command: RemoveAttachment, ctx: Context, task: Task) -> Attachment:
    """Remove the link; the bytes stay, for what was once shown may have to be shown again.

    Raises:
        NotFoundError: `attachments.not_found`.
        RuleError: `attachments.already_removed`.
    """
    with ctx.unit_of_work() as uow:
        removed = uow.attachments.get(command.attachment_id).remove(on=ctx.today)
        uow.attachments.save(removed)
        subject = removed.subject
        uow.record(
            AttachmentRemoved(
                subject_id=removed.id,
                customer_id=subject.customer_id,
                file_name=removed.file_name,
                about_kind=subject.kind.value,
                about=subject.number,
                about_id=str(subject.id),
                author=ctx.user.name,
            )
        )
        return uow.commit(removed)
