"""Agree to a held order on condition that a deposit arrives first."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_release import Agreement, agree, settle_request
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.trace import DecisionKind, RequestStatus
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class AskDeposit:
    """Ask for a deposit (including tax) before a held order goes on."""

    number: str
    amount: Decimal
    reason: str
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositAsked(Event):
    """A deposit is awaited before an order goes on."""

    number: str
    amount: str
    reason: str


@use_case(permission=Permission.APPROVE_CREDIT)
def ask_deposit(command: AskDeposit, ctx: Context, task: Task) -> SalesOrder:
    """Keep the condition: once the money is on account, `recheck_order` lets the order go.

    Who asks for it agrees to the order, so the user's approval limit holds.

    Raises:
        NotFoundError: `sales.order_not_found`.
        RuleError: `credit.bad_deposit`, `sales.not_held`, `credit.missing_reason`,
            `credit.approval_ended`.
        ApprovalRequired: `credit.beyond_your_limit`, `credit.needs_unlimited_role`.
    """
    with ctx.unit_of_work() as uow:
        order = uow.sales_orders.get_by_number(command.number, lock=True)
        deposit = Money(command.amount, order.currency)
        whole = order.totals().total_incl_tax
        if not Money.zero(order.currency) < deposit <= whole:
            raise RuleError("credit.bad_deposit", where="amount", amount=deposit, order=whole)
        agreement = Agreement(reason=command.reason, until=command.until, deposit=deposit)
        agree(uow, ctx, order, agreement, kind=DecisionKind.DEPOSIT_ASKED)
        settle_request(uow, ctx, order, RequestStatus.DEPOSIT, deposit=deposit)
        uow.record(
            DepositAsked(
                subject_id=order.id,
                customer_id=order.customer_id,
                number=order.number,
                amount=str(deposit),
                reason=command.reason,
            )
        )
        return uow.commit(order)
