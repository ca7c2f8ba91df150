"""When e-reporting is due (CGI ann. II; external specifications of the State, 3.7)."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class ReportingRhythm(StrEnum):
    """How the company declares its VAT, which sets how often it reports."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SIMPLIFIED = "simplified"
    FRANCHISE = "franchise"


@dataclass(frozen=True, slots=True, order=True)
class ReportingPeriod:
    """The days of one transmission, and the last day to send it."""

    from_on: date
    to_on: date
    due_on: date


_FIRST_TEN, _SECOND_TEN, _DUE_MIDDLE = 10, 20, 20
_DUE_AFTER, _DUE_LATE = 10, 30


def sales_period(rhythm: ReportingRhythm, day: date) -> ReportingPeriod:
    """The period of sales that holds a day.

    Monthly payers report every ten days, quarterly payers and the simplified regime every
    month, who is exempt by franchise every two months.
    """
    if rhythm is not ReportingRhythm.MONTHLY:
        return payments_period(rhythm, day)
    first, last = day.replace(day=1), _end_of(day)
    if day.day <= _FIRST_TEN:
        return ReportingPeriod(first, day.replace(day=_FIRST_TEN), day.replace(day=_DUE_MIDDLE))
    if day.day <= _SECOND_TEN:
        return ReportingPeriod(day.replace(day=_FIRST_TEN + 1), day.replace(day=_SECOND_TEN), last)
    return ReportingPeriod(day.replace(day=_SECOND_TEN + 1), last, _next_month(day, _DUE_AFTER))


def payments_period(rhythm: ReportingRhythm, day: date) -> ReportingPeriod:
    """The period of payments that holds a day."""
    first = day.replace(day=1)
    if rhythm is ReportingRhythm.FRANCHISE:
        if first.month % 2 == 0:
            first = (first - timedelta(days=1)).replace(day=1)
        last = _end_of(_next_month(first, 1))
        return ReportingPeriod(first, last, _next_month(last, _DUE_LATE))
    due = _DUE_LATE if rhythm is ReportingRhythm.SIMPLIFIED else _DUE_AFTER
    return ReportingPeriod(first, _end_of(day), _next_month(day, due))


def sales_periods(rhythm: ReportingRhythm, from_on: date, to_on: date) -> Iterator[ReportingPeriod]:
    """Every period of sales from the one that holds a day to the one that holds another."""
    period = sales_period(rhythm, from_on)
    while period.from_on <= to_on:
        yield period
        period = sales_period(rhythm, period.to_on + timedelta(days=1))


def _end_of(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _next_month(day: date, number: int) -> date:
    """A day of the next month, its last one where it is shorter."""
    first = _end_of(day) + timedelta(days=1)
    return first.replace(day=min(number, _end_of(first).day))
