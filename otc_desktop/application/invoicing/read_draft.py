"""One draft with its lines and totals, and what stands against issuing it."""

from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.application.invoicing.issue_findings import findings_before_issue
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.findings import Finding
from otc_desktop.domain.shared.ids import InvoiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDraft:
    """Ask for a draft."""

    invoice_id: InvoiceId


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """A draft, with the errors that block its issue and the doubts to weigh."""

    draft: InvoiceDraft
    findings: Sequence[Finding]


@use_case(permission=Permission.READ)
def read_draft(command: ReadDraft, ctx: Context, task: Task) -> CheckedDraft:
    """The draft as it stands, checked as its issue today would check it.

    Raises:
        NotFoundError: `invoicing.draft_not_found`.
        RuleError: `invoicing.already_issued`.
    """
    with ctx.snapshot() as uow:
        draft = uow.invoices.get_draft(command.invoice_id)
        findings = findings_before_issue(
            draft,
            uow,
            ctx,
            company=uow.company.get(),
            customer=uow.customers.get(draft.customer_id),
            on=draft.wished_date or ctx.today,
        )
    return CheckedDraft(draft, findings)
