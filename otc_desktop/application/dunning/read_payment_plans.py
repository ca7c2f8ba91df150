"""Read payment plans and where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.dunning.payment_plan import PlanStanding, judge_plan
from otc_desktop.domain.security.permissions import Permission

_DAYS_BACK = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPaymentPlans:
    """Ask for the plans of the last year and those that still run; `on` None means today."""

    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentPlanRow:
    """A plan as it stands, with whose it is and the numbers of what it pays off."""

    standing: PlanStanding
    customer_code: str
    customer_name: str
    numbers: tuple[str, ...]


@use_case(permission=Permission.READ)
def read_payment_plans(
    command: ReadPaymentPlans, ctx: Context, task: Task
) -> Sequence[PaymentPlanRow]:
    """Where plans stand, the newest first; nothing is stored of it."""
    on = command.on or ctx.today
    with ctx.snapshot() as uow:
        plans = [
            plan
            for plan in uow.payment_plans.since(on - timedelta(days=_DAYS_BACK))
            if plan.agreed_on <= on
        ]
        if not plans:
            return ()
        settled = uow.promises.settled({plan.customer_id for plan in plans})
        numbers = uow.payment_plans.numbers_of([plan.id for plan in plans])
        debtors = uow.dunning.debtors({plan.customer_id for plan in plans})
        return [
            PaymentPlanRow(
                standing=judge_plan(plan, settled, as_of=on),
                customer_code=debtors[plan.customer_id].code,
                customer_name=debtors[plan.customer_id].name,
                numbers=numbers.get(plan.id, ()),
            )
            for plan in plans
        ]
