"""How checks read: row by row, in constant memory."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Select

# What a check finds: numbers and codes of what breaks the invariant, no words.
Offenders = Iterable[str]

_ROWS_A_FETCH = 2_000


def stream(
    connection: Connection, query: Select[Any], *, rows_a_fetch: int = _ROWS_A_FETCH
) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, fetched in portions."""
    result = connection.execute(
        query, execution_options={"stream_results": True, "yield_per": rows_a_fetch}
    )
    yield from (tuple(row) for row in result)
