"""Slots: each run once, whatever the clock does meanwhile."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otc_desktop.domain.scheduling.job import Rhythm
from otc_desktop.domain.scheduling.slots import hour_and_minute, latest_slot, next_slot
from otc_desktop.domain.shared.errors import RuleError

PARIS = ZoneInfo("Europe/Paris")
NINE = Rhythm(at=time(9, 0))
NIGHT = Rhythm(at=time(2, 30))

rhythms = st.one_of(
    st.builds(Rhythm, minutes=st.integers(1, 1440)),
    st.builds(
        Rhythm,
        at=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
        weekdays_only=st.booleans(),
    ),
)
instants = st.datetimes(
    min_value=datetime.fromisoformat("2025-01-01"),
    max_value=datetime.fromisoformat("2030-01-01"),
    timezones=st.just(UTC),
)


def paris(day: int, hour: int, minute: int = 0, *, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=PARIS)


def test_an_hour_of_the_day_is_owed_from_then_until_the_next_day() -> None:
    assert latest_slot(NINE, paris(23, 9), PARIS) == paris(23, 9)
    assert latest_slot(NINE, paris(23, 8, 59), PARIS) == paris(22, 9)
    assert next_slot(NINE, paris(23, 9), PARIS) == paris(24, 9)


def test_a_weekend_is_left_out_and_monday_takes_it_up() -> None:
    working = Rhythm(at=time(9, 0), weekdays_only=True)
    saturday, friday, monday = paris(21, 12), paris(20, 9), paris(23, 9)
    assert latest_slot(working, saturday, PARIS) == friday
    assert next_slot(working, saturday, PARIS) == monday


def test_summer_and_winter_time_neither_lose_nor_repeat_a_night() -> None:
    # 29 March 2026 has no half past two; 25 October has two of them.
    spring = [latest_slot(NIGHT, paris(day, 12, month=3), PARIS) for day in (28, 29, 30)]
    autumn = [latest_slot(NIGHT, paris(day, 12, month=10), PARIS) for day in (24, 25, 26)]
    assert [slot.astimezone(PARIS).date().day for slot in spring] == [28, 29, 30]
    assert autumn[1] == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    # Between the two half past twos the slot is still the first one.
    second = datetime(2026, 10, 25, 1, 45, tzinfo=UTC)
    assert latest_slot(NIGHT, second, PARIS) == autumn[1]
    assert next_slot(NIGHT, second, PARIS) == autumn[2]


@given(rhythms, instants)
def test_now_lies_between_a_slot_and_the_next_and_both_are_the_same_all_along(
    rhythm: Rhythm, now: datetime
) -> None:
    begun, following = latest_slot(rhythm, now, PARIS), next_slot(rhythm, now, PARIS)
    assert begun <= now < following
    middle = begun + (following - begun) / 2
    assert latest_slot(rhythm, middle, PARIS) == begun
    assert latest_slot(rhythm, following, PARIS) == following
    assert following - begun <= timedelta(days=3, hours=1)


@pytest.mark.parametrize(
    "wrong", [{}, {"minutes": 0}, {"minutes": 1441}, {"minutes": 5, "at": time(9)}]
)
def test_a_rhythm_is_one_of_two(wrong: dict[str, object]) -> None:
    with pytest.raises(RuleError) as refused:
        Rhythm(**wrong)  # type: ignore[arg-type]
    assert refused.value.code == "scheduling.bad_rhythm"


def test_hours_as_people_write_them() -> None:
    assert (hour_and_minute("09:30"), hour_and_minute("25:00")) == (time(9, 30), None)
