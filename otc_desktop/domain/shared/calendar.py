"""Dates as payment terms and reminders count them."""

from calendar import monthrange
from datetime import date, timedelta


def end_of_month(day: date) -> date:
    """The last day of the month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def plus_days(day: date, days: int) -> date:
    """Calendar days later (earlier for a negative number)."""
    return day + timedelta(days=days)


def plus_months(day: date, months: int) -> date:
    """The same day some months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
