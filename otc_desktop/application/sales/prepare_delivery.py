"""What of an order can leave today."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.goods import read_shelf
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.security.permissions import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareDelivery:
    """Ask what can leave of an order."""

    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryPlan:
    """An order; by line position what is on hand for the stocked lines, and what can leave."""

    order: SalesOrder
    on_hand: Mapping[int, Decimal]
    possible: Mapping[int, Decimal]


@use_case(permission=Permission.READ)
def prepare_delivery(command: PrepareDelivery, ctx: Context, task: Task) -> DeliveryPlan:
    """Look at the stock for an order's remaining lines; nothing is set aside.

    Raises:
        NotFoundError: `sales.order_not_found`.
    """
    with ctx.snapshot() as uow:
        order = uow.sales_orders.get_by_number(command.order)
        shelf = read_shelf(uow, order.lines, order.remaining())
        here = uow.stock.on_hand(shelf.items)
        on_hand = {
            position: here.get(product_id, Decimal(0))
            for position in order.remaining()
            if (product_id := order.lines[position].product_id) is not None
            and product_id in shelf.items
            and shelf.items[product_id].is_stocked
        }
        return DeliveryPlan(order=order, on_hand=on_hand, possible=shelf.possible)
