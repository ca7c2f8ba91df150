"""Prepare the credit note of goods that came back."""

from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.correction_reason import CorrectionReason
from otc_desktop.domain.invoicing.credit_note import credited_so_far, refuse_beyond
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceDraft
from otc_desktop.domain.invoicing.returned_goods import credit_note_of_return
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import InvoiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditReturn:
    """Ask for the credit note of a received return."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnCredited(Event):
    """The credit note of a return was prepared."""

    number: str
    invoice: str


@use_case(permission=Permission.DRAFT_INVOICE)
def credit_return(command: CreditReturn, ctx: Context, task: Task) -> InvoiceDraft:
    """Prepare a draft that credits what came back at the price it was invoiced at.

    Raises:
        NotFoundError: `sales.return_not_found`.
        RuleError: `sales.return_not_received`, `sales.return_already_credited`,
            `sales.return_needs_no_credit`, `invoicing.credits_more_than_invoiced`,
            `invoicing.credited_beyond_total` where other credit notes took it back already.
    """
    with ctx.unit_of_work() as uow:
        found = uow.sales_returns.get_by_number(command.number)
        delivery = uow.deliveries.get(found.delivery_id)
        back = uow.sales_returns.get_by_number(command.number, lock=True)
        new_id = InvoiceId(ctx.new_id())
        credited = back.credit(new_id)
        invoice = uow.invoices.of_delivery(delivery.id)
        if not isinstance(invoice, Invoice):
            raise RuleError("sales.return_needs_no_credit", number=back.number)
        invoice = uow.invoices.get_issued(invoice.id, lock=True)
        before = credited_so_far(invoice, uow.invoices.credited(invoice.id))
        draft = credit_note_of_return(invoice, new_id, delivery, back.quantities, before=before)
        refuse_beyond(invoice, draft, before)
        customer = uow.customers.get(back.customer_id)
        draft = replace(draft, correction=CorrectionReason.RETURN)
        uow.invoices.add_draft(draft, customer, ctx.today)
        uow.sales_returns.save(credited)
        uow.record(
            ReturnCredited(
                subject_id=back.id,
                customer_id=back.customer_id,
                number=back.number,
                invoice=invoice.number,
            )
        )
        return uow.commit(draft)
