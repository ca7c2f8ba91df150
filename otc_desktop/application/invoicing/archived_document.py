"""What is kept of an issued document: its PDF/A-3 with the XML inside, and the XML by itself."""

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.invoicing.einvoice import EInvoice
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.shared.errors import RuleError

PDF = "application/pdf"
XML = "application/xml"
# The profile of whatever is archived: what the platforms of the reform take.
ARCHIVED_PROFILE = "en16931"


def archive_issued(
    uow: UnitOfWork, ctx: Context, invoice: Invoice, document: EInvoice | None
) -> str:
    """Draw the document and keep it; returns the SHA-256 of its PDF.

    Args:
        uow: of the issue: a full disk or a bad font rolls the number back, too.
        ctx: of the intent.
        invoice: as it is issued.
        document: the same in the terms of the norm; None where no e-invoice can be written,
            which leaves a plain PDF.
    """
    drawn = ctx.ports.renderer.invoice_pdf(invoice, uow.paper_look.get())
    if document is None:
        return uow.archive.add_document(invoice.id, PDF, drawn)
    writer = ctx.ports.einvoices
    xml = writer.write(document, syntax="cii", profile=ARCHIVED_PROFILE)
    pdf = writer.embedded(drawn, xml, profile=ARCHIVED_PROFILE, on=invoice.issued_on)
    sha256 = uow.archive.add_document(invoice.id, PDF, pdf)
    uow.archive.add_document(invoice.id, XML, xml)
    return sha256


def archived_pdf(uow: UnitOfWork, invoice: Invoice) -> bytes:
    """The PDF exactly as issued.

    Raises:
        RuleError: `invoicing.not_archived`, of a document taken over from elsewhere.
    """
    sha256 = uow.archive.digest(invoice.id, PDF)
    if sha256 is None:
        raise RuleError("invoicing.not_archived", number=invoice.number)
    return uow.archive.content(sha256)


def archived_xml(uow: UnitOfWork, invoice: Invoice) -> bytes | None:
    """The XML exactly as issued; None where only a PDF was kept, as earlier versions did."""
    sha256 = uow.archive.digest(invoice.id, XML)
    return None if sha256 is None else uow.archive.content(sha256)
