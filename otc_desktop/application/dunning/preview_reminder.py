"""Read a reminder before it leaves."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.application.dunning.compose_reminder import Message, compose, what_is_due
from otc_desktop.application.dunning.run_reminders import message_of
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.mailing import (
    RenderedMail,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.dunning.planner import PlannedReminder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import ReminderId


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewReminder:
    """Ask for the words of a planned reminder as it would leave on a date."""

    reminder: PlannedReminder
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewNotice:
    """Ask for the words of a reminder that waits for approval, as it would leave today."""

    notice_id: ReminderId


@use_case(permission=Permission.READ)
def preview_reminder(command: PreviewReminder, ctx: Context, task: Task) -> RenderedMail | None:
    """The text of a planned reminder; None where the step has none, such as a call."""
    reminder = command.reminder
    if not reminder.step.template:
        return None
    with ctx.snapshot() as uow:
        message = message_of(uow, reminder, command.on)
        return compose(uow, ctx, uow.company.get(), message).words


@use_case(permission=Permission.READ)
def preview_notice(command: PreviewNotice, ctx: Context, task: Task) -> RenderedMail | None:
    """The text of a kept reminder with its items as they stand now.

    None where the step has no text, or nothing is left to claim.

    Raises:
        NotFoundError: `dunning.notice_not_found`.
    """
    with ctx.snapshot() as uow:
        notice = uow.dunning.notice(command.notice_id)
        plan = uow.dunning_plans.at(notice.plan_code, notice.plan_revision)
        step = plan.step(notice.step)
        items, amount = what_is_due(notice.items)
        if not step.template or not items:
            return None
        message = Message(
            customer=uow.customers.get(notice.customer_id),
            step=step,
            items=items,
            amount=amount,
            on=ctx.today,
            key=notice.key,
        )
        return compose(uow, ctx, uow.company.get(), message).words
