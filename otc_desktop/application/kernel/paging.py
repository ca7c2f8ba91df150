"""Lists of any length, taken from the database a page at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

RowT = TypeVar("RowT")
RowT_co = TypeVar("RowT_co", covariant=True)


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which rows: `offset` and `limit` in the order of `sort`, after `search` and `filters`.

    `sort` is a column's name; each list states which ones it has. `filters` are the
    list's own named choices, such as `{"status": "open"}`.
    """

    offset: int = 0
    limit: int = 200
    sort: str = ""
    descending: bool = False
    search: str = ""
    filters: Mapping[str, Any] = field(default_factory=dict)


class PageSource(Protocol[RowT_co]):
    """A list as the window pages through it. Every row has an `id` attribute."""

    def page(self, request: PageRequest) -> Sequence[RowT_co]:
        """The rows asked for, at most `request.limit`."""

    def count(self, request: PageRequest) -> int:
        """How many rows there are in all, offset and limit aside."""

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """Sums by column name for the totals row; empty when the list has none."""


@dataclass(frozen=True, slots=True)
class ListOf(Generic[RowT]):
    """Rows already at hand, as a page source; for short lists."""

    rows: Sequence[RowT]

    def page(self, request: PageRequest) -> Sequence[RowT]:
        """A slice of the rows."""
        return self.rows[request.offset : request.offset + request.limit]

    def count(self, request: PageRequest) -> int:
        """All rows."""
        return len(self.rows)

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """None."""
        return {}
