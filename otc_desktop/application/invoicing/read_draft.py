"""One draft with its lines and totals, and what stands against issuing it."""

from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.application.invoicing.final_document import as_issued
from otc_desktop.application.invoicing.in_the_norm import in_the_norm
from otc_desktop.application.invoicing.issue_findings import findings_before_issue
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.legal_wording import legal_wording
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.einvoice_checks import einvoice_findings
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.findings import Finding, Severity
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
        company, customer = uow.company.get(), uow.customers.get(draft.customer_id)
        return CheckedDraft(draft, _findings(draft, uow, ctx, company, customer))


def _findings(
    draft: InvoiceDraft, uow: UnitOfWork, ctx: Context, company: Company, customer: Customer
) -> Sequence[Finding]:
    """What its issue would say; the e-invoice is judged once nothing else blocks."""
    on = draft.wished_date or ctx.today
    found = findings_before_issue(draft, uow, ctx, company=company, customer=customer, on=on)
    if any(each.severity is Severity.ERROR for each in found):
        return found
    invoice = as_issued(draft, uow, ctx, company=company, customer=customer, on=on)
    told = {each.where for each in found}
    document = in_the_norm(invoice, company, legal_wording(uow, ctx))
    return [*found, *(each for each in einvoice_findings(document) if each.where not in told)]
