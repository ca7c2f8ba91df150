"""Freeze the reminders of a date and queue what may leave without approval."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.application.dunning.compose_reminder import Message, send_reminder
from otc_desktop.application.dunning.plan_reminders import ReminderPlan, compute_plan
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.dunning.plan import Channel
from otc_desktop.domain.dunning.planner import PlannedReminder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import ReminderId

WAITING, QUEUED, DONE, SKIPPED = "waiting", "queued", "done", "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReminders:
    """Ask for the reminders of a date to be made; `on` None means today.

    `overruled` are reasons to wait that the user decides not to wait for.
    """

    on: date | None = None
    overruled: frozenset[str] = frozenset()


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

    Raises:
        RuleError: `dunning.not_overrulable`.
    """
    with ctx.unit_of_work() as uow:
        uow.dunning.lock_planning()
        plan = compute_plan(uow, command.on or ctx.today, overruled=command.overruled)
        made = []
        for done, reminder in enumerate(plan.reminders):
            task.check_cancelled()
            task.progress(done, len(plan.reminders))
            leaves = reminder.step.channel is Channel.EMAIL and not reminder.step.needs_approval
            status = QUEUED if leaves else WAITING
            if freeze(uow, ctx, reminder, plan, status=status) is not None:
                made.append(reminder)
        return uow.commit(ReminderPlan(plan.on, tuple(made), plan.withheld, plan.revisions))


def freeze(
    uow: UnitOfWork, ctx: Context, reminder: PlannedReminder, plan: ReminderPlan, *, status: str
) -> ReminderId | None:
    """Keep a planned reminder with the plan it followed, and queue its mail if it leaves.

    None when the same one was kept before.
    """
    notice_id = ReminderId(ctx.new_id())
    revision = plan.revisions[reminder.plan.code]
    if not uow.dunning.add(reminder, notice_id, on=plan.on, status=status, revision=revision):
        return None
    if status == QUEUED:
        message = message_of(uow, reminder, plan.on)
        send_reminder(uow, ctx, uow.company.get(), message, notice_id)
    uow.record(
        ReminderPlanned(
            subject_id=notice_id,
            customer_id=reminder.customer.id,
            step=reminder.step.number,
            key=reminder.key,
        )
    )
    return notice_id


def message_of(uow: UnitOfWork, reminder: PlannedReminder, on: date) -> Message:
    """What a planned reminder says."""
    return Message(
        customer=uow.customers.get(reminder.customer.id),
        step=reminder.step,
        items=[listed.item for listed in reminder.items],
        amount=reminder.amount,
        on=on,
        key=reminder.key,
    )
