"""Deliver an order, in whole, in part, or as far as the stock goes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_gate import require_good_order
from otc_desktop.application.kernel.goods import address_lines, lock_shelf, move_goods
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.trace import Gate
from otc_desktop.domain.invoicing.numbering import NumberFormat
from otc_desktop.domain.sales.delivery import Delivery
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.findings import refuse_if_blocking
from otc_desktop.domain.shared.ids import DeliveryId
from otc_desktop.domain.stock.availability import shortage_findings
from otc_desktop.domain.stock.movement import MovementReason

SERIES = "delivery"
NUMBERS = NumberFormat("BL{year}-{seq:05d}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateDelivery:
    """Ask for an order to be delivered; no quantities means all that is left.

    `available_only` delivers what is on hand of it and leaves the rest as a back-order.
    """

    order: str
    quantities: Mapping[int, Decimal] | None = None
    available_only: bool = False
    carrier: str = ""
    tracking: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDelivered(Event):
    """Goods or services were handed over."""

    number: str
    order: str


@use_case(permission=Permission.DELIVER)
def create_delivery(
    command: CreateDelivery, ctx: Context, task: Task
) -> tuple[Delivery, SalesOrder]:
    """Deliver; stocked products leave the stock.

    Raises:
        BlockingFindings: `stock.not_enough` for each line that is short, unless its product
            may go below zero or only what is available was asked for.
        RuleError: `sales.not_confirmed`, `sales.held`, `sales.nothing_to_deliver`,
            `sales.more_than_ordered`, `sales.delivery_before_order`;
            `stock.nothing_available`; `credit.order_held` when the customer's credit has
            changed: the order is held then.
    """
    with ctx.unit_of_work() as uow:
        order = uow.sales_orders.get_by_number(command.order, lock=True)
        require_good_order(uow, ctx, order, Gate.DELIVER)
        quantities = order.remaining() if command.quantities is None else command.quantities
        # Judged before the stock is looked at: no line that the order does not have.
        delivery_id = DeliveryId(ctx.new_id())
        order.deliver(delivery_id, "", on=ctx.today, quantities=quantities)
        shelf = lock_shelf(uow, order.lines, quantities)
        if command.available_only:
            quantities = shelf.possible
            if not quantities:
                raise RuleError("stock.nothing_available", number=order.number)
        else:
            refuse_if_blocking(shortage_findings(shelf.short, shelf.items))
        sequence = uow.number_series.take(SERIES, NUMBERS.period(ctx.today), date.min)
        number = NUMBERS.format(sequence, ctx.today)
        after, delivered = order.deliver(delivery_id, number, on=ctx.today, quantities=quantities)
        customer = uow.customers.get(order.customer_id)
        delivery = replace(
            delivered,
            ship_to=order.ship_to or address_lines(customer, customer.address),
            carrier=command.carrier.strip(),
            tracking=command.tracking.strip(),
            note=command.note.strip(),
        )
        uow.deliveries.add(delivery)
        uow.sales_orders.save(after)
        move_goods(
            uow,
            ctx,
            order.lines,
            {position: -quantity for position, quantity in quantities.items()},
            MovementReason.DELIVERY,
            delivery_id=delivery.id,
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
