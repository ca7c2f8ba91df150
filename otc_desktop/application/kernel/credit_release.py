"""Letting a held order go: who may, for how much, until when, and what is kept of it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_gate import Weighed, require_user, weigh_order
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.credit.trace import (
    DecisionKind,
    RequestStatus,
    TracedDecision,
    checked_reason,
)
from otc_desktop.domain.sales.sales_order import OrderStatus, SalesOrder
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderReleased(Event):
    """A hold was lifted."""

    number: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What somebody agrees to; None takes what the order and the policy say."""

    reason: str
    amount: Money | None = None
    until: date | None = None
    deposit: Money | None = None


def release_held_order(
    uow: UnitOfWork, ctx: Context, order: SalesOrder, agreement: Agreement
) -> SalesOrder:
    """Let a held order go; the agreement covers it for an amount and until a day.

    Raises:
        RuleError: `sales.not_held`, `credit.missing_reason`, `credit.approval_too_small`,
            `credit.approval_ended`.
        ApprovalRequired: `credit.beyond_your_limit`, `credit.needs_unlimited_role`.
    """
    reason = checked_reason(agreement.reason)
    weighed = agree(uow, ctx, order, agreement, kind=DecisionKind.APPROVED)
    settle_request(uow, ctx, order, RequestStatus.APPROVED, deposit=weighed.decision.deposit)
    released = order.release()
    uow.sales_orders.save(released)
    uow.record(
        OrderReleased(
            subject_id=order.id,
            customer_id=order.customer_id,
            number=order.number,
            reason=reason,
        )
    )
    return released


def agree(
    uow: UnitOfWork,
    ctx: Context,
    order: SalesOrder,
    agreement: Agreement,
    *,
    kind: DecisionKind,
) -> Weighed:
    """Keep an agreement to a held order, if the user may give it.

    Raises:
        RuleError: `sales.not_held`, `credit.missing_reason`, `credit.approval_too_small`,
            `credit.approval_ended`.
        ApprovalRequired: `credit.beyond_your_limit`, `credit.needs_unlimited_role`.
    """
    reason = checked_reason(agreement.reason)
    if order.status is not OrderStatus.HELD:
        raise RuleError("sales.not_held", number=order.number)
    weighed = weigh_order(uow, ctx, order)
    decision = weighed.decision
    require_user(uow, ctx, decision)
    amount = weighed.whole if agreement.amount is None else agreement.amount
    if amount < weighed.whole:
        raise RuleError(
            "credit.approval_too_small", where="amount", amount=amount, order=weighed.whole
        )
    until = agreement.until or ctx.today + timedelta(days=weighed.policy.approval_days)
    if until < ctx.today:
        raise RuleError("credit.approval_ended", where="until", date=until)
    # What is agreed to beyond the order's total is room for the order to grow, nothing else.
    growth = amount - weighed.whole
    uow.credit.trace(
        TracedDecision(
            id=ctx.new_id(),
            customer_id=order.customer_id,
            order_id=order.id,
            kind=kind,
            decided_on=ctx.today,
            role=ctx.user.role,
            codes=tuple(dict.fromkeys((*order.holds, *decision.codes))),
            reason=reason,
            amount=amount,
            overrun=decision.overrun + growth if decision.overrun else decision.overrun,
            deposit=agreement.deposit or Money.zero(amount.currency),
            until=until,
        )
    )
    return weighed


def settle_request(
    uow: UnitOfWork,
    ctx: Context,
    order: SalesOrder,
    status: RequestStatus,
    *,
    deposit: Money | None = None,
) -> None:
    """The order's request has come to an end, or waits for a deposit."""
    request = uow.credit.open_request(order.id)
    if request is None:
        return
    waits = status is RequestStatus.DEPOSIT
    uow.credit.save_request(
        replace(
            request,
            status=status,
            deposit=request.deposit if deposit is None else deposit,
            settled_on=None if waits else ctx.today,
        )
    )
