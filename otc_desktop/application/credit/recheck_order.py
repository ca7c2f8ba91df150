"""Look at a held order again: has the cause gone, or the deposit come?"""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_gate import order_holds
from otc_desktop.application.kernel.credit_release import OrderReleased
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.trace import Gate
from otc_desktop.domain.sales.sales_order import OrderStatus, SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError


@dataclass(frozen=True, slots=True, kw_only=True)
class RecheckOrder:
    """Ask for a held order to be weighed again."""

    number: str


@use_case(permission=Permission.TAKE_ORDERS)
def recheck_order(command: RecheckOrder, ctx: Context, task: Task) -> SalesOrder:
    """Let the order go if the rules allow it now; nobody's agreement is needed for that.

    Money on account, a payment of what was overdue, a raised limit do it. Otherwise the
    order stays held, with what stands against it now.

    Raises:
        NotFoundError: `sales.order_not_found`.
        RuleError: `sales.not_held`.
    """
    with ctx.unit_of_work() as uow:
        order = uow.sales_orders.get_by_number(command.number, lock=True)
        if order.status is not OrderStatus.HELD:
            raise RuleError("sales.not_held", number=order.number)
        holds = order_holds(uow, ctx, order, Gate.CONFIRM)
        after = order.hold(holds) if holds else order.release()
        if after != order:
            uow.sales_orders.save(after)
        if not holds:
            uow.record(
                OrderReleased(
                    subject_id=order.id,
                    customer_id=order.customer_id,
                    number=order.number,
                    reason="",
                )
            )
        return uow.commit(after)
