"""Replace contested goods: a free order for the line and the end of the dispute, in one step."""

from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.disputing import settle_dispute
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.sales.create_order import OrderTaken
from otc_desktop.application.sales.order_content import completed, delivery_site
from otc_desktop.application.sales.sales_numbers import take_order_number
from otc_desktop.domain.disputes.dispute import Dispute, DisputeOutcome
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import DisputeId, SalesOrderId

_FREE = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceDisputed:
    """Ask for the contested line to be delivered again, free of charge.

    `quantity` None means the whole line.
    """

    dispute_id: DisputeId
    quantity: Decimal | None = None
    resolution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplacedDispute:
    """The settled dispute, and the order that replaces the goods."""

    dispute: Dispute
    order: SalesOrder


@use_case(permission=Permission.TAKE_ORDERS)
def replace_disputed(command: ReplaceDisputed, ctx: Context, task: Task) -> ReplacedDispute:
    """Take a free order of the contested line and close the dispute; the invoice stays owed.

    Raises:
        NotFoundError: `disputes.not_found`.
        RuleError: `disputes.already_closed`, `disputes.line_needed`,
            `disputes.replaces_more_than_invoiced`.
    """
    ctx.user.require(Permission.HANDLE_DISPUTES)
    with ctx.unit_of_work() as uow:
        dispute = uow.disputes.get(command.dispute_id)
        dispute.refuse_closed()
        item = uow.open_items.get(dispute.item_id)
        if item.invoice_id is None or not dispute.line:
            raise RuleError("disputes.line_needed", where="line", number=item.number)
        line = uow.invoices.get_by_number(item.number).lines[dispute.line - 1]
        quantity = line.quantity if command.quantity is None else command.quantity
        if not 0 < quantity <= line.quantity:
            raise RuleError(
                "disputes.replaces_more_than_invoiced",
                where="quantity",
                quantity=quantity,
                invoiced=line.quantity,
            )
        customer = uow.customers.get(dispute.customer_id)
        content = completed(
            uow,
            customer_code=customer.code,
            currency_code=item.open.currency.code,
            lines=(
                LineInput(
                    product=line.product_code,
                    description=line.description,
                    quantity=quantity,
                    unit=line.unit,
                    unit_price=line.unit_price,
                    discount_percent=_FREE,
                    vat_rate=line.vat.rate,
                    vat_category=line.vat.category.value,
                ),
            ),
            adjustments=(),
            on=ctx.today,
            rates=ctx.ports.vat_rates,
        )
        site_id, ship_to = delivery_site(uow, customer, None)
        order = SalesOrder(
            id=SalesOrderId(ctx.new_id()),
            number=take_order_number(uow, ctx.today),
            customer_id=customer.id,
            ordered_on=ctx.today,
            currency=content.currency,
            lines=content.lines,
            adjustments=content.adjustments,
            purchase_order=item.number,
            site_id=site_id,
            ship_to=ship_to,
        )
        uow.sales_orders.add(order, customer)
        uow.record(OrderTaken(subject_id=order.id, customer_id=customer.id, number=order.number))
        closed = settle_dispute(
            uow,
            ctx,
            dispute,
            command.resolution.strip() or order.number,
            outcome=DisputeOutcome.REPLACEMENT,
            settled_by=order.number,
        )
        return uow.commit(ReplacedDispute(dispute=closed, order=order))
