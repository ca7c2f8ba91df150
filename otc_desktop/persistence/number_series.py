"""Continuous numbers: one row per series and period, locked, taken in the issuing transaction.

Never a database sequence: a rollback would leave a gap.
"""

from datetime import date

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert

from otc_desktop.domain.invoicing.numbering import refuse_going_back
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.company import number_series as table

_KEY = (table.c.series == bindparam("of_series")) & (table.c.period == bindparam("of_period"))
_ROW = select(table).where(_KEY)
_COUNT_ON = update(table).where(_KEY)


class SqlNumberSeries:
    """The number series of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def take(self, series: str, period: str, day: date) -> int:
        """The next number; other transactions wait for this one to end.

        Raises:
            RuleError: `invoicing.date_goes_back`.
        """
        key = {"of_series": series, "of_period": period}
        row = self._session.one(_ROW, key, lock=True)
        if row is None:
            self._create(series, period, day)
            row = self._session.one(_ROW, key, lock=True)
            assert row is not None  # noqa: S101 - the row was just made sure of
        refuse_going_back(day, row["last_date"] if row["last_number"] else None)
        number = int(row["last_number"]) + 1
        self._session.connection.execute(
            _COUNT_ON, {**key, "last_number": number, "last_date": day}
        )
        return number

    def last_day(self, series: str, period: str) -> date | None:
        """The date of the last number taken, None before the first."""
        row = self._session.one(_ROW, {"of_series": series, "of_period": period})
        return row["last_date"] if row is not None and row["last_number"] else None

    def _create(self, series: str, period: str, day: date) -> None:
        values = {"series": series, "period": period, "last_number": 0, "last_date": day}
        if self._session.is_postgresql:
            # Two workstations may open a period at the same moment; the second waits here.
            self._session.connection.execute(
                postgresql_insert(table).values(values).on_conflict_do_nothing()
            )
        else:
            self._session.connection.execute(insert(table).values(values))
