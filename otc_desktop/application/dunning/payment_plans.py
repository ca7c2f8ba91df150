"""Agree that a customer pays off in instalments, let that take effect, and call it off."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.disputing import uncontested
from otc_desktop.application.kernel.lookups import customer_by_code
from otc_desktop.application.kernel.standing_promises import plans_of_items
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.dunning.payment_plan import (
    USUAL_TOLERANCE,
    Instalment,
    PaymentPlan,
    PlanItem,
    PlanState,
    Rhythm,
    check_planned_claims,
    equal_instalments,
)
from otc_desktop.domain.dunning.promise import Claim
from otc_desktop.domain.invoicing.numbering import NumberFormat
from otc_desktop.domain.security.approval_limits import may_agree
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import ApprovalRequired, RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import PaymentPlanId
from otc_desktop.domain.shared.money import Money, total

SERIES = "payment_plan"
NUMBERS = NumberFormat("ECH{year}-{seq:04d}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatePaymentPlan:
    """Ask for a payment plan of a customer's invoices.

    Without `instalments`, `count` equal ones are made from `first_on` at a rhythm. The
    invoices are paid off with what is open of them today.
    """

    customer: str
    numbers: tuple[str, ...]
    first_on: date | None = None
    count: int = 0
    rhythm: Rhythm = Rhythm.MONTHLY
    instalments: tuple[tuple[date, Decimal], ...] = ()
    tolerance_days: int = USUAL_TOLERANCE
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovePaymentPlan:
    """Ask for a plan beyond its author's limit to take effect."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelPaymentPlan:
    """Ask for a plan to be called off for a reason."""

    number: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentPlanMade(Event):
    """A customer may pay off in instalments."""

    number: str
    amount: str
    instalments: int
    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentPlanApproved(Event):
    """A payment plan beyond its author's limit took effect."""

    number: str
    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentPlanCancelled(Event):
    """A payment plan was called off."""

    number: str
    reason: str


@use_case(permission=Permission.LOG_CONTACTS)
def create_payment_plan(command: CreatePaymentPlan, ctx: Context, task: Task) -> PaymentPlan:
    """Keep a plan; beyond the user's limit it waits for approval and withholds nothing.

    Raises:
        NotFoundError: `customers.unknown_code`, `receivables.item_not_found`.
        RuleError: `dunning.plan_…` for what a plan can't be.
    """
    with ctx.unit_of_work() as uow:
        customer = customer_by_code(uow, command.customer)
        claims = uow.promises.claims(command.numbers)
        check_planned_claims(claims, customer.id)
        locked = uow.open_items.lock([claim.id for claim in claims])
        claims = [replace(claim, open=locked[claim.id].open) for claim in claims]
        _refuse_contested(uow, claims)
        _refuse_planned(uow, claims, ctx.today)
        amount = total((claim.open for claim in claims), claims[0].open.currency)
        role = ctx.user.role
        agreed = may_agree(uow.credit.approval_limits(), role=role, amount=amount)
        sequence = uow.number_series.take(SERIES, NUMBERS.period(ctx.today), date.min)
        plan = PaymentPlan(
            id=PaymentPlanId(ctx.new_id()),
            number=NUMBERS.format(sequence, ctx.today),
            customer_id=customer.id,
            items=tuple(PlanItem(claim.id, claim.open) for claim in claims),
            instalments=_instalments(command, amount, ctx.today),
            agreed_on=ctx.today,
            agreed_at=ctx.now(),
            agreed_by=ctx.user.name,
            approved_by=ctx.user.name if agreed else "",
            tolerance_days=command.tolerance_days,
            text=command.text.strip(),
        )
        uow.payment_plans.add(plan)
        uow.record(
            PaymentPlanMade(
                subject_id=plan.id,
                customer_id=customer.id,
                number=plan.number,
                amount=str(plan.amount),
                instalments=len(plan.instalments),
                author=plan.agreed_by,
            )
        )
        return uow.commit(plan)


@use_case(permission=Permission.LOG_CONTACTS)
def approve_payment_plan(command: ApprovePaymentPlan, ctx: Context, task: Task) -> PaymentPlan:
    """Let a plan take effect.

    Raises:
        NotFoundError: `dunning.payment_plan_not_found`.
        ApprovalRequired: `dunning.plan_beyond_limit`.
        RuleError: `dunning.plan_approved_already`, `dunning.plan_cancelled_already`.
    """
    with ctx.unit_of_work() as uow:
        plan = uow.payment_plans.by_number(command.number)
        role = ctx.user.role
        if not may_agree(uow.credit.approval_limits(), role=role, amount=plan.amount):
            raise ApprovalRequired("dunning.plan_beyond_limit", role=role, amount=plan.amount)
        approved = plan.approve(ctx.user.name)
        uow.payment_plans.save(approved)
        uow.record(
            PaymentPlanApproved(
                subject_id=plan.id,
                customer_id=plan.customer_id,
                number=plan.number,
                author=ctx.user.name,
            )
        )
        return uow.commit(approved)


@use_case(permission=Permission.LOG_CONTACTS)
def cancel_payment_plan(command: CancelPaymentPlan, ctx: Context, task: Task) -> PaymentPlan:
    """Call a plan off; its invoices are reminded of where reminders stood.

    Raises:
        NotFoundError: `dunning.payment_plan_not_found`.
        RuleError: `dunning.plan_needs_reason`, `dunning.plan_cancelled_already`.
    """
    with ctx.unit_of_work() as uow:
        cancelled = uow.payment_plans.by_number(command.number).cancel(command.reason, on=ctx.today)
        uow.payment_plans.save(cancelled)
        uow.payment_plans.tell(cancelled.id, PlanState.CANCELLED.value, on=ctx.today)
        uow.record(
            PaymentPlanCancelled(
                subject_id=cancelled.id,
                customer_id=cancelled.customer_id,
                number=cancelled.number,
                reason=cancelled.cancel_reason,
            )
        )
        return uow.commit(cancelled)


def _instalments(command: CreatePaymentPlan, amount: Money, today: date) -> tuple[Instalment, ...]:
    if command.instalments:
        return tuple(
            Instalment(due_on, Money(part, amount.currency)) for due_on, part in command.instalments
        )
    return equal_instalments(
        amount, count=command.count, first_on=command.first_on or today, rhythm=command.rhythm
    )


def _refuse_contested(uow: UnitOfWork, claims: list[Claim]) -> None:
    for claim in claims:
        item = uow.open_items.get(claim.id)
        if uncontested(uow, item) < item.open:
            raise RuleError("dunning.plan_disputed", where="items", number=item.number)


def _refuse_planned(uow: UnitOfWork, claims: list[Claim], today: date) -> None:
    for standing in plans_of_items(uow, {claim.id for claim in claims}, today):
        if standing.state in (PlanState.KEPT, PlanState.WAITING):
            raise RuleError(
                "dunning.plan_already_planned", where="items", number=standing.plan.number
            )
