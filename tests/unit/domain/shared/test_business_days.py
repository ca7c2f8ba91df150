"""Business days of France."""

from datetime import date

import pytest

from otc_desktop.domain.shared.business_days import (
    french_holidays,
    is_business_day,
    plus_business_days,
)


@pytest.mark.parametrize(
    ("year", "easter_monday"),
    # As published by the Bureau des longitudes.
    [(2024, date(2024, 4, 1)), (2025, date(2025, 4, 21)), (2026, date(2026, 4, 6)),
     (2027, date(2027, 3, 29)), (2038, date(2038, 4, 26)), (2076, date(2076, 4, 20))],
)  # fmt: skip
def test_easter_monday_is_a_holiday(year: int, easter_monday: date) -> None:
    assert easter_monday in french_holidays(year)
    assert easter_monday.weekday() == 0


def test_a_year_has_eleven_holidays_unless_two_meet() -> None:
    assert len(french_holidays(2026)) == 11
    # Ascension of 2008 fell on 1 May.
    assert len(french_holidays(2008)) == 10


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        (date(2026, 11, 20), 2, date(2026, 11, 24)),  # Friday, over a weekend
        (date(2026, 11, 10), 1, date(2026, 11, 12)),  # over Armistice Day
        (date(2026, 12, 31), 1, date(2027, 1, 4)),  # over New Year and a weekend
        (date(2026, 4, 3), 1, date(2026, 4, 7)),  # Good Friday works, Easter Monday does not
        (date(2026, 11, 21), 1, date(2026, 11, 23)),  # from a Saturday
        (date(2026, 11, 20), 0, date(2026, 11, 20)),
    ],
)
def test_business_days_pass_over_weekends_and_holidays(
    start: date, count: int, expected: date
) -> None:
    assert plus_business_days(start, count) == expected


def test_two_business_days_of_grace_never_exceed_the_planner_s_window() -> None:
    # `plan_reminders` reads the promises of the last ten days and no older ones.
    first = date(2020, 1, 1).toordinal()
    longest = max(
        (plus_business_days(date.fromordinal(day), 2).toordinal() - day)
        for day in range(first, first + 40 * 366)
    )
    assert longest <= 10
    assert is_business_day(date(2026, 11, 20))
