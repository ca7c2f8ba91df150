"""Who is left in peace, until when; and another end for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from otc_desktop.application.dunning.pause_reminders import RemindersPaused
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.repositories.dunning_plans import DunningPause
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPauseList:
    """Ask for the pauses that hold today, with names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePause:
    """Ask for a pause to end with another day, or only when somebody ends it (None)."""

    pause_id: UUID
    until: date | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseRow:
    """A pause, whose it is, and the document it is for; empty for all of the customer's."""

    pause: DunningPause
    customer_code: str
    customer_name: str
    number: str


@use_case(permission=Permission.READ)
def read_pause_list(command: ReadPauseList, ctx: Context, task: Task) -> Sequence[PauseRow]:
    """The pauses that hold today, the one that ends first on top, those without end last."""
    with ctx.snapshot() as uow:
        pauses = uow.dunning_plans.pauses(ctx.today)
        debtors = uow.dunning.debtors({each.customer_id for each in pauses})
        rows = [
            PauseRow(
                pause=each,
                customer_code=debtors[each.customer_id].code,
                customer_name=debtors[each.customer_id].name,
                number="" if each.item_id is None else uow.open_items.get(each.item_id).number,
            )
            for each in pauses
        ]
    return sorted(rows, key=lambda row: (row.pause.until_on or date.max, row.customer_code))


@use_case(permission=Permission.RUN_REMINDERS)
def change_pause(command: ChangePause, ctx: Context, task: Task) -> None:
    """Move the end of a pause.

    Raises:
        NotFoundError: `dunning.pause_not_found`.
        RuleError: `dunning.pause_in_the_past`.
    """
    if command.until is not None and command.until < ctx.today:
        raise RuleError("dunning.pause_in_the_past", where="until")
    reason = command.reason.strip()
    with ctx.unit_of_work() as uow:
        customer_id = uow.dunning_plans.change_pause(
            command.pause_id, until=command.until, reason=reason
        )
        until = "" if command.until is None else command.until.isoformat()
        uow.record(
            RemindersPaused(
                subject_id=command.pause_id, customer_id=customer_id, until=until, reason=reason
            )
        )
        uow.commit(None)
