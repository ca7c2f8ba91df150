"""A list under filters that a tab has fields of its own for: a period, an account, an owner."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

from otc_desktop.application.kernel.paging import PageRequest, PageSource

RowT = TypeVar("RowT")


class NarrowedSource(Generic[RowT]):
    """Adds filters to every request of another source.

    `narrow` may be called while a page is read in another thread: the filters are
    replaced as a whole.
    """

    def __init__(self, source: PageSource[RowT], filters: Mapping[str, Any] | None = None) -> None:
        self._source = source
        self._filters: Mapping[str, Any] = dict(filters or {})

    def narrow(self, filters: Mapping[str, Any]) -> None:
        """Put these filters in force; the list on screen must be told to reload."""
        self._filters = dict(filters)

    def request_of(self, request: PageRequest) -> PageRequest:
        """The request with the filters in force, such as an export needs it."""
        return replace(request, filters={**request.filters, **self._filters})

    def page(self, request: PageRequest) -> Sequence[RowT]:
        """The rows asked for."""
        return self._source.page(self.request_of(request))

    def count(self, request: PageRequest) -> int:
        """How many rows pass."""
        return self._source.count(self.request_of(request))

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """Their sums."""
        return self._source.totals(self.request_of(request))
