"""One held order as it lies on the desk of whoever decides."""

from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_gate import Weighed, weigh_order
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.trace import CreditRequest
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import SalesOrderId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOrderCase:
    """Ask for an order with all that speaks for and against it."""

    order_id: SalesOrderId


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCase:
    """The order, the customer without it and with it, and what is overdue, oldest first."""

    order: SalesOrder
    weighed: Weighed
    request: CreditRequest | None
    overdue: Sequence[OpenItem]


@use_case(permission=Permission.READ)
def read_order_case(command: ReadOrderCase, ctx: Context, task: Task) -> OrderCase:
    """Weigh the order as of today; nothing is kept.

    Raises:
        NotFoundError: `sales.order_not_found`.
    """
    with ctx.snapshot() as uow:
        order = uow.sales_orders.get(command.order_id)
        return OrderCase(
            order=order,
            weighed=weigh_order(uow, ctx, order, lock=False),
            request=uow.credit.last_request(order.id),
            overdue=uow.credit.overdue_items(order.customer_id, on=ctx.today),
        )
