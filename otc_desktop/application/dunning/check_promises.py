"""See which promises and payment plans were kept, and tell what changed."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.dunning.payment_plan import PlanStanding, PlanState, judge_plan
from otc_desktop.domain.dunning.promise import PromiseState, Standing, judge
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPromises:
    """Ask for promises and plans to be looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeseePromises:
    """Ask what a check would tell on a date, if no more money came; nothing is written."""

    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseJudged(Event):
    """A promise was kept, kept late, kept in part, or broken."""

    promise_state: str
    amount: str
    received: str
    promised_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentPlanJudged(Event):
    """A payment plan was paid off, or an instalment was missed."""

    number: str
    plan_state: str


@dataclass(frozen=True, slots=True)
class PromiseCheck:
    """What changed since the last check."""

    promises: tuple[Standing, ...]
    plans: tuple[PlanStanding, ...]

    def count(self, state: PromiseState) -> int:
        """How many promises are in a state that they were not in before."""
        return sum(standing.state is state for standing in self.promises)

    @property
    def plans_broken(self) -> int:
        """How many plans are broken that were not before."""
        return sum(standing.state is PlanState.BROKEN for standing in self.plans)


@use_case(permission=Permission.RUN_JOBS)
def check_promises(command: CheckPromises, ctx: Context, task: Task) -> PromiseCheck:
    """Write down what changed: a broken promise comes back to Today and to the call list.

    Whether it is kept stays a question to the receipts; only what was told is stored, so that
    a check twice a day tells nothing twice.
    """
    with ctx.unit_of_work() as uow:
        found = _changed(uow, ctx.today)
        for standing in found.promises:
            promise = standing.promise
            uow.promises.tell(promise.id, standing.state.value, on=ctx.today)
            uow.record(
                PromiseJudged(
                    subject_id=promise.id,
                    customer_id=promise.customer_id,
                    promise_state=standing.state.value,
                    amount=str(promise.amount),
                    received=str(standing.received),
                    promised_on=promise.promised_on,
                )
            )
        for judged in found.plans:
            uow.payment_plans.tell(judged.plan.id, judged.state.value, on=ctx.today)
            if judged.state in (PlanState.PAID, PlanState.BROKEN):
                uow.record(
                    PaymentPlanJudged(
                        subject_id=judged.plan.id,
                        customer_id=judged.plan.customer_id,
                        number=judged.plan.number,
                        plan_state=judged.state.value,
                    )
                )
        return uow.commit(found)


@use_case(permission=Permission.READ)
def foresee_promises(command: ForeseePromises, ctx: Context, task: Task) -> PromiseCheck:
    """What a check on a date would tell."""
    with ctx.snapshot() as uow:
        return _changed(uow, command.on)


def _changed(uow: UnitOfWork, on: date) -> PromiseCheck:
    told = uow.promises.told()
    known = uow.payment_plans.told()
    plans = [plan for plan in uow.payment_plans.since(on) if plan.id in known]
    # Money counts once: a promise is judged beside all others of its customer.
    promises = uow.promises.of_customers(uow.promises.customers_of(told)) if told else ()
    settled = uow.promises.settled(
        {promise.customer_id for promise in promises} | {plan.customer_id for plan in plans}
    )
    return PromiseCheck(
        promises=tuple(
            standing
            for standing in judge(promises, settled, as_of=on)
            if standing.promise.id in told
            and standing.state is not PromiseState.PENDING
            and standing.state.value != told[standing.promise.id]
        ),
        plans=tuple(
            standing
            for standing in (judge_plan(plan, settled, as_of=on) for plan in plans)
            if standing.state.value != known[standing.plan.id]
        ),
    )
