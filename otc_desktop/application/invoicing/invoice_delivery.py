"""Prepare the invoice of a delivery."""

from dataclasses import dataclass

from otc_desktop.application.invoicing.bill import draft_of_deliveries
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.security.permissions import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceDelivery:
    """Ask for the draft of a delivery's invoice."""

    number: str


@use_case(permission=Permission.DRAFT_INVOICE)
def invoice_delivery(command: InvoiceDelivery, ctx: Context, task: Task) -> InvoiceDraft:
    """Prepare a draft with what left and did not come back, at the order's prices.

    The order's document discounts and charges go on the invoice of its first delivery, and
    what is left of its deposits is taken off.

    Raises:
        NotFoundError: `sales.delivery_not_found`.
        RuleError: `sales.delivery_already_invoiced`, `sales.delivery_cancelled`,
            `sales.nothing_to_invoice`.
    """
    with ctx.unit_of_work() as uow:
        delivery = uow.deliveries.get_by_number(command.number, lock=True)
        draft, billed = draft_of_deliveries(uow, ctx, [delivery])
        uow.invoices.add_draft(draft, uow.customers.get(draft.customer_id), ctx.today)
        uow.deliveries.save(billed[0])
        return uow.commit(draft)
