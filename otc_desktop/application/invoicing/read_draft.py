"""One draft with its lines and totals."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import InvoiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDraft:
    """Ask for a draft."""

    invoice_id: InvoiceId


@use_case(permission=Permission.READ)
def read_draft(command: ReadDraft, ctx: Context, task: Task) -> InvoiceDraft:
    """The draft as it stands.

    Raises:
        NotFoundError: `invoicing.draft_not_found`.
        RuleError: `invoicing.already_issued`.
    """
    with ctx.snapshot() as uow:
        return uow.invoices.get_draft(command.invoice_id)
