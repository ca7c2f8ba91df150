"""Tomorrow's reminders: who is written to on a date, and who is not, and why."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal

from otc_desktop.application.dunning.waiting_receipts import with_unmatched_receipts
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.standing_promises import plans_of_items, promised_items
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.recipients import Purpose, recipients
from otc_desktop.domain.dunning.payment_plan import days_in_peace, under_plan
from otc_desktop.domain.dunning.plan import DunningPlan, choose_plan
from otc_desktop.domain.dunning.planner import (
    OVERRULABLE,
    Circumstances,
    Debtor,
    DueItem,
    PlannedReminder,
    Withheld,
    plan_reminders,
)
from otc_desktop.domain.dunning.promise import Claim
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.business_days import is_business_day
from otc_desktop.domain.shared.days_abroad import works_in
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReminders:
    """Ask what would leave; `on` None means today. Nothing is written.

    `overruled` are reasons to wait that the user decides not to wait for.
    """

    on: date | None = None
    overruled: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReminderPlan:
    """What would leave on a date, and what is withheld; `revisions` of the plans followed."""

    on: date
    reminders: tuple[PlannedReminder, ...]
    withheld: tuple[Withheld, ...]
    revisions: Mapping[str, int] = field(default_factory=dict)


@use_case(permission=Permission.READ)
def plan_reminders_for(command: PlanReminders, ctx: Context, task: Task) -> ReminderPlan:
    """Compute the plan of a date without freezing it."""
    with ctx.snapshot() as uow:
        return compute_plan(uow, command.on or ctx.today, overruled=command.overruled)


def compute_plan(
    uow: UnitOfWork, on: date, *, overruled: Collection[str] = frozenset()
) -> ReminderPlan:
    """The plan of a date as the books stand in this transaction.

    Raises:
        RuleError: `dunning.not_overrulable`.
    """
    beyond = sorted(set(overruled) - OVERRULABLE)
    if beyond:
        raise RuleError("dunning.not_overrulable", reason=beyond[0])
    kept = uow.dunning_plans.plans()
    plans = [each.plan for each in kept]
    earliest = min(step.offset_days for plan in plans for step in plan.steps)
    items = uow.dunning.due_items(on - timedelta(days=earliest) + timedelta(days=1))
    debtors = uow.dunning.debtors({item.customer_id for item in items})
    debtors = with_recipients(uow, with_unmatched_receipts(uow, debtors, items))
    pauses = uow.dunning_plans.pauses(on)
    at_work = is_business_day(on)
    paid_off = plans_of_items(uow, {item.id for item in items}, on)
    reminders, withheld = plan_reminders(
        items,
        debtors,
        plans_of(uow, debtors, items, plans),
        on=on,
        circumstances=Circumstances(
            statement_on=uow.bank.newest_statement_date(),
            promised=_promised(uow, items, on),
            handed_over=uow.handovers.handed_over(),
            collected=uow.direct_debits.collected(),
            paid_off=under_plan(paid_off),
            days_in_peace=days_in_peace(paid_off),
            credited=uow.dunning_plans.credited_soon(),
            paused=frozenset(each.item_id or each.customer_id for each in pauses),
            overruled=overruled,
            # Neither on our own days off, nor on those of whoever reads it.
            works=lambda country: at_work and works_in(country, on),
        ),
    )
    revisions = {each.plan.code: each.revision for each in kept}
    return ReminderPlan(on, tuple(reminders), tuple(withheld), revisions)


def plans_of(
    uow: UnitOfWork,
    debtors: Mapping[CustomerId, Debtor],
    items: Sequence[DueItem],
    plans: Sequence[DunningPlan],
) -> Mapping[CustomerId, DunningPlan]:
    """Each customer's plan: its own choice, else by group, grade or what it owes."""
    grades = uow.dunning_plans.grades(debtors)
    owed: dict[CustomerId, Decimal] = defaultdict(Decimal)
    for item in items:
        owed[item.customer_id] += item.open.amount
    return {
        customer_id: choose_plan(
            plans,
            chosen=debtor.chosen_plan,
            group=debtor.group,
            grade=grades.get(customer_id, ""),
            amount=owed[customer_id],
        )
        for customer_id, debtor in debtors.items()
    }


def _promised(uow: UnitOfWork, items: Sequence[DueItem], on: date) -> frozenset[OpenItemId]:
    """The items under a promise that can still be kept."""
    claims = [
        Claim(id=item.id, customer_id=item.customer_id, due_on=item.due_on, open=item.open)
        for item in items
    ]
    return promised_items(uow, claims, on)


def with_recipients(
    uow: UnitOfWork, debtors: Mapping[CustomerId, Debtor]
) -> Mapping[CustomerId, Debtor]:
    """Each with the address its reminders go to, by the rule of recipients."""
    customers = uow.customers.by_codes({debtor.code for debtor in debtors.values()})
    contacts = uow.customers.contacts_of_many(debtors)
    return {
        customer_id: replace(
            debtor,
            email=recipients(
                customers[debtor.code], contacts.get(customer_id, ()), Purpose.REMINDER
            ).email,
        )
        for customer_id, debtor in debtors.items()
    }
