"""Agree to a held order, for an amount and until a day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_release import Agreement, release_held_order
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveOrder:
    """Ask for a held order to go on.

    `amount` including tax is what the order may grow to, its own total when None; `until`
    None lasts as long as the policy says.
    """

    number: str
    reason: str
    amount: Decimal | None = None
    until: date | None = None


@use_case(permission=Permission.APPROVE_CREDIT)
def approve_order(command: ApproveOrder, ctx: Context, task: Task) -> SalesOrder:
    """Let a held order go on, within the user's approval limit.

    Raises:
        NotFoundError: `sales.order_not_found`.
        RuleError: `sales.not_held`, `credit.missing_reason`, `credit.approval_too_small`,
            `credit.approval_ended`.
        ApprovalRequired: `credit.beyond_your_limit`, `credit.needs_unlimited_role`.
    """
    with ctx.unit_of_work() as uow:
        order = uow.sales_orders.get_by_number(command.number, lock=True)
        asked = command.amount
        agreement = Agreement(
            reason=command.reason,
            amount=None if asked is None else Money(asked, order.currency),
            until=command.until,
        )
        return uow.commit(release_held_order(uow, ctx, order, agreement))
