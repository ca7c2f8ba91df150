"""How often customers contest invoices, why, and how long it takes to settle it."""

from dataclasses import dataclass
from datetime import date, timedelta

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.reporting.dispute_figures import DisputeFigures
from otc_desktop.domain.security.permissions import Permission

_PERIOD_DAYS = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDisputeFigures:
    """Ask for the disputes of the year that ends on a day; None means today."""

    on: date | None = None


@use_case(permission=Permission.READ)
def read_dispute_figures(command: ReadDisputeFigures, ctx: Context, task: Task) -> DisputeFigures:
    """Count the year's disputes; nothing is stored."""
    last = command.on or ctx.today
    first = last - timedelta(days=_PERIOD_DAYS - 1)
    with ctx.snapshot() as view:
        return view.reporting.dispute_figures(first, last)
