"""One issued document with the bytes its customer got."""

from dataclasses import dataclass

from otc_desktop.application.invoicing.issue_invoice import PDF
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import InvoiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadIssued:
    """Ask for an issued document."""

    invoice_id: InvoiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedDocument:
    """A document and its archived PDF."""

    invoice: Invoice
    pdf: bytes


@use_case(permission=Permission.READ)
def read_issued(command: ReadIssued, ctx: Context, task: Task) -> IssuedDocument:
    """The document as issued.

    Raises:
        NotFoundError: `invoicing.not_found`, `archive.not_found`.
    """
    with ctx.snapshot() as uow:
        invoice = uow.invoices.get_issued(command.invoice_id)
        pdf = uow.archive.document(invoice.id, PDF)
    return IssuedDocument(invoice=invoice, pdf=pdf)
