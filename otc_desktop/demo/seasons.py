"""When a workshop sells: working days only, a quiet August, a busy autumn."""

from datetime import date, timedelta

_FIXED_HOLIDAYS = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)}
# How much is invoiced in each month against 100 for an ordinary one: light is bought before
# winter, and August is closed in half of France.
_SEASON = (80, 85, 100, 95, 90, 105, 85, 45, 110, 130, 140, 115)
_MONTHS_A_YEAR = 12


def is_working_day(day: date) -> bool:
    """Monday to Friday, but for the holidays of a fixed date."""
    return day.weekday() < 5 and (day.month, day.day) not in _FIXED_HOLIDAYS


def working_day_from(day: date) -> date:
    """The day itself, or the first working day after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def working_day_until(day: date) -> date:
    """The day itself, or the last working day before it."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def working_days(first: date, last: date) -> list[date]:
    """The working days of a span, both ends included."""
    span = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    return [day for day in span if is_working_day(day)]


def sales_weight(day: date) -> int:
    """How much is sold on such a day, against other days."""
    end_of_month_rush = 160 if day.day >= 26 else 100
    return _SEASON[day.month - 1] * end_of_month_rush


def months_before(day: date, months: int) -> date:
    """The first day of the month so many months earlier."""
    place = day.year * _MONTHS_A_YEAR + day.month - 1 - months
    return date(place // _MONTHS_A_YEAR, place % _MONTHS_A_YEAR + 1, 1)
