"""Let a waiting reminder leave, or note that it was done by hand."""

from dataclasses import dataclass

from otc_desktop.application.dunning.compose_reminder import (
    Message,
    reminded,
    send_reminder,
    what_is_due,
)
from otc_desktop.application.dunning.run_reminders import DONE, QUEUED, WAITING
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.dunning.plan import Channel
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import ReminderId


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveReminder:
    """Ask for a waiting reminder to leave; a call or letter is noted as done."""

    notice_id: ReminderId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderApproved(Event):
    """A waiting reminder was let go."""

    status: str


@use_case(permission=Permission.RUN_REMINDERS)
def approve_reminder(command: ApproveReminder, ctx: Context, task: Task) -> str:
    """Queue the mail of a waiting reminder as its items stand now; returns the new status.

    Raises:
        RuleError: `dunning.not_waiting`, `dunning.nothing_due`, `dunning.no_address`.
    """
    with ctx.unit_of_work() as uow:
        if uow.dunning.status(command.notice_id) != WAITING:
            raise RuleError("dunning.not_waiting")
        if not uow.dunning.is_still_due(command.notice_id):
            raise RuleError("dunning.nothing_due")
        notice = uow.dunning.notice(command.notice_id)
        plan = uow.dunning_plans.at(notice.plan_code, notice.plan_revision)
        step = plan.step(notice.step)
        customer = uow.customers.get(notice.customer_id)
        status = DONE
        if step.channel.is_written:
            is_mail = step.channel is Channel.EMAIL
            if is_mail and not reminded(uow, customer).email:
                raise RuleError("dunning.no_address", customer=customer.code)
            items, amount = what_is_due(notice.items)
            message = Message(
                customer=customer,
                step=step,
                items=items,
                amount=amount,
                on=ctx.today,
                key=notice.key,
            )
            send_reminder(uow, ctx, uow.company.get(), message, command.notice_id)
            status = QUEUED if is_mail else DONE
        uow.dunning.set_status(command.notice_id, status)
        uow.record(
            ReminderApproved(subject_id=command.notice_id, customer_id=customer.id, status=status)
        )
        return uow.commit(status)
