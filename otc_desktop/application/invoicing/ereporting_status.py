"""Which periods of e-reporting are told, which are due, and which have changed since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from otc_desktop.application.invoicing.export_ereporting import PAYMENTS
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.repositories.ereporting import KeptReport
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.ereporting import ReportedIn, reported_in
from otc_desktop.domain.invoicing.ereporting_periods import ReportingPeriod, sales_periods
from otc_desktop.domain.security.permissions import Permission

# A year shows what is late; what is older was told by other means or belongs to an adviser.
_LOOKED_BACK = timedelta(days=366)


class PeriodState(StrEnum):
    """How a period stands."""

    RUNNING = "running"
    NOTHING = "nothing"
    DUE = "due"
    LATE = "late"
    TOLD = "told"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEReportingStatus:
    """Ask for the periods of the last year, or since a day."""

    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EReportingPeriod:
    """One period of sales: how many documents are to be told, and what was."""

    period: ReportingPeriod
    state: PeriodState
    documents: int
    report: KeptReport | None


@use_case(permission=Permission.READ)
def read_ereporting_status(
    command: ReadEReportingStatus, ctx: Context, task: Task
) -> Sequence[EReportingPeriod]:
    """The periods from the first sale on, at most a year back, the oldest first."""
    with ctx.snapshot() as uow:
        rhythm = uow.platform.account().rhythm
        first = uow.ereports.first_issue()
        if first is None:
            return ()
        since = max(first, command.since or ctx.today - _LOOKED_BACK)
        told = [each for each in uow.ereports.all() if each.content != PAYMENTS]
        periods = list(sales_periods(rhythm, since, ctx.today))
        counts: dict[date, int] = {}
        for sale in uow.ereports.issued(periods[0].from_on, ctx.today):
            place = reported_in(sale.buyer, sale.treatments, kind=sale.kind)
            if place in (ReportedIn.CROSS_BORDER, ReportedIn.CONSUMERS):
                counts[sale.issued_on] = counts.get(sale.issued_on, 0) + 1
        found = []
        for period in periods:
            documents = sum(
                number for on, number in counts.items() if period.from_on <= on <= period.to_on
            )
            report = _told(told, period)
            found.append(
                EReportingPeriod(
                    period=period,
                    state=_state(period, documents, report, ctx.today),
                    documents=documents,
                    report=report,
                )
            )
        return found


def _told(told: Sequence[KeptReport], period: ReportingPeriod) -> KeptReport | None:
    """The last transmission that holds the whole period, whatever its cut."""
    holding = [
        each for each in told if each.from_on <= period.from_on and each.to_on >= period.to_on
    ]
    return max(holding, key=lambda each: each.made_at, default=None)


def _state(
    period: ReportingPeriod, documents: int, report: KeptReport | None, today: date
) -> PeriodState:
    if report is not None:
        return PeriodState.TOLD
    if period.to_on >= today:
        return PeriodState.RUNNING
    if not documents:
        return PeriodState.NOTHING
    return PeriodState.LATE if period.due_on < today else PeriodState.DUE
