"""Release an order held for credit."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_release import Agreement, release_held_order
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseOrder:
    """Ask for a held order to go on, and say why."""

    number: str
    reason: str


@use_case(permission=Permission.RELEASE_ORDERS)
def release_order(command: ReleaseOrder, ctx: Context, task: Task) -> SalesOrder:
    """Lift the holds of an order: an agreement to all of it, for as long as the policy says.

    Raises:
        RuleError: `sales.not_held`, `sales.missing_reason`.
        ApprovalRequired: `credit.beyond_your_limit`, `credit.needs_unlimited_role`.
    """
    if not command.reason.strip():
        raise RuleError("sales.missing_reason", where="reason")
    with ctx.unit_of_work() as uow:
        order = uow.sales_orders.get_by_number(command.number, lock=True)
        released = release_held_order(uow, ctx, order, Agreement(reason=command.reason))
        return uow.commit(released)
