"""Issue a draft: numbered, archived, owed, posted, in one transaction."""

from dataclasses import dataclass, replace
from datetime import date

from otc_desktop.application.invoicing.archived_document import archive_issued
from otc_desktop.application.invoicing.books import enter_in_books, lock_concerned
from otc_desktop.application.invoicing.final_document import buyer_of, final_document
from otc_desktop.application.invoicing.flow_queue import queue_on_issue
from otc_desktop.application.invoicing.in_the_norm import in_the_norm
from otc_desktop.application.invoicing.invoice_mail import (
    compose_invoice_mail,
    queue_invoice_mail,
)
from otc_desktop.application.invoicing.issue_findings import findings_before_issue
from otc_desktop.application.invoicing.rebate_books import settle_rebate_of
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_gate import require_credit
from otc_desktop.application.kernel.legal_wording import legal_wording
from otc_desktop.application.kernel.status_keeping import cancel_replaced
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.trace import Gate
from otc_desktop.domain.invoicing.einvoice_checks import can_be_written, einvoice_findings
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceDraft, InvoiceKind
from otc_desktop.domain.invoicing.numbering import CREDIT_NOTE_PATTERN, NumberFormat
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.findings import refuse_if_blocking
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.domain.shared.sending import SendAtIssue, rule_in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueInvoice:
    """Ask for a draft to become a numbered, archived and posted document.

    With `send` true, its mail is queued in the same transaction: issued and queued, or
    neither. Without a word on it, the rule in force for the customer decides.
    """

    invoice_id: InvoiceId
    send: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedInvoice:
    """A document as it was issued, and the hash of its archived PDF.

    `queued` tells that its mail is in the outbox; `unreachable` that the standing rule wanted
    it there, and the customer has no address.
    """

    invoice: Invoice
    sha256: str
    queued: bool = False
    unreachable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceIssued(Event):
    """An invoice or credit note was issued."""

    number: str
    document_kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceNotQueued(Event):
    """A document that was to be mailed with its issue had nowhere to go."""

    number: str


@use_case(permission=Permission.ISSUE_INVOICE)
def issue_invoice(command: IssueInvoice, ctx: Context, task: Task) -> IssuedInvoice:
    """Issue a document: number, PDF, archive, open item and entry, or none of them.

    A credit note settles its invoice as far as that is open. The company's rule may have its
    mail queued, too: that is the company's will, and needs no right of whoever issues.

    Raises:
        BlockingFindings: what stands against issuing, all at once.
        RuleError: `invoicing.already_issued`, `invoicing.date_goes_back`,
            `mail.no_recipient` when it is to be sent.
        ApprovalRequired: `credit.beyond_your_limit`, `credit.needs_unlimited_role` for an
            invoice without a delivery to a customer whose credit does not allow it.
    """
    if command.send:
        ctx.user.require(Permission.SEND_MAIL)
    with ctx.unit_of_work() as uow:
        return uow.commit(issue_in(uow, ctx, command))


def issue_in(uow: UnitOfWork, ctx: Context, command: IssueInvoice) -> IssuedInvoice:
    """Issue a draft inside the caller's transaction, with whatever else it commits."""
    draft = uow.invoices.get_draft(command.invoice_id, lock=True)
    company = uow.company.get()
    customer = uow.customers.get(draft.customer_id)
    on = draft.wished_date or ctx.today
    refuse_if_blocking(
        findings_before_issue(draft, uow, ctx, company=company, customer=customer, on=on)
    )
    concerned = lock_concerned(uow, draft, on)
    if _needs_gate(draft):
        amount = draft.totals().total_incl_tax
        require_credit(uow, ctx, customer.id, amount=amount, gate=Gate.INVOICE)
    number = _number(uow, draft, company, on)
    buyer = buyer_of(customer, uow.customers.addresses_of(customer.id))
    wording = legal_wording(uow, ctx)
    invoice = final_document(draft, customer, company, wording, buyer=buyer, on=on, number=number)
    document = in_the_norm(invoice, company, wording)
    # Whatever fails from here on rolls everything back, number included.
    found = einvoice_findings(document)
    refuse_if_blocking(found)
    uow.invoices.issue(invoice, draft.version)
    kept = document if can_be_written(document) else None
    sha256 = archive_issued(uow, ctx, invoice, kept)
    enter_in_books(uow, ctx, invoice, company=company, customer=customer, concerned=concerned)
    settle_rebate_of(uow, ctx, invoice, company)
    cancel_replaced(uow, ctx, invoice)
    uow.record(
        InvoiceIssued(
            subject_id=invoice.id,
            customer_id=customer.id,
            number=invoice.number,
            document_kind=invoice.kind.value,
        )
    )
    queue_on_issue(uow, ctx, invoice)
    issued = IssuedInvoice(invoice=invoice, sha256=sha256)
    rule = rule_in_force(customer.send_at_issue, company.send_at_issue)
    if rule is SendAtIssue.AT_ISSUE if command.send is None else command.send:
        return _queued(uow, ctx, issued, at_will=bool(command.send))
    return issued


def _queued(
    uow: UnitOfWork, ctx: Context, issued: IssuedInvoice, *, at_will: bool
) -> IssuedInvoice:
    """Put the document in the outbox.

    Whoever asks for the mail is refused where it has nowhere to go; a standing rule never
    keeps a document from being issued.
    """
    number = issued.invoice.number
    mail = compose_invoice_mail(uow, ctx, number)
    if not mail.addresses and not at_will:
        uow.record(
            InvoiceNotQueued(
                subject_id=issued.invoice.id, customer_id=mail.customer.id, number=number
            )
        )
        return replace(issued, unreachable=True)
    queue_invoice_mail(uow, ctx, mail)
    return replace(issued, queued=True)


def _needs_gate(draft: InvoiceDraft) -> bool:
    """What was ordered or delivered passed its gate before; a deposit gives no credit."""
    behind = draft.deliveries or any(each.billed for each in draft.orders)
    return draft.kind is InvoiceKind.INVOICE and not behind and draft.progress is None


def _number(uow: UnitOfWork, draft: InvoiceDraft, company: Company, on: date) -> str:
    """The next legal number; the lock is held until the commit."""
    numbers = NumberFormat(CREDIT_NOTE_PATTERN if draft.kind.is_credit else company.number_format)
    sequence = uow.number_series.take(draft.kind.series, numbers.period(on), on)
    return numbers.format(sequence, on)
