"""A list computed in one piece, such as tomorrow's reminders, shown like any other."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.domain.shared.text import fold

RowT = TypeVar("RowT")


class ShortList(Generic[RowT]):
    """A page source over rows that are replaced as a whole.

    `show` may be called while a page is read in another thread: a read sees either the
    old rows or the new ones.

    Args:
        text_of: what the quick search looks through in a row.
        totals_of: sums by column name over the rows that pass the search.
    """

    def __init__(
        self,
        text_of: Callable[[RowT], str],
        totals_of: Callable[[Sequence[RowT]], Mapping[str, Any]] = lambda rows: {},
    ) -> None:
        self._text_of = text_of
        self._totals_of = totals_of
        self._rows: Sequence[RowT] = ()

    @property
    def rows(self) -> Sequence[RowT]:
        """All rows, the search aside."""
        return self._rows

    def show(self, rows: Sequence[RowT]) -> None:
        """Replace the rows; the list on screen must be told to reload."""
        self._rows = tuple(rows)

    def page(self, request: PageRequest) -> Sequence[RowT]:
        """The rows asked for, in their own order."""
        return self._found(request)[request.offset : request.offset + request.limit]

    def count(self, request: PageRequest) -> int:
        """How many rows pass the search."""
        return len(self._found(request))

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """Sums of the rows that pass the search."""
        return self._totals_of(self._found(request))

    def _found(self, request: PageRequest) -> Sequence[RowT]:
        words = fold(request.search).split()
        rows = self._rows
        if not words:
            return rows
        return [row for row in rows if all(word in fold(self._text_of(row)) for word in words)]
