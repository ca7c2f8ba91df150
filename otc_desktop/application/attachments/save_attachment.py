"""Write an attached file to the user's disk."""

from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import AttachmentId


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveAttachment:
    """Ask for the file at a place of the user's choice."""

    attachment_id: AttachmentId
    path: Path


@use_case(permission=Permission.READ)
def save_attachment(command: SaveAttachment, ctx: Context, task: Task) -> Path:
    """Write the bytes as they were attached.

    Raises:
        NotFoundError: `attachments.not_found`.
        ExternalError: `files.disk_full`, `files.not_writable`.
    """
    with ctx.snapshot() as uow:
        attachment = uow.attachments.get(command.attachment_id)
        content = uow.archive.content(attachment.sha256)
    ctx.ports.files.write_atomically(command.path, [content])
    return command.path
