"""Write an issued document as an e-invoice."""

from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.invoicing.archived_document import (
    ARCHIVED_PROFILE,
    archived_pdf,
    archived_xml,
)
from otc_desktop.application.invoicing.in_the_norm import in_the_norm
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.legal_wording import legal_wording
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission

FACTUR_X = "facturx"
CII = "cii"
PROFILES = ("basic", "en16931", "extended", "extended-ctc-fr")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportXml:
    """Ask for a document as XML in `cii` or `ubl`, or as a PDF with its XML in `facturx`.

    `profile` is one of `PROFILES`; UBL knows the norm and its French extension only.
    """

    number: str
    path: Path
    syntax: str = "cii"
    profile: str = "en16931"


@use_case(permission=Permission.READ)
def export_xml(command: ExportXml, ctx: Context, task: Task) -> bytes:
    """Write the document to a file; the bytes that were written.

    Where the issue archived exactly what is asked for, it is that, byte by byte.

    Raises:
        NotFoundError: `invoicing.not_found`.
        RuleError: `invoicing.not_archived`.
        ExternalError: `files.disk_full`, `files.not_writable`.
    """
    with ctx.snapshot() as uow:
        company = uow.company.get()
        invoice = uow.invoices.get_by_number(command.number)
        wording = legal_wording(uow, ctx)
        drawn = archived_pdf(uow, invoice) if command.syntax == FACTUR_X else b""
        issued = archived_xml(uow, invoice) if command.profile == ARCHIVED_PROFILE else None
    if issued is not None and command.syntax in (CII, FACTUR_X):
        content = issued if command.syntax == CII else drawn
    else:
        document, writer = in_the_norm(invoice, company, wording), ctx.ports.einvoices
        syntax = CII if command.syntax == FACTUR_X else command.syntax
        content = writer.write(document, syntax=syntax, profile=command.profile)
        if command.syntax == FACTUR_X:
            day = invoice.issued_on
            content = writer.embedded(drawn, content, profile=command.profile, on=day)
    ctx.ports.files.write_atomically(command.path, [content])
    return content
