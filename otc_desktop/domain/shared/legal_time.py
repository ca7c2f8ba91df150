"""French legal time: what the clocks of metropolitan France show at an instant."""

from datetime import UTC, date, datetime, time, timedelta

_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)


def french_time(instant: datetime) -> datetime:
    """The wall-clock time of an aware instant, without zone.

    Summer time lasts from the last Sunday of March to the last of October, 01:00 UTC
    (directive 2000/84/EC). Written out, for not every machine has a table of zones.
    """
    moment = instant.astimezone(UTC).replace(tzinfo=None)
    begins, ends = (_last_sunday(moment.year, month) for month in (3, 10))
    return moment + (_SUMMER if begins <= moment < ends else _WINTER)


def _last_sunday(year: int, month: int) -> datetime:
    last = date(year, month, 31)
    sunday = last - timedelta(days=(last.weekday() + 1) % 7)
    return datetime.combine(sunday, time(1))
