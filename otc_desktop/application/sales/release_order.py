"""Release an order held for credit."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseOrder:
    """Ask for a held order to go on, and say why."""

    number: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderReleased(Event):
    """A hold was lifted."""

    number: str
    reason: str


@use_case(permission=Permission.RELEASE_ORDERS)
def release_order(command: ReleaseOrder, ctx: Context, task: Task) -> SalesOrder:
    """Lift the holds of an order.

    Raises:
        RuleError: `sales.not_held`, `sales.missing_reason`.
    """
    if not command.reason.strip():
        raise RuleError("sales.missing_reason", where="reason")
    with ctx.unit_of_work() as uow:
        order = uow.sales_orders.get_by_number(command.number, lock=True)
        released = order.release()
        uow.sales_orders.save(released)
        uow.record(
            OrderReleased(
                subject_id=order.id,
                customer_id=order.customer_id,
                number=order.number,
                reason=command.reason,
            )
        )
        return uow.commit(released)
