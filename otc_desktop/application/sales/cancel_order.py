"""Give an order up before anything left."""

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
class CancelOrder:
    """Ask for an order to be given up; a draft needs no reason."""

    number: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCancelled(Event):
    """An order was given up."""

    number: str
    reason: str


@use_case(permission=Permission.TAKE_ORDERS)
def cancel_order(command: CancelOrder, ctx: Context, task: Task) -> SalesOrder:
    """Give an order up; it keeps its number, and counts for nothing any more.

    Raises:
        NotFoundError: `sales.order_not_found`.
        RuleError: `sales.order_ended`, `sales.delivered_already`, `sales.partly_delivered`,
            `sales.reason_needed`.
    """
    with ctx.unit_of_work() as uow:
        order = uow.sales_orders.get_by_number(command.number, lock=True)
        cancelled = order.cancel(command.reason, on=ctx.today)
        uow.sales_orders.save(cancelled)
        settle_request(uow, ctx, order, RequestStatus.LIFTED)
        uow.record(
            OrderCancelled(
                subject_id=order.id,
                customer_id=order.customer_id,
                number=order.number,
                reason=cancelled.end_reason,
            )
        )
        return uow.commit(cancelled)
