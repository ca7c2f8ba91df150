"""The one source of time."""

from datetime import UTC, date, datetime


class SystemClock:
    """The `Clock` of the workstation."""

    def today(self) -> date:
        """The calendar day where the workstation stands."""
        return datetime.now().astimezone().date()

    def now(self) -> datetime:
        """This instant, aware, in UTC."""
        return datetime.now(UTC)


class FixedClock(SystemClock):
    """A business date given by `--today`; instants stay real, since logs and audit need them."""

    def __init__(self, today: date) -> None:
        self._today = today

    def today(self) -> date:
        """The date given."""
        return self._today
