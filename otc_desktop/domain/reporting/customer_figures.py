"""One customer in figures, on any day, and how they moved from month to month."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from otc_desktop.domain.reporting.days_sales import days_sales_outstanding
from otc_desktop.domain.reporting.payment_habit import (
    Claim,
    PaymentHabit,
    open_total,
    overdue_total,
    payment_habit,
)
from otc_desktop.domain.reporting.risk_grade import RiskAssessment, RiskFacts, assess_risk
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.money import Money

_HALF_YEAR = 182
_YEAR = 365
MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerHistory:
    """All that the figures of one customer are made from.

    `disputes_on` are the days on which disputes were opened, `broken_on` those on which a
    promise was found broken.
    """

    claims: tuple[Claim, ...]
    disputes_on: tuple[date, ...]
    broken_on: tuple[date, ...]
    credit_limit: Money | None
    ceased_on: date | None
    currency: Currency


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerFigures:
    """The figures of one day, amounts including tax.

    `overdue_percent` is of what is open (0 to 100), None with nothing open. `disputes` and
    `broken_promises` count the year before. `oldest` is the open invoice due first.
    """

    on: date
    open: Money
    overdue: Money
    overdue_percent: int | None
    habit: PaymentHabit
    dso: int | None
    oldest: Claim | None
    disputes: int
    broken_promises: int
    risk: RiskAssessment


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFigures:
    """The figures at the end of one month; `median_delay` is of what was settled in it."""

    on: date
    open: Money
    overdue: Money
    dso: int | None
    median_delay: int | None
    grade: str


def figures_on(history: CustomerHistory, on: date) -> CustomerFigures:
    """The figures as they stood at the end of a day."""
    claims = tuple(claim for claim in history.claims if claim.issued_on <= on)
    owed = open_total(claims, on, history.currency)
    overdue = overdue_total(claims, on, history.currency)
    unpaid = [claim for claim in claims if claim.is_invoice and claim.open_on(on)]
    oldest = min(unpaid, key=lambda claim: (claim.due_on, claim.number), default=None)
    habit = payment_habit(claims, on=on)
    half = on - timedelta(days=_HALF_YEAR)
    broken = _within_a_year(history.broken_on, on)
    risk = assess_risk(
        RiskFacts(
            on=on,
            habit=habit,
            recent=payment_habit(claims, on=on, since=half + timedelta(days=1)),
            earlier=payment_habit(claims, on=half, since=half - timedelta(days=_HALF_YEAR)),
            open=owed,
            overdue=overdue,
            oldest_due_on=oldest.due_on if oldest is not None and oldest.due_on < on else None,
            broken_promises=broken,
            credit_limit=history.credit_limit,
            ceased_on=history.ceased_on,
        )
    )
    return CustomerFigures(
        on=on,
        open=owed,
        overdue=overdue,
        overdue_percent=_percent(overdue, owed),
        habit=habit,
        dso=days_sales_outstanding(claims, on=on, currency=history.currency),
        oldest=oldest,
        disputes=_within_a_year(history.disputes_on, on),
        broken_promises=broken,
        risk=risk,
    )


def by_month(history: CustomerHistory, today: date) -> tuple[MonthFigures, ...]:
    """The last twelve month ends and today, oldest first; nothing before the first claim."""
    if not history.claims:
        return ()
    first = min(claim.issued_on for claim in history.claims)
    return tuple(_month(history, day) for day in [*_month_ends(today), today] if day >= first)


def _month(history: CustomerHistory, on: date) -> MonthFigures:
    figures = figures_on(history, on)
    month = payment_habit(history.claims, on=on, since=on.replace(day=1))
    return MonthFigures(
        on=on,
        open=figures.open,
        overdue=figures.overdue,
        dso=figures.dso,
        median_delay=month.median,
        grade=figures.risk.grade.value,
    )


def _month_ends(today: date) -> Sequence[date]:
    ends = []
    day = today.replace(day=1) - timedelta(days=1)
    for _ in range(MONTHS):
        ends.append(day)
        day = day.replace(day=1) - timedelta(days=1)
    return ends[::-1]


def _within_a_year(days: Collection[date], on: date) -> int:
    return sum(1 for day in days if on - timedelta(days=_YEAR) < day <= on)


def _percent(part: Money, whole: Money) -> int | None:
    """Of what is open; credits on account can make the open amount smaller than the overdue."""
    if not part and not whole:
        return None
    if whole.amount <= 0:
        return 100 if part else 0
    return min(100, int(part.amount * 100 / whole.amount))
