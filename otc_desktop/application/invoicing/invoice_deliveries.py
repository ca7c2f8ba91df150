"""Prepare one invoice of several deliveries."""

from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.application.invoicing.bill import draft_of_deliveries
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceDeliveries:
    """Ask for the draft of these deliveries' invoice, all of one customer and currency."""

    numbers: Sequence[str]


@use_case(permission=Permission.DRAFT_INVOICE)
def invoice_deliveries(command: InvoiceDeliveries, ctx: Context, task: Task) -> InvoiceDraft:
    """Prepare one draft, oldest delivery first; none of them is on another document.

    Raises:
        NotFoundError: `sales.delivery_not_found`.
        RuleError: `invoicing.nothing_named`, `sales.delivery_already_invoiced`,
            `sales.delivery_cancelled`, `sales.nothing_to_invoice`,
            `invoicing.not_one_customer`, `invoicing.not_one_currency`.
    """
    if not command.numbers:
        raise RuleError("invoicing.nothing_named")
    with ctx.unit_of_work() as uow:
        found = [uow.deliveries.get_by_number(each) for each in dict.fromkeys(command.numbers)]
        # Locked in the order of ids: two who bill the same never wait for each other.
        locked = {
            each.id: uow.deliveries.get(each.id)
            for each in sorted(found, key=lambda delivery: delivery.id)
        }
        shown = sorted(locked.values(), key=lambda each: (each.delivered_on, each.number))
        draft, billed = draft_of_deliveries(uow, ctx, shown)
        uow.invoices.add_draft(draft, uow.customers.get(draft.customer_id), ctx.today)
        for delivery in billed:
            uow.deliveries.save(delivery)
        return uow.commit(draft)
