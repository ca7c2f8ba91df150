"""What read models share: a read-only connection, and paging of a query."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    FromClause,
    RowMapping,
    Select,
    func,
    select,
)
from sqlalchemy.exc import DBAPIError

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.persistence.engine import READ_ONLY
from otc_desktop.persistence.failures import translated

RowT = TypeVar("RowT")
Sorts = Mapping[str, ColumnElement[Any]]


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that takes no write lock, its errors in the program's own taxonomy."""
    try:
        with engine.connect() as connection:
            yield connection.execution_options(**{READ_ONLY: True})
    except DBAPIError as problem:
        raise translated(problem) or problem from problem


@contextmanager
def reading_one_state(engine: Engine) -> Iterator[Connection]:
    """A read-only connection whose queries all see the books as of the first of them.

    SQLite always reads so; PostgreSQL by default sees between two queries what others commit.
    """
    postgresql = engine.dialect.name == "postgresql"
    options = {"isolation_level": "REPEATABLE READ"} if postgresql else {}
    with reading(engine) as connection:
        yield connection.execution_options(**options)


class PagedQuery(Generic[RowT]):
    """A list of one kind of row: rows by page, count and totals in queries of their own.

    Subclasses say what is read (`rows_query`), in which orders (`sorts`), and how search
    and filters narrow it (`conditions`).
    """

    sorts: ClassVar[Sorts]
    default_sort = ""
    default_descending = False
    tie: ColumnElement[Any]

    def __init__(self, engine: Engine, today: Callable[[], date]) -> None:
        self._engine = engine
        self._today = today

    def page(self, request: PageRequest) -> Sequence[RowT]:
        """The rows asked for."""
        key = self.sorts.get(request.sort)
        descending = request.descending if key is not None else self.default_descending
        if key is None:
            key = self.sorts[self.default_sort]
        order = [key.desc(), self.tie.desc()] if descending else [key.asc(), self.tie.asc()]
        query = (
            self.rows_query()
            .where(*self.conditions(request))
            .order_by(*order)
            .limit(request.limit)
            .offset(request.offset)
        )
        with reading(self._engine) as connection:
            rows = connection.execute(query).mappings().all()
        return [self.row(each) for each in rows]

    def count(self, request: PageRequest) -> int:
        """How many rows there are in all."""
        query = select(func.count()).select_from(self.counted()).where(*self.conditions(request))
        with reading(self._engine) as connection:
            return int(connection.execute(query).scalar_one())

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """Sums by column name; none by default."""
        return {}

    def rows_query(self) -> Select[Any]:
        """What is read, before conditions and order."""
        raise NotImplementedError

    def counted(self) -> FromClause:
        """The tables that count and conditions need."""
        raise NotImplementedError

    def conditions(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """What search and filters ask for."""
        return []

    def row(self, row: RowMapping) -> RowT:
        """A row as the screen knows it."""
        raise NotImplementedError
