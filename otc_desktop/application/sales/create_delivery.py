"""Deliver an order, in whole or in part."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_gate import require_good_order
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.trace import Gate
from otc_desktop.domain.invoicing.numbering import NumberFormat
from otc_desktop.domain.sales.sales_order import Delivery, SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import DeliveryId
from otc_desktop.domain.stock.movement import MovementReason, StockMovement

SERIES = "delivery"
NUMBERS = NumberFormat("BL{year}-{seq:05d}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateDelivery:
    """Ask for an order to be delivered; no quantities means all that is left."""

    order: str
    quantities: Mapping[int, Decimal] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDelivered(Event):
    """Goods or services were handed over."""

    number: str
    order: str


@use_case(permission=Permission.DELIVER)
def create_delivery(
    command: CreateDelivery, ctx: Context, task: Task
) -> tuple[Delivery, SalesOrder]:
    """Deliver; products leave the stock.

    Raises:
        RuleError: `sales.not_confirmed`, `sales.held`, `sales.nothing_to_deliver`,
            `sales.more_than_ordered`, `sales.delivery_before_order`; `credit.order_held`
            when the customer's credit has changed: the order is held then.
    """
    with ctx.unit_of_work() as uow:
        order = uow.sales_orders.get_by_number(command.order, lock=True)
        require_good_order(uow, ctx, order, Gate.DELIVER)
        quantities = order.remaining() if command.quantities is None else command.quantities
        sequence = uow.number_series.take(SERIES, NUMBERS.period(ctx.today), date.min)
        after, delivery = order.deliver(
            DeliveryId(ctx.new_id()),
            NUMBERS.format(sequence, ctx.today),
            on=ctx.today,
            quantities=quantities,
        )
        uow.deliveries.add(delivery)
        uow.sales_orders.save(after)
        uow.stock.add_many(
            [
                StockMovement(
                    id=ctx.new_id(),
                    product_id=product_id,
                    moved_on=ctx.today,
                    quantity=-quantity,
                    reason=MovementReason.DELIVERY,
                    delivery_id=delivery.id,
                )
                for position, quantity in delivery.quantities.items()
                if (product_id := order.lines[position].product_id) is not None
            ]
        )
        uow.record(
            OrderDelivered(
                subject_id=delivery.id,
                customer_id=order.customer_id,
                number=delivery.number,
                order=order.number,
            )
        )
        return uow.commit((delivery, after))
