"""Refuse a held order."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_gate import weigh_order
from otc_desktop.application.kernel.credit_release import settle_request
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.trace import (
    DecisionKind,
    RequestStatus,
    TracedDecision,
    checked_reason,
)
from otc_desktop.domain.sales.sales_order import OrderStatus, SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseOrder:
    """Ask for a held order to be refused, and say why."""

    number: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRefused(Event):
    """An agreement to an order was refused."""

    number: str
    reason: str


@use_case(permission=Permission.APPROVE_CREDIT)
def refuse_order(command: RefuseOrder, ctx: Context, task: Task) -> SalesOrder:
    """Refuse: the order stays held and leaves the queue; an earlier agreement ends.

    Raises:
        NotFoundError: `sales.order_not_found`.
        RuleError: `sales.not_held`, `credit.missing_reason`.
    """
    reason = checked_reason(command.reason)
    with ctx.unit_of_work() as uow:
        order = uow.sales_orders.get_by_number(command.number, lock=True)
        if order.status is not OrderStatus.HELD:
            raise RuleError("sales.not_held", number=order.number)
        weighed = weigh_order(uow, ctx, order)
        settle_request(uow, ctx, order, RequestStatus.REFUSED)
        uow.credit.trace(
            TracedDecision(
                id=ctx.new_id(),
                customer_id=order.customer_id,
                order_id=order.id,
                kind=DecisionKind.REFUSED,
                decided_on=ctx.today,
                role=ctx.user.role,
                codes=order.holds,
                reason=reason,
                amount=weighed.whole,
                overrun=weighed.decision.overrun,
                deposit=Money.zero(order.currency),
            )
        )
        uow.record(
            CreditRefused(
                subject_id=order.id,
                customer_id=order.customer_id,
                number=order.number,
                reason=reason,
            )
        )
        return uow.commit(order)
