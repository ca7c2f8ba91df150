"""One order with its lines and how far each has come."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import SalesOrderId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOrder:
    """Ask for an order."""

    order_id: SalesOrderId


@use_case(permission=Permission.READ)
def read_order(command: ReadOrder, ctx: Context, task: Task) -> SalesOrder:
    """The order as it stands.

    Raises:
        NotFoundError: `sales.order_not_found`.
    """
    with ctx.snapshot() as uow:
        return uow.sales_orders.get(command.order_id)
