"""Shared steps: put documents, statuses and e-reporting in the queue of the platform."""

from dataclasses import dataclass
from uuid import UUID

from otc_desktop.application.invoicing.archived_document import (
    ARCHIVED_PROFILE,
    archived_pdf,
    archived_xml,
)
from otc_desktop.application.invoicing.export_ereporting import file_name
from otc_desktop.application.invoicing.in_the_norm import in_the_norm
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.einvoicing_platform import FlowSyntax
from otc_desktop.application.kernel.legal_wording import legal_wording
from otc_desktop.application.kernel.repositories.ereporting import KeptReport
from otc_desktop.application.kernel.repositories.platform import QueuedFlow
from otc_desktop.application.kernel.status_messages import is_internal_credit, own_status_message
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.invoicing.ereporting import ReportedIn, reported_in
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.invoicing.platform_account import (
    FlowFormat,
    PlatformAccount,
    PlatformKind,
)
from otc_desktop.domain.invoicing.platform_rules import chorus_findings, is_for, processing_rule
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.findings import refuse_if_blocking

INVOICE, STATUS, EREPORTING = "invoice", "status", "ereporting"
# EN 16931 is a CIUS of nothing, yet that is the norm's word for it; BASIC is below it.
_PROFILE = "CIUS"
_NO_RULE = "NotApplicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositQueued(Event):
    """A document waits for the platform."""

    number: str


def queue_invoice(
    uow: UnitOfWork, ctx: Context, invoice: Invoice, account: PlatformAccount
) -> QueuedFlow:
    """Put a document in the queue, in the bytes that its issue archived where they serve.

    Raises:
        RuleError: `platform.not_configured`, `platform.already_queued`,
            `platform.no_einvoice`, `platform.internal_credit`.
        BlockingFindings: what Chorus Pro would refuse.
    """
    if account.kind is PlatformKind.NONE:
        raise RuleError("platform.not_configured")
    kind = uow.customers.get(invoice.customer_id).kind
    if account.kind is PlatformKind.CHORUS_PRO:
        refuse_if_blocking(chorus_findings(invoice.buyer, kind, account.format))
    if is_internal_credit(uow, invoice):
        raise RuleError("platform.internal_credit", number=invoice.number)
    syntax, content = _written(uow, ctx, invoice, account.format)
    flow_id = ctx.new_id()
    suffix = "pdf" if syntax is FlowSyntax.FACTUR_X else "xml"
    flow = QueuedFlow(
        id=flow_id,
        tracking_id=str(flow_id),
        kind=INVOICE,
        syntax=syntax,
        name=f"{invoice.number.replace('/', '-')}.{suffix}",
        sha256=uow.archive.keep(content),
        subject=subject_of(invoice),
        profile=_PROFILE,
        processing_rule=processing_rule(_place(invoice, uow), kind),
        invoice_id=invoice.id,
        customer_id=invoice.customer_id,
    )
    uow.platform.queue(flow)
    uow.record(
        DepositQueued(subject_id=invoice.id, customer_id=invoice.customer_id, number=invoice.number)
    )
    return flow


def queue_on_issue(uow: UnitOfWork, ctx: Context, invoice: Invoice) -> None:
    """Queue what has just been issued, where the company wants that and the platform takes it."""
    account = uow.platform.account()
    if not account.on_issue or account.kind is PlatformKind.NONE:
        return
    kind = uow.customers.get(invoice.customer_id).kind
    if not is_for(account.kind, _place(invoice, uow), kind):
        return
    if account.kind is PlatformKind.CHORUS_PRO and chorus_findings(
        invoice.buyer, kind, account.format
    ):
        return
    if archived_xml(uow, invoice) is None or is_internal_credit(uow, invoice):
        return
    queue_invoice(uow, ctx, invoice, account)


def queue_own_statuses(uow: UnitOfWork, ctx: Context, account: PlatformAccount) -> int:
    """Queue our statuses of documents that the platform has; how many."""
    if account.kind in (PlatformKind.NONE, PlatformKind.CHORUS_PRO):
        return 0
    waiting = uow.platform.untold_statuses()
    for status_id in waiting:
        _queue_status(uow, ctx, status_id)
    return len(waiting)


def queue_ereport(
    uow: UnitOfWork, ctx: Context, report: KeptReport, account: PlatformAccount
) -> QueuedFlow:
    """Put a transmission in the queue.

    Raises:
        RuleError: `platform.not_configured`, `platform.already_queued`,
            `platform.chorus_no_ereporting`.
    """
    if account.kind is PlatformKind.NONE:
        raise RuleError("platform.not_configured")
    if account.kind is PlatformKind.CHORUS_PRO:
        raise RuleError("platform.chorus_no_ereporting")
    flow_id = ctx.new_id()
    flow = QueuedFlow(
        id=flow_id,
        tracking_id=str(flow_id),
        kind=EREPORTING,
        syntax=FlowSyntax.E_REPORTING,
        name=file_name(report.number),
        sha256=report.sha256,
        subject=f"{EREPORTING}/{report.id.hex}",
        processing_rule=_NO_RULE,
        ereport_id=report.id,
    )
    uow.platform.queue(flow)
    return flow


def subject_of(invoice: Invoice) -> str:
    """What a deposit of a document is counted under."""
    return f"{INVOICE}/{invoice.id.hex}"


def _queue_status(uow: UnitOfWork, ctx: Context, status_id: UUID) -> None:
    message = own_status_message(uow, ctx, status_id)
    status = uow.reform_statuses.get(status_id)  # type: ignore[arg-type]  # the id it is
    uow.platform.queue(
        QueuedFlow(
            id=ctx.new_id(),
            tracking_id=message.tracking_id,
            kind=STATUS,
            syntax=message.syntax,
            name=message.name,
            sha256=uow.archive.keep(message.content),
            subject=f"{STATUS}/{status_id.hex}",
            processing_rule=message.processing_rule,
            invoice_id=status.invoice_id,
            customer_id=uow.invoices.get_issued(status.invoice_id).customer_id,
            status_id=status_id,
        )
    )


def _place(invoice: Invoice, uow: UnitOfWork) -> ReportedIn:
    return reported_in(
        invoice.buyer,
        [group.vat for group in invoice.totals.vat_groups],
        kind=uow.customers.get(invoice.customer_id).kind,
    )


def _written(
    uow: UnitOfWork, ctx: Context, invoice: Invoice, wanted: FlowFormat
) -> tuple[FlowSyntax, bytes]:
    xml = archived_xml(uow, invoice)
    if xml is None:
        raise RuleError("platform.no_einvoice", number=invoice.number)
    if wanted is FlowFormat.FACTUR_X:
        return FlowSyntax.FACTUR_X, archived_pdf(uow, invoice)
    if wanted is FlowFormat.CII:
        return FlowSyntax.CII, xml
    document = in_the_norm(invoice, uow.company.get(), legal_wording(uow, ctx))
    content = ctx.ports.einvoices.write(document, syntax="ubl", profile=ARCHIVED_PROFILE)
    return FlowSyntax.UBL, content
