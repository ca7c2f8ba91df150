"""Write our own statuses as messages into a folder, for a platform that is fed by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.status_messages import own_status_message
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportStatuses:
    """Ask for the messages of our own statuses noted since a day; without one, of all."""

    folder: Path
    since: date | None = None


@use_case(permission=Permission.READ)
def export_statuses(command: ExportStatuses, ctx: Context, task: Task) -> Sequence[Path]:
    """Write one CDAR file a status; the same status is the same file, byte by byte.

    Raises:
        ExternalError: `files.disk_full`, `files.not_writable`.
    """
    since = None
    if command.since is not None:
        since = datetime.combine(command.since, time(), UTC)
    written = []
    with ctx.snapshot() as uow:
        waiting = uow.reform_statuses.own(since)
        for done, status_id in enumerate(waiting):
            task.check_cancelled()
            task.progress(done, len(waiting))
            flow = own_status_message(uow, ctx, status_id)
            path = command.folder / flow.name
            ctx.ports.files.write_atomically(path, [flow.content])
            written.append(path)
    return written
