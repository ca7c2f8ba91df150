"""Take up a closed order again, within the customer's credit as it stands now."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_gate import order_holds
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.trace import Gate
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenOrder:
    """Ask for the rest of a closed order to be delivered after all."""

    number: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderReopened(Event):
    """A closed order was taken up again; with holds it waits."""

    number: str
    reason: str
    holds: tuple[str, ...]


@use_case(permission=Permission.TAKE_ORDERS)
def reopen_order(command: ReopenOrder, ctx: Context, task: Task) -> SalesOrder:
    """Take a closed order up again; it passes the credit gate anew.

    Raises:
        NotFoundError: `sales.order_not_found`.
        RuleError: `sales.not_closed`, `sales.reason_needed`.
    """
    reason = command.reason.strip()
    if not reason:
        raise RuleError("sales.reason_needed", where="reason")
    with ctx.unit_of_work() as uow:
        order = uow.sales_orders.get_by_number(command.number, lock=True)
        open_again = order.reopen()
        holds = order_holds(uow, ctx, open_again, Gate.REOPEN)
        reopened = open_again.gated(holds)
        uow.sales_orders.save(reopened)
        uow.record(
            OrderReopened(
                subject_id=order.id,
                customer_id=order.customer_id,
                number=order.number,
                reason=reason,
                holds=holds,
            )
        )
        return uow.commit(reopened)
