"""Enter the value of a published index."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.scales import on_scale

_PLACES = 4
_LONGEST_NAME = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SetIndexValue:
    """Ask for a value of an index such as `SYNTEC`, in force from a day."""

    series: str
    valid_from: date
    value: Decimal


@use_case(permission=Permission.DRAFT_INVOICE)
def set_index_value(command: SetIndexValue, ctx: Context, task: Task) -> None:
    """Keep a value; drafts that were prepared stay as they are.

    Raises:
        RuleError: `invoicing.bad_index_value`, `number.out_of_scale`.
    """
    series = command.series.strip()
    if not 0 < len(series) <= _LONGEST_NAME or command.value <= 0:
        raise RuleError("invoicing.bad_index_value", where="value", series=series)
    value = on_scale(command.value, _PLACES, field="value")
    with ctx.unit_of_work() as uow:
        uow.recurring.set_index_value(series, command.valid_from, value)
        uow.commit(None)
