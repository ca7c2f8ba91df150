"""Freeze the reminders of a date and queue what may leave without approval."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.application.dunning.compose_reminder import queue_reminder
from otc_desktop.application.dunning.plan_reminders import ReminderPlan, compute_plan
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.dunning.plan import Channel
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import ReminderId

WAITING, QUEUED, DONE = "waiting", "queued", "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReminders:
    """Ask for the reminders of a date to be made; `on` None means today."""

    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderPlanned(Event):
    """A reminder was made."""

    step: int
    key: str


@use_case(permission=Permission.RUN_REMINDERS)
def run_reminders(command: RunReminders, ctx: Context, task: Task) -> ReminderPlan:
    """Make the reminders due; run twice, the second time makes none.

    E-mails that need no approval go to the outbox in the same transaction; everything
    else waits for somebody. One planner works at a time, on all workstations together.
    """
    with ctx.unit_of_work() as uow:
        uow.dunning.lock_planning()
        company = uow.company.get()
        plan = compute_plan(uow, command.on or ctx.today)
        made = []
        for done, reminder in enumerate(plan.reminders):
            task.check_cancelled()
            task.progress(done, len(plan.reminders))
            leaves = reminder.step.channel is Channel.EMAIL and not reminder.step.needs_approval
            notice_id = ReminderId(ctx.new_id())
            status = QUEUED if leaves else WAITING
            if not uow.dunning.add(reminder, notice_id, on=plan.on, status=status):
                continue
            if leaves:
                queue_reminder(
                    uow,
                    ctx,
                    company,
                    notice_id=notice_id,
                    customer=uow.customers.get(reminder.customer.id),
                    step=reminder.step,
                    items=[listed.item for listed in reminder.items],
                    amount=reminder.amount,
                    on=plan.on,
                )
            uow.record(
                ReminderPlanned(
                    subject_id=notice_id,
                    customer_id=reminder.customer.id,
                    step=reminder.step.number,
                    key=reminder.key,
                )
            )
            made.append(reminder)
        return uow.commit(ReminderPlan(plan.on, tuple(made), plan.withheld))
