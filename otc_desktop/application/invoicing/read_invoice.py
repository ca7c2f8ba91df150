"""One issued document with its lines."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import InvoiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadInvoice:
    """Ask for an issued document."""

    invoice_id: InvoiceId


@use_case(permission=Permission.READ)
def read_invoice(command: ReadInvoice, ctx: Context, task: Task) -> Invoice:
    """The document as issued.

    Raises:
        NotFoundError: `invoicing.not_found`.
    """
    with ctx.snapshot() as uow:
        return uow.invoices.get_issued(command.invoice_id)
