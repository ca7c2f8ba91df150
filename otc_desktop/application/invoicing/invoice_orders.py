"""Prepare the invoice of orders before, or without, a delivery."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.application.invoicing.bill import draft_of_orders
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceOrders:
    """Ask for the draft of orders' invoice; all that is neither delivered nor invoiced.

    `quantities` by line position chooses a part of a single order.
    """

    numbers: Sequence[str]
    quantities: Mapping[int, Decimal | None] | None = None


@use_case(permission=Permission.DRAFT_INVOICE)
def invoice_orders(command: InvoiceOrders, ctx: Context, task: Task) -> InvoiceDraft:
    """Prepare one draft; a later delivery of what it invoices is not invoiced again.

    Raises:
        NotFoundError: `sales.order_not_found`.
        RuleError: `invoicing.nothing_named`, `invoicing.lines_of_one_order`, and what
            billing an order refuses.
    """
    numbers = list(dict.fromkeys(command.numbers))
    if not numbers:
        raise RuleError("invoicing.nothing_named")
    if command.quantities is not None and len(numbers) > 1:
        raise RuleError("invoicing.lines_of_one_order", where="lines")
    with ctx.unit_of_work() as uow:
        found = [uow.sales_orders.get_by_number(each) for each in numbers]
        locked = {
            each.id: uow.sales_orders.get(each.id, lock=True)
            for each in sorted(found, key=lambda order: order.id)
        }
        orders = [locked[each.id] for each in found]
        wanted = {order.id: order.to_bill_ahead() for order in orders}
        if command.quantities is not None:
            left = wanted[orders[0].id]
            wanted[orders[0].id] = {
                position: left.get(position, Decimal(0)) if quantity is None else quantity
                for position, quantity in command.quantities.items()
            }
        draft, after = draft_of_orders(uow, ctx, orders, wanted)
        uow.invoices.add_draft(draft, uow.customers.get(draft.customer_id), ctx.today)
        for order in after:
            uow.sales_orders.save(order)
        return uow.commit(draft)
