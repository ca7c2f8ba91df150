"""Whole lists out of paged ones."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from otc_desktop.application.kernel.paging import PageRequest, PageSource

RowT = TypeVar("RowT")

_ROWS_A_PAGE = 1_000


def every_row(source: PageSource[RowT], filters: Mapping[str, Any]) -> Iterator[RowT]:
    """All rows, a page at a time."""
    offset = 0
    while True:
        rows = source.page(PageRequest(offset=offset, limit=_ROWS_A_PAGE, filters=filters))
        yield from rows
        if len(rows) < _ROWS_A_PAGE:
            return
        offset += _ROWS_A_PAGE
