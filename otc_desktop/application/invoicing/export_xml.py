"""Write an issued document as an e-invoice."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.legal_wording import LegalWording, legal_wording
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.einvoice import EInvoice, einvoice_of, untaxed
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.invoicing.mentions import vat_reason_key
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.taxes.vat import VatTreatment

FACTUR_X = "facturx"
_PDF = "application/pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportXml:
    """Ask for a document as XML in `cii` or `ubl`, or as a PDF with its XML in `facturx`.

    `profile` is one of Factur-X (`basic`, `en16931`, `extended`); UBL knows none.
    """

    number: str
    path: Path
    syntax: str = "cii"
    profile: str = "en16931"


@use_case(permission=Permission.READ)
def export_xml(command: ExportXml, ctx: Context, task: Task) -> bytes:
    """Write the document to a file; the bytes that were written.

    Raises:
        NotFoundError: `invoicing.not_found`.
        RuleError: `invoicing.not_archived`.
        ExternalError: `files.disk_full`, `files.not_writable`.
    """
    with ctx.snapshot() as uow:
        company = uow.company.get()
        invoice = uow.invoices.get_by_number(command.number)
        wording = legal_wording(uow, ctx)
        drawn = _drawn(invoice, uow) if command.syntax == FACTUR_X else b""
    document, writer = in_the_norm(invoice, company, wording), ctx.ports.einvoices
    if command.syntax == FACTUR_X:
        content = writer.embedded(drawn, document, profile=command.profile)
    else:
        content = writer.write(document, syntax=command.syntax, profile=command.profile)
    ctx.ports.files.write_atomically(command.path, [content])
    return content


def _drawn(invoice: Invoice, uow: UnitOfWork) -> bytes:
    """The PDF exactly as issued."""
    sha256 = uow.archive.digest(invoice.id, _PDF)
    if sha256 is None:
        raise RuleError("invoicing.not_archived", number=invoice.number)
    return uow.archive.content(sha256)


def in_the_norm(invoice: Invoice, company: Company, wording: LegalWording) -> EInvoice:
    """The document in the terms of EN 16931, with its reasons for charging no VAT."""
    reasons = _reasons(invoice, company, wording)
    return einvoice_of(invoice, regime=company.vat_regime, reasons=reasons)


def _reasons(
    invoice: Invoice, company: Company, wording: LegalWording
) -> Mapping[VatTreatment, str]:
    """Why no VAT is charged, in the document's language as of its day (BT-120)."""
    found = {}
    for vat in untaxed(invoice.totals.vat_groups):
        key = vat_reason_key(vat, company.vat_regime)
        if vat.reason or not key:
            found[vat] = vat.reason
            continue
        found[vat] = wording.text(key, language=invoice.language, on=invoice.issued_on, values={})
    return found
