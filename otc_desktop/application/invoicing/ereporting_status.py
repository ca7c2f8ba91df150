"""Which periods of e-reporting are told, which are due, and which have changed since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from otc_desktop.application.invoicing.export_ereporting import ALL, PAYMENTS, SALES
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.repositories.ereporting import IssuedSale, KeptReport
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.ereporting import ReportedIn, reported_in
from otc_desktop.domain.invoicing.ereporting_periods import (
    ReportingPeriod,
    ReportingRhythm,
    payments_period,
    sales_periods,
)
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.company import VatRegime

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
    """One period: what it tells, of how many documents or payments, and what was told.

    Monthly payers of VAT have periods of sales and longer ones of payments.
    """

    period: ReportingPeriod
    content: str
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
        sales = list(sales_periods(rhythm, since, ctx.today))
        sold = [
            each.issued_on
            for each in uow.ereports.issued(sales[0].from_on, ctx.today)
            if _is_told(each)
        ]
        told = uow.ereports.all()
        by_ten_days = rhythm is ReportingRhythm.MONTHLY
        content = SALES if by_ten_days else ALL
        found = [_period(period, content, sold, told, ctx.today) for period in sales]
        if by_ten_days and uow.company.get().vat_regime is not VatRegime.DEBITS:
            months = dict.fromkeys(payments_period(rhythm, each.from_on) for each in sales)
            paid = _days_of_payments(uow, sales[0].from_on.replace(day=1), ctx.today)
            found += [_period(month, PAYMENTS, paid, told, ctx.today) for month in months]
        return sorted(found, key=lambda each: (each.period, each.content))


def _is_told(sale: IssuedSale) -> bool:
    place = reported_in(sale.buyer, sale.treatments, kind=sale.kind)
    return place in (ReportedIn.CROSS_BORDER, ReportedIn.CONSUMERS)


def _days_of_payments(uow: UnitOfWork, from_on: date, to_on: date) -> list[date]:
    return [
        payment.on
        for each in uow.ereports.paid(from_on, to_on)
        if _is_told(each.sale)
        for payment in each.payments
    ]


def _period(
    period: ReportingPeriod,
    content: str,
    days: Sequence[date],
    told: Sequence[KeptReport],
    today: date,
) -> EReportingPeriod:
    documents = sum(period.from_on <= day <= period.to_on for day in days)
    report = _told(told, period, content)
    return EReportingPeriod(
        period=period,
        content=content,
        state=_state(period, documents, report, today),
        documents=documents,
        report=report,
    )


def _told(told: Sequence[KeptReport], period: ReportingPeriod, content: str) -> KeptReport | None:
    """The last transmission that holds the whole period, whatever its cut."""
    holding = [
        each
        for each in told
        if each.from_on <= period.from_on
        and each.to_on >= period.to_on
        and each.content in (content, ALL)
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
