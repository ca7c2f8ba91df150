"""Days on which French companies and banks work."""

from datetime import date, timedelta
from functools import cache

_SATURDAY = 5


@cache
def french_holidays(year: int) -> frozenset[date]:
    """The eleven public holidays of metropolitan France (Code du travail, art. L3133-1)."""
    easter = _easter(year)
    fixed = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
    moving = (1, 39, 50)  # Easter Monday, Ascension, Whit Monday
    return frozenset(
        [date(year, month, day) for month, day in fixed]
        + [easter + timedelta(days=days) for days in moving]
    )


def is_business_day(day: date) -> bool:
    """Neither a weekend nor a French public holiday."""
    return day.weekday() < _SATURDAY and day not in french_holidays(day.year)


@cache
def _target_closings(year: int) -> frozenset[date]:
    """When the euro's payment system is closed (ECB, T2 calendar)."""
    easter = _easter(year)
    fixed = ((1, 1), (5, 1), (12, 25), (12, 26))
    return frozenset(
        [date(year, month, day) for month, day in fixed]
        + [easter - timedelta(days=2), easter + timedelta(days=1)]
    )


def is_bank_day(day: date) -> bool:
    """Whether banks of the euro area settle on it: neither a weekend nor a closing of T2."""
    return day.weekday() < _SATURDAY and day not in _target_closings(day.year)


def next_bank_day(day: date) -> date:
    """The day itself where banks settle on it, else the first after it."""
    while not is_bank_day(day):
        day += timedelta(days=1)
    return day


def plus_business_days(day: date, count: int) -> date:
    """The business day that comes `count` business days after a day, itself any day."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_business_day(day)
    return day


def _easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (algorithm of Meeus, Jones and Butcher)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    leap_centuries, rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon + 15) % 30
    weekday = (32 + 2 * rest + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
