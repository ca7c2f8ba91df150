"""Grant what a customer contests: the credit note and the end of the dispute, in one step."""

from collections.abc import Mapping
from dataclasses import dataclass

from otc_desktop.application.invoicing.credit_invoice import CreditInvoice, prepare_credit
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_in
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.disputing import settle_dispute
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.disputes.dispute import Dispute, DisputeOutcome, DisputeReason
from otc_desktop.domain.invoicing.correction_reason import CorrectionReason
from otc_desktop.domain.invoicing.credit_note import credited_so_far, net_of_gross
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import DisputeId
from otc_desktop.domain.taxes.totals import compute_totals

# What the customer contested and we grant was our error, unless it is told otherwise.
_REASONS: Mapping[DisputeReason, CorrectionReason] = {
    DisputeReason.PRICE: CorrectionReason.PRICE,
    DisputeReason.QUANTITY: CorrectionReason.QUANTITY,
    DisputeReason.DELIVERY: CorrectionReason.QUANTITY,
    DisputeReason.QUALITY: CorrectionReason.GESTURE,
    DisputeReason.DUPLICATE: CorrectionReason.DUPLICATE,
    DisputeReason.PURCHASE_ORDER: CorrectionReason.PURCHASE_ORDER,
    DisputeReason.RECIPIENT: CorrectionReason.RECIPIENT,
    DisputeReason.VAT: CorrectionReason.VAT,
    DisputeReason.OTHER: CorrectionReason.OTHER_ERROR,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditDispute:
    """Ask for a contested amount to be credited.

    `resolution` is told on the board; `reason` is for the rate of errors, from the
    dispute's own reason when None. With `send`, the credit note's mail is queued as well;
    without a word on it, the customer's rule decides.
    """

    dispute_id: DisputeId
    resolution: str = ""
    reason: CorrectionReason | None = None
    send: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditedDispute:
    """The settled dispute, and the credit note that settled it."""

    dispute: Dispute
    credit_note: Invoice


@use_case(permission=Permission.ISSUE_INVOICE)
def credit_dispute(command: CreditDispute, ctx: Context, task: Task) -> CreditedDispute:
    """Issue a credit note of what is contested, lay it on the invoice and close the dispute.

    It comes to the contested amount, or to a cent less where the rounding of VAT allows no
    other.

    Raises:
        NotFoundError: `disputes.not_found`.
        RuleError: `disputes.already_closed`, `disputes.not_our_document` for an item taken
            over from another program, and what `credit_invoice` and `issue_invoice` refuse.
    """
    ctx.user.require(Permission.HANDLE_DISPUTES)
    if command.send:
        ctx.user.require(Permission.SEND_MAIL)
    with ctx.unit_of_work() as uow:
        dispute = uow.disputes.get(command.dispute_id)
        dispute.refuse_closed()
        item = uow.open_items.get(dispute.item_id)
        if item.invoice_id is None:
            raise RuleError("disputes.not_our_document", number=item.number)
        invoice = uow.invoices.get_by_number(item.number, lock=True)
        draft = prepare_credit(uow, ctx, _what_is_contested(uow, dispute, invoice, command.reason))
        issued = issue_in(uow, ctx, IssueInvoice(invoice_id=draft.id, send=command.send)).invoice
        closed = settle_dispute(
            uow,
            ctx,
            dispute,
            command.resolution.strip() or issued.number,
            outcome=DisputeOutcome.CREDIT_NOTE,
            settled_by=issued.number,
        )
        return uow.commit(CreditedDispute(dispute=closed, credit_note=issued))


def _what_is_contested(
    uow: UnitOfWork, dispute: Dispute, invoice: Invoice, reason: CorrectionReason | None
) -> CreditInvoice:
    """The whole invoice, its line, or an amount: whichever says it best on the document."""
    reason = reason or _REASONS[dispute.reason]
    before = credited_so_far(invoice, uow.invoices.credited(invoice.id))
    if dispute.amount == invoice.totals.total_incl_tax and not before.bases:
        return CreditInvoice(number=invoice.number, reason=reason)
    if 1 <= dispute.line <= len(invoice.lines) and not invoice.adjustments:
        line = invoice.lines[dispute.line - 1]
        worth = compute_totals((line,), (), invoice.currency).total_incl_tax
        if worth == dispute.amount and dispute.line - 1 not in before.quantities:
            return CreditInvoice(
                number=invoice.number, quantities={dispute.line - 1: None}, reason=reason
            )
    net = net_of_gross(invoice, dispute.amount, before=before)
    return CreditInvoice(number=invoice.number, amount=net.amount, reason=reason)
