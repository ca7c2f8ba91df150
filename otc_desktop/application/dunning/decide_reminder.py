"""Decide over one reminder to come: send it now, skip its step, or write it in other words."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.application.dunning.plan_reminders import ReminderPlan, compute_plan
from otc_desktop.application.dunning.run_reminders import (
    QUEUED,
    SKIPPED,
    WAITING,
    freeze,
)
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.dunning.plan import Channel
from otc_desktop.domain.dunning.planner import PlannedReminder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import ReminderId

_LONGEST_SUBJECT = 300
_LONGEST_BODY = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SendReminderNow:
    """Ask for one reminder of a plan to leave at once, approved by whoever asks.

    `overruled` are reasons to wait that the user decided not to wait for.
    """

    key: str
    on: date
    overruled: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipReminder:
    """Ask for a step to be passed over without a message; the next ones stay."""

    key: str
    on: date
    overruled: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordReminder:
    """Ask for one message to leave in these words, whenever it does."""

    key: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderSkipped(Event):
    """Somebody decided that a step leaves no message."""

    step: int
    key: str


@use_case(permission=Permission.RUN_REMINDERS)
def send_reminder_now(command: SendReminderNow, ctx: Context, task: Task) -> ReminderId:
    """Freeze one reminder today and queue its mail; a call or letter waits to be done.

    Raises:
        RuleError: `dunning.no_longer_planned`.
    """
    with ctx.unit_of_work() as uow:
        reminder, plan = _planned(uow, command)
        status = QUEUED if reminder.step.channel is Channel.EMAIL else WAITING
        today = ReminderPlan(ctx.today, plan.reminders, plan.withheld, plan.revisions)
        notice_id = freeze(uow, ctx, reminder, today, status=status)
        if notice_id is None:
            raise RuleError("dunning.no_longer_planned")
        return uow.commit(notice_id)


@use_case(permission=Permission.RUN_REMINDERS)
def skip_reminder(command: SkipReminder, ctx: Context, task: Task) -> ReminderId:
    """Keep a reminder as skipped: its step is taken, and nothing leaves.

    Raises:
        RuleError: `dunning.no_longer_planned`.
    """
    with ctx.unit_of_work() as uow:
        reminder, plan = _planned(uow, command)
        notice_id = freeze(uow, ctx, reminder, plan, status=SKIPPED)
        if notice_id is None:
            raise RuleError("dunning.no_longer_planned")
        uow.record(
            ReminderSkipped(
                subject_id=notice_id,
                customer_id=reminder.customer.id,
                step=reminder.step.number,
                key=reminder.key,
            )
        )
        return uow.commit(notice_id)


@use_case(permission=Permission.RUN_REMINDERS)
def word_reminder(command: WordReminder, ctx: Context, task: Task) -> None:
    """Keep words for one message; they stand as written, without values to fill in.

    Raises:
        RuleError: `templates.empty`, `templates.too_long`, `templates.subject_lines`.
    """
    for field, text, longest in (
        ("subject", command.subject, _LONGEST_SUBJECT),
        ("body", command.body, _LONGEST_BODY),
    ):
        if not text.strip():
            raise RuleError("templates.empty", where=field)
        if len(text) > longest:
            raise RuleError("templates.too_long", where=field, longest=longest)
    if "\n" in command.subject or "\r" in command.subject:
        raise RuleError("templates.subject_lines", where="subject")
    with ctx.unit_of_work() as uow:
        uow.dunning_plans.put_wording(command.key, command.subject, command.body, ctx.new_id())
        uow.commit(None)


def _planned(
    uow: UnitOfWork, command: SendReminderNow | SkipReminder
) -> tuple[PlannedReminder, ReminderPlan]:
    """The reminder of that key as it would leave; what stands in the way has come first."""
    uow.dunning.lock_planning()
    plan = compute_plan(uow, command.on, overruled=command.overruled)
    found = next((each for each in plan.reminders if each.key == command.key), None)
    if found is None:
        raise RuleError("dunning.no_longer_planned")
    return found, plan
