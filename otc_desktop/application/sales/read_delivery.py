"""One delivery with its order, and what may still come back of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.sales.delivery import Delivery
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.sales.sales_return import SalesReturn, returnable
from otc_desktop.domain.security.permissions import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDelivery:
    """Ask for a delivery."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryDetail:
    """A delivery, its order, its returns; `returnable` by line position of the order."""

    delivery: Delivery
    order: SalesOrder
    returns: tuple[SalesReturn, ...]
    returnable: Mapping[int, Decimal]


@use_case(permission=Permission.READ)
def read_delivery(command: ReadDelivery, ctx: Context, task: Task) -> DeliveryDetail:
    """The delivery as it stands.

    Raises:
        NotFoundError: `sales.delivery_not_found`.
    """
    with ctx.snapshot() as uow:
        delivery = uow.deliveries.get_by_number(command.number)
        returns = tuple(uow.sales_returns.of_delivery(delivery.id))
        return DeliveryDetail(
            delivery=delivery,
            order=uow.sales_orders.get(delivery.order_id),
            returns=returns,
            returnable=returnable(delivery, returns),
        )
