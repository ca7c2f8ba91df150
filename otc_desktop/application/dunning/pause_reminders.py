"""Leave a customer or one document in peace for a while, and end that."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.repositories.dunning_plans import DunningPause
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseReminders:
    """Ask that nothing leaves up to and with a day, or until somebody ends it (None)."""

    customer_id: CustomerId
    item_id: OpenItemId | None = None
    until: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndPause:
    """Ask that reminders go on."""

    pause_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPauses:
    """Ask for the pauses that hold today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindersPaused(Event):
    """Somebody leaves a customer in peace."""

    until: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseEnded(Event):
    """Reminders go on."""


@use_case(permission=Permission.RUN_REMINDERS)
def pause_reminders(command: PauseReminders, ctx: Context, task: Task) -> DunningPause:
    """Keep a pause; what waits in the outbox already is not called back.

    Raises:
        NotFoundError: `customers.not_found`.
        RuleError: `dunning.pause_in_the_past`.
    """
    if command.until is not None and command.until < ctx.today:
        raise RuleError("dunning.pause_in_the_past", where="until")
    with ctx.unit_of_work() as uow:
        customer = uow.customers.get(command.customer_id)
        pause = DunningPause(
            id=ctx.new_id(),
            customer_id=customer.id,
            item_id=command.item_id,
            until_on=command.until,
            reason=command.reason.strip(),
            made_on=ctx.today,
            made_by="",
        )
        uow.dunning_plans.add_pause(pause)
        until = "" if command.until is None else command.until.isoformat()
        uow.record(
            RemindersPaused(
                subject_id=pause.id, customer_id=customer.id, until=until, reason=pause.reason
            )
        )
        return uow.commit(pause)


@use_case(permission=Permission.RUN_REMINDERS)
def end_pause(command: EndPause, ctx: Context, task: Task) -> None:
    """Remind again.

    Raises:
        NotFoundError: `dunning.pause_not_found`.
    """
    with ctx.unit_of_work() as uow:
        customer_id = uow.dunning_plans.end_pause(command.pause_id)
        uow.record(PauseEnded(subject_id=command.pause_id, customer_id=customer_id))
        uow.commit(None)


@use_case(permission=Permission.READ)
def read_pauses(command: ReadPauses, ctx: Context, task: Task) -> Sequence[DunningPause]:
    """The pauses that hold today."""
    with ctx.snapshot() as uow:
        return uow.dunning_plans.pauses(ctx.today)
