"""Which copies of the books are kept: many young ones, few old ones."""

from collections.abc import Hashable, Iterable
from datetime import datetime

_NEWEST = 14
_WEEKS = 8
_MONTHS = 12


def kept_copies(made_at: Iterable[datetime]) -> frozenset[datetime]:
    """The moments whose copies are kept; the others may go.

    The newest 14; of each of the latest 8 weeks and 12 months that have a copy, the last one.
    So an error that is noticed after a quarter can still be gone back behind.

    Args:
        made_at: when each copy was made.
    """
    newest_first = sorted(made_at, reverse=True)
    weeks: dict[Hashable, datetime] = {}
    months: dict[Hashable, datetime] = {}
    for moment in newest_first:
        weeks.setdefault(moment.isocalendar()[:2], moment)
        months.setdefault((moment.year, moment.month), moment)
    return frozenset(
        [
            *newest_first[:_NEWEST],
            *list(weeks.values())[:_WEEKS],
            *list(months.values())[:_MONTHS],
        ]
    )
