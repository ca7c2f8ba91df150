"""Late interest and the fixed indemnity for recovery costs, to the day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.rounding import round_half_up

INDEMNITY = Decimal(40)  # euros for each invoice paid late, between professionals (D441-5)
_PUBLIC_MARGIN = Decimal(8)  # points over the ECB rate for public bodies (CCP R2192-31)
_YEAR = 365
_JULY = 7
_AGREED = re.compile(r"(ECB|BCE)\s*\+\s*(\d+(?:[.,]\d+)?)|(\d+(?:[.,]\d+)?)\s*%?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EcbRate:
    """The main refinancing rate that serves from the first day of a half-year, in percent.

    Raises:
        RuleError: `dunning.rate_not_half_year`, `dunning.bad_rate`.
    """

    from_on: date
    percent: Decimal

    def __post_init__(self) -> None:
        if (self.from_on.month, self.from_on.day) not in ((1, 1), (_JULY, 1)):
            raise RuleError("dunning.rate_not_half_year", where="from_on")
        if not self.percent.is_finite() or not -5 <= self.percent <= 50:
            raise RuleError("dunning.bad_rate", where="percent")


@dataclass(frozen=True, slots=True)
class AgreedRate:
    """What the company's terms say: so many points over the ECB's rate, or a fixed rate."""

    points: Decimal
    is_over_ecb: bool

    @property
    def for_public(self) -> "AgreedRate":
        """What a public body owes, whatever was agreed (CCP R2192-31)."""
        return AgreedRate(_PUBLIC_MARGIN, is_over_ecb=True)


# Where nothing is agreed (C. com. art. L441-10 II).
STATUTORY = AgreedRate(Decimal(10), is_over_ecb=True)


@dataclass(frozen=True, slots=True)
class Balance:
    """What an invoice was still owed from a day on."""

    from_on: date
    open: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class LateClaim:
    """Interest and indemnity of one invoice; `is_estimated` where the half-year has no rate yet.

    `days` are days late, `percent` the yearly rate of the last day.
    """

    interest: Money
    indemnity: Money
    days: int
    percent: Decimal
    is_estimated: bool


@dataclass(frozen=True, slots=True)
class LatePeriod:
    """Days late, both included, on which the same was owed at the same yearly rate."""

    from_on: date
    until_on: date
    owed: Decimal
    percent: Decimal
    is_estimated: bool

    @property
    def days(self) -> int:
        """How many days."""
        return (self.until_on - self.from_on).days + 1

    @property
    def exact(self) -> Decimal:
        """Its interest, not rounded: only the sum is."""
        return self.owed * self.percent * self.days / (100 * _YEAR)


def agreed_rate(terms: str) -> AgreedRate:
    """Read the company's terms, such as «ECB+10» or «12 %».

    Raises:
        RuleError: `dunning.unreadable_interest_terms`.
    """
    found = _AGREED.fullmatch(terms.strip())
    if found is None:
        raise RuleError("dunning.unreadable_interest_terms", terms=terms)
    over, fixed = found[2], found[3]
    return AgreedRate(Decimal((over or fixed).replace(",", ".")), is_over_ecb=over is not None)


def late_claim(
    balances: Sequence[Balance],
    *,
    due_on: date,
    on: date,
    agreed: AgreedRate,
    rates: Sequence[EcbRate],
    with_indemnity: bool,
) -> LateClaim:
    """Interest from the day after the due date up to a day, on what was open each day.

    The rate of 1 January serves until 30 June, that of 1 July until 31 December (C. com.
    art. L441-10 II); years count 365 days; the sum is rounded once.

    Raises:
        RuleError: `dunning.no_rates` where the terms need a rate and none is known so early.
    """
    currency = balances[0].open.currency
    periods = late_periods(balances, due_on=due_on, on=on, agreed=agreed, rates=rates)
    exact = sum((each.exact for each in periods), Decimal(0))
    percent = periods[-1].percent if periods else Decimal(0)
    is_estimated = any(each.is_estimated for each in periods)
    days = max(0, (on - due_on).days)
    charged = with_indemnity and days > 0 and currency.code == "EUR"
    return LateClaim(
        interest=Money(round_half_up(exact, currency.digits), currency),
        indemnity=Money(INDEMNITY if charged else Decimal(0), currency),
        days=days,
        percent=percent,
        is_estimated=is_estimated,
    )


def late_periods(
    balances: Sequence[Balance],
    *,
    due_on: date,
    on: date,
    agreed: AgreedRate,
    rates: Sequence[EcbRate],
) -> Sequence[LatePeriod]:
    """The computation in full: one line for each stretch of the same balance and rate.

    Raises:
        RuleError: `dunning.no_rates` where the terms need a rate and none is known so early.
    """
    found = []
    day = due_on + timedelta(days=1)
    while day <= on:
        half = _half_year(day)
        percent, estimated = _rate(agreed, rates, half)
        until = min(on, _next_half(half) - timedelta(days=1))
        later = [each.from_on for each in balances if day < each.from_on <= until]
        until = min([until, *(start - timedelta(days=1) for start in later)])
        owed = max(_open_on(balances, day), Decimal(0))
        found.append(LatePeriod(day, until, owed, percent, is_estimated=estimated))
        day = until + timedelta(days=1)
    return found


def _open_on(balances: Sequence[Balance], day: date) -> Decimal:
    known = [each for each in balances if each.from_on <= day]
    return known[-1].open.amount if known else balances[0].open.amount


def _half_year(day: date) -> date:
    return date(day.year, _JULY if day.month >= _JULY else 1, 1)


def _next_half(half: date) -> date:
    return date(half.year, _JULY, 1) if half.month < _JULY else date(half.year + 1, 1, 1)


def _rate(agreed: AgreedRate, rates: Sequence[EcbRate], half: date) -> tuple[Decimal, bool]:
    """The yearly rate of a half-year; estimated by the last known where its own is missing."""
    if not agreed.is_over_ecb:
        return agreed.points, False
    before = sorted((each for each in rates if each.from_on <= half), key=lambda each: each.from_on)
    if not before:
        raise RuleError("dunning.no_rates", on=half.isoformat())
    return before[-1].percent + agreed.points, before[-1].from_on != half
