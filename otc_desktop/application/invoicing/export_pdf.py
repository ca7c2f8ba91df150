"""Write the archived PDF of an issued document to a file."""

from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.invoicing.archived_document import PDF
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPdf:
    """Ask for a copy of an issued document's PDF."""

    number: str
    path: Path


@use_case(permission=Permission.READ)
def export_pdf(command: ExportPdf, ctx: Context, task: Task) -> str:
    """Write the bytes exactly as issued; returns their SHA-256.

    Raises:
        NotFoundError: `invoicing.not_found`.
        ExternalError: `files.disk_full`, `files.not_writable`; no half file is left.
    """
    with ctx.snapshot() as uow:
        invoice = uow.invoices.get_by_number(command.number)
        sha256 = uow.archive.digest(invoice.id, PDF)
        if sha256 is None:
            raise RuleError("invoicing.not_archived", number=invoice.number)
        content = uow.archive.content(sha256)
    ctx.ports.files.write_atomically(command.path, [content])
    return sha256
