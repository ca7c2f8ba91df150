"""Take in a life cycle message that a platform or a partner left as a file."""

from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.status_messages import TakenMessage, take_status_message
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission

# More than the reader takes: that one says why it refuses.
_LARGEST = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveStatusMessage:
    """Ask for a message, by its bytes, to be kept with the invoices that it names."""

    content: bytes


@use_case(permission=Permission.ISSUE_INVOICE)
def receive_status_message(command: ReceiveStatusMessage, ctx: Context, task: Task) -> TakenMessage:
    """Keep it; a message that is known already changes nothing.

    Raises:
        RuleError, NotFoundError: what `take_status_message` refuses.
    """
    with ctx.unit_of_work() as uow:
        return uow.commit(take_status_message(uow, ctx, command.content))


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportStatusFile:
    """Ask for a CDAR file to be taken in."""

    path: Path


@use_case(permission=Permission.ISSUE_INVOICE)
def import_status_file(command: ImportStatusFile, ctx: Context, task: Task) -> TakenMessage:
    """Keep the file's message, as `receive_status_message` does.

    Raises:
        InputFileError: `files.not_found`, `files.not_readable`, `files.too_large`.
        RuleError, NotFoundError: what `take_status_message` refuses.
    """
    content = ctx.ports.files.read(command.path, largest=_LARGEST)
    with ctx.unit_of_work() as uow:
        return uow.commit(take_status_message(uow, ctx, content))
