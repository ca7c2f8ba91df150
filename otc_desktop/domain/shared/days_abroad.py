"""Days on which people work in the customer's country."""

from datetime import date
from functools import cache

import holidays

from otc_desktop.domain.shared.business_days import is_business_day

_SATURDAY = 5
_HOME = "FR"


def works_in(country: str, day: date) -> bool:
    """Whether a day is worked in a country; of one we know nothing of, only its weekend counts.

    Args:
        country: ISO 3166-1 code of two letters.
        day: any day.
    """
    if country in ("", _HOME):
        return is_business_day(day)
    calendar = _calendar(country, day.year)
    if calendar is None:
        return day.weekday() < _SATURDAY
    return bool(calendar.is_working_day(day))


@cache
def _calendar(country: str, year: int) -> holidays.HolidayBase | None:
    """The country's public holidays of a year (the regions' own ones left out)."""
    try:
        return holidays.country_holidays(country, years=year)
    except NotImplementedError:
        return None
