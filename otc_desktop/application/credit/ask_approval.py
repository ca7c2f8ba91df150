"""Say why a held order should go on, for whoever decides."""

from dataclasses import dataclass, replace
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_gate import order_holds, trace, weigh_order
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.trace import (
    CreditRequest,
    DecisionKind,
    Gate,
    checked_reason,
)
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError


@dataclass(frozen=True, slots=True, kw_only=True)
class AskApproval:
    """Ask for an agreement to a held order: why, and until when it is wanted."""

    number: str
    note: str
    wanted_until: date | None = None


@use_case(permission=Permission.TAKE_ORDERS)
def ask_approval(command: AskApproval, ctx: Context, task: Task) -> CreditRequest:
    """Put the reasons into the queue; a refused order may be asked for again.

    Raises:
        NotFoundError: `sales.order_not_found`.
        RuleError: `sales.not_held`, `credit.missing_reason`, `credit.nothing_to_ask`.
    """
    note = checked_reason(command.note)
    with ctx.unit_of_work() as uow:
        order = uow.sales_orders.get_by_number(command.number, lock=True)
        if order.status is not OrderStatus.HELD:
            raise RuleError("sales.not_held", number=order.number)
        if uow.credit.open_request(order.id) is None:
            order_holds(uow, ctx, order, Gate.CONFIRM)
        request = uow.credit.open_request(order.id)
        if request is None:
            raise RuleError("credit.nothing_to_ask", number=order.number)
        asked = replace(request, note=note, wanted_until=command.wanted_until)
        uow.credit.save_request(asked)
        weighed = weigh_order(uow, ctx, order)
        trace(uow, ctx, weighed, DecisionKind.ASKED, order_id=order.id, reason=note)
        return uow.commit(replace(asked, version=asked.version + 1))
