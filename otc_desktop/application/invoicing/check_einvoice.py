"""Judge a draft or an issued document as a platform would, before anybody else does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from otc_desktop.application.invoicing.archived_document import archived_xml
from otc_desktop.application.invoicing.final_document import as_issued
from otc_desktop.application.invoicing.in_the_norm import in_the_norm
from otc_desktop.application.invoicing.issue_findings import findings_before_issue
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.legal_wording import legal_wording
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.einvoice_checks import einvoice_findings
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.invoicing.rule_sets import RuleSetOutcome
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.findings import Finding, Severity
from otc_desktop.domain.shared.ids import InvoiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckEInvoice:
    """Ask for the verdict on a draft by its identifier, or on an issued document by its number."""

    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedEInvoice:
    """Our own findings, and the verdict of each official rule set by syntax."""

    findings: Sequence[Finding]
    rule_sets: Mapping[str, Sequence[RuleSetOutcome]]

    @property
    def passed(self) -> bool:
        """Whether nothing stands against the document: no error, and every rule set passed."""
        errors = any(each.severity is Severity.ERROR for each in self.findings)
        return not errors and all(
            each.passed for outcomes in self.rule_sets.values() for each in outcomes
        )


@use_case(permission=Permission.READ)
def check_einvoice(command: CheckEInvoice, ctx: Context, task: Task) -> CheckedEInvoice:
    """Check a document in both syntaxes; a rule set that could not run says why.

    Of an issued document it is the archived XML that is judged.

    Raises:
        NotFoundError: `invoicing.not_found`, `invoicing.draft_not_found`.
    """
    with ctx.snapshot() as uow:
        company = uow.company.get()
        wording = legal_wording(uow, ctx)
        draft_id = _as_id(command.document)
        if draft_id is not None and uow.invoices.is_draft(draft_id):
            invoice, known = _draft(draft_id, uow, ctx, company)
        elif draft_id is not None:
            invoice, known = uow.invoices.get_issued(draft_id), []
        else:
            invoice, known = uow.invoices.get_by_number(command.document), []
        issued = archived_xml(uow, invoice)
    document = in_the_norm(invoice, company, wording)
    writer, rules = ctx.ports.einvoices, ctx.ports.einvoice_rules
    written = {
        "cii": issued or writer.write(document, syntax="cii"),
        "ubl": writer.write(document, syntax="ubl"),
    }
    return CheckedEInvoice(
        findings=[*known, *einvoice_findings(document)],
        rule_sets={syntax: rules.validate(content) for syntax, content in written.items()},
    )


def _draft(
    draft_id: InvoiceId, uow: UnitOfWork, ctx: Context, company: Company
) -> tuple[Invoice, Sequence[Finding]]:
    """The draft as it would be issued, with what is said against that."""
    draft = uow.invoices.get_draft(draft_id)
    customer = uow.customers.get(draft.customer_id)
    on = draft.wished_date or ctx.today
    found = findings_before_issue(draft, uow, ctx, company=company, customer=customer, on=on)
    return as_issued(draft, uow, ctx, company=company, customer=customer, on=on), found


def _as_id(text: str) -> InvoiceId | None:
    try:
        return InvoiceId(UUID(text))
    except ValueError:
        return None
