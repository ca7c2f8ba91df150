"""Prepare the invoice of a delivery."""

from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.invoice import InvoiceDraft, InvoiceKind
from otc_desktop.domain.invoicing.references import DeliveryReference, OrderReference
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import InvoiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceDelivery:
    """Ask for the draft of a delivery's invoice."""

    number: str


@use_case(permission=Permission.DRAFT_INVOICE)
def invoice_delivery(command: InvoiceDelivery, ctx: Context, task: Task) -> InvoiceDraft:
    """Prepare a draft with what left and did not come back, at the order's prices.

    The order's document discounts and charges go on the invoice of its first delivery.

    Raises:
        NotFoundError: `sales.delivery_not_found`.
        RuleError: `sales.delivery_already_invoiced`, `sales.delivery_cancelled`,
            `sales.nothing_to_invoice`.
    """
    with ctx.unit_of_work() as uow:
        delivery = uow.deliveries.get_by_number(command.number, lock=True)
        billed = delivery.bill()
        order = uow.sales_orders.get(delivery.order_id)
        customer = uow.customers.get(delivery.customer_id)
        lines = tuple(
            replace(order.lines[position], quantity=quantity)
            for position, quantity in sorted(billed.billed.items())
        )
        first = not uow.invoices.has_invoice_of_order(order.id)
        draft = InvoiceDraft(
            id=InvoiceId(ctx.new_id()),
            kind=InvoiceKind.INVOICE,
            customer_id=customer.id,
            currency=order.currency,
            lines=lines,
            adjustments=order.adjustments if first else (),
            supplied_on=delivery.delivered_on,
            purchase_order=order.purchase_order,
            orders=(
                OrderReference(
                    order_id=order.id, number=order.number, purchase_order=order.purchase_order
                ),
            ),
            deliveries=(
                DeliveryReference(
                    delivery_id=delivery.id,
                    order_id=order.id,
                    number=delivery.number,
                    delivered_on=delivery.delivered_on,
                    ship_to=delivery.ship_to,
                ),
            ),
        )
        uow.invoices.add_draft(draft, customer, ctx.today)
        uow.deliveries.save(billed)
        return uow.commit(draft)
