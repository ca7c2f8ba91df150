"""How often customers keep what they promise."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.dunning.payment_plan import PlanState, judge_plan
from otc_desktop.domain.dunning.promise import PromiseState, judge, kept_percent
from otc_desktop.domain.security.permissions import Permission

_PERIOD_DAYS = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPromiseFigures:
    """Ask for the promises for days of the year that ends on a day; None means today."""

    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseFigures:
    """Promises by state, the share kept in time in percent (None without one judged).

    `plans` are the payment plans agreed in the period and those that still run, by state.
    """

    on: date
    percent: int | None
    by_state: Mapping[PromiseState, int]
    plans: Mapping[PlanState, int]


@use_case(permission=Permission.READ)
def read_promise_figures(command: ReadPromiseFigures, ctx: Context, task: Task) -> PromiseFigures:
    """Judge the year's promises by the receipts; nothing is stored."""
    on = command.on or ctx.today
    first = on - timedelta(days=_PERIOD_DAYS - 1)
    with ctx.snapshot() as uow:
        due = {promise.id for promise in uow.promises.due_between(first, on)}
        customers = uow.promises.customers_of(due)
        plans = [plan for plan in uow.payment_plans.since(first) if plan.agreed_on <= on]
        settled = uow.promises.settled(set(customers) | {plan.customer_id for plan in plans})
        promises = uow.promises.of_customers(customers)
    standings = [
        standing for standing in judge(promises, settled, as_of=on) if standing.promise.id in due
    ]
    return PromiseFigures(
        on=on,
        percent=kept_percent(standings),
        by_state=Counter(standing.state for standing in standings),
        plans=Counter(judge_plan(plan, settled, as_of=on).state for plan in plans),
    )
