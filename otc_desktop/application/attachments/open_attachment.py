"""Look at an attached file in the system's viewer."""

from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.attachments.file_names import is_executable
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import AttachmentId


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAttachment:
    """Ask for a copy that a viewer can show."""

    attachment_id: AttachmentId


@use_case(permission=Permission.READ)
def open_attachment(command: OpenAttachment, ctx: Context, task: Task) -> Path:
    """Write a read-only copy into a private folder; returns where it is.

    What a system would run instead of show is refused: it came from outside.

    Raises:
        NotFoundError: `attachments.not_found`.
        RuleError: `attachments.executable`.
        ExternalError: `files.disk_full`, `files.not_writable`.
    """
    with ctx.snapshot() as uow:
        attachment = uow.attachments.get(command.attachment_id)
        if is_executable(attachment.file_name):
            raise RuleError("attachments.executable", name=attachment.file_name)
        content = uow.archive.content(attachment.sha256)
    return ctx.ports.viewer_files.put(attachment.file_name, content)
