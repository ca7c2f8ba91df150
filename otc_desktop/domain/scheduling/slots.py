"""When a job is due: slots of time, each run once whatever the clock does meanwhile.

A job runs for the latest slot that has begun, if it never ran for it. So a week asleep gives
one run and not seven, and a clock set back meets slots that were run already.
"""

from datetime import UTC, datetime, time, timedelta, tzinfo

from otc_desktop.domain.scheduling.job import Rhythm

_DAY = timedelta(days=1)
_SATURDAY = 5


def latest_slot(rhythm: Rhythm, now: datetime, zone: tzinfo) -> datetime:
    """The beginning, in UTC, of the slot that `now` lies in.

    Args:
        rhythm: how often.
        now: an instant with its zone.
        zone: of the workstation, in which an hour of the day is meant.
    """
    if rhythm.at is None:
        step = (rhythm.minutes or 1) * 60
        return datetime.fromtimestamp(int(now.timestamp()) // step * step, UTC)
    day = now.astimezone(zone).date()
    while True:
        slot = _instant(datetime.combine(day, rhythm.at), zone)
        if slot <= now and not (rhythm.weekdays_only and day.weekday() >= _SATURDAY):
            return slot
        day -= _DAY


def next_slot(rhythm: Rhythm, now: datetime, zone: tzinfo) -> datetime:
    """The beginning, in UTC, of the first slot after `now`."""
    if rhythm.at is None:
        return latest_slot(rhythm, now, zone) + timedelta(minutes=rhythm.minutes or 1)
    day = now.astimezone(zone).date()
    while True:
        slot = _instant(datetime.combine(day, rhythm.at), zone)
        if slot > now and not (rhythm.weekdays_only and day.weekday() >= _SATURDAY):
            return slot
        day += _DAY


def _instant(local: datetime, zone: tzinfo) -> datetime:
    """An hour of the clock as an instant.

    The hour that summer time leaves out is the one after it; of the hour that winter time
    repeats the first is meant (PEP 495).
    """
    return local.replace(tzinfo=zone, fold=0).astimezone(UTC)


def hour_and_minute(text: str) -> time | None:
    """The hour of the day in `HH:MM`, None where it is none."""
    try:
        return time.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        return None
