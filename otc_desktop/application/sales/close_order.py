"""Close a partly delivered order: its rest is given up («solder»)."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_release import settle_request
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.trace import RequestStatus
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseOrder:
    """Ask for what is left of an order to be given up."""

    number: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderClosed(Event):
    """The rest of an order was given up."""

    number: str
    reason: str


@use_case(permission=Permission.TAKE_ORDERS)
def close_order(command: CloseOrder, ctx: Context, task: Task) -> SalesOrder:
    """Give up what was not delivered; what was delivered is invoiced as usual.

    Raises:
        NotFoundError: `sales.order_not_found`.
        RuleError: `sales.not_confirmed`, `sales.order_ended`, `sales.delivered_already`,
            `sales.nothing_delivered`, `sales.reason_needed`.
    """
    with ctx.unit_of_work() as uow:
        order = uow.sales_orders.get_by_number(command.number, lock=True)
        closed = order.close(command.reason, on=ctx.today)
        uow.sales_orders.save(closed)
        settle_request(uow, ctx, order, RequestStatus.LIFTED)
        uow.record(
            OrderClosed(
                subject_id=order.id,
                customer_id=order.customer_id,
                number=order.number,
                reason=closed.end_reason,
            )
        )
        return uow.commit(closed)
