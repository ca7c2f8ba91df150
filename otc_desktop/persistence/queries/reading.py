"""What read models share: a read-only connection, and paging of a query."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    FromClause,
    RowMapping,
    Select,
    case,
    false,
    func,
    or_,
    select,
    union_all,
)
from sqlalchemy.exc import DBAPIError

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.persistence.engine import READ_ONLY
from otc_desktop.persistence.failures import translated
from otc_desktop.persistence.queries.full_text import respelt
from otc_desktop.persistence.queries.search import Search, parsed_search

RowT = TypeVar("RowT")

# Rows beyond which sorting what an index found costs more than reading in order.
MANY = 2_000
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


def met_in_order(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """A condition met by many rows: the list is read in its order until a page is full.

    Wrapped so that no index answers it, for all those rows would then have to be sorted.
    """
    return case((condition, 1), else_=0) == 1


class PagedQuery(Generic[RowT]):
    """A list of one kind of row: rows by page, count and totals in queries of their own.

    A page is found by its keys in an index and only then joined with what its rows show, so
    that a jump into a million rows reads no row that is not shown.

    Subclasses say what is shown (`rows_query`), in which orders (`sorts`, each an index with
    the id after it), and how filters and search narrow the list (`filters`, `choices`).
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
        with reading(self._engine) as connection:
            keys = (
                select(self.tie)
                .select_from(self.counted())
                .where(*self.narrowed(connection, request))
                .order_by(*self.order(request))
                .limit(request.limit)
                .offset(request.offset)
            )
            ids = connection.execute(keys).scalars().all()
        return self.rows_of(ids)

    def count(self, request: PageRequest) -> int:
        """How many rows there are in all."""
        with reading(self._engine) as connection:
            query = (
                select(func.count())
                .select_from(self.counted())
                .where(*self.narrowed(connection, request))
            )
            return int(connection.execute(query).scalar_one())

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """Sums by column name; none by default."""
        return {}

    def order(self, request: PageRequest) -> list[ColumnElement[Any]]:
        """The key asked for, or the list's own, and the id after it."""
        key, descending = self.sorts.get(request.sort), request.descending
        if key is None:
            key, descending = self.sorts[self.default_sort], self.default_descending
        return [key.desc(), self.tie.desc()] if descending else [key.asc(), self.tie.asc()]

    def narrowed(self, connection: Connection, request: PageRequest) -> list[ColumnElement[bool]]:
        """What filters and search ask for.

        Where nothing answers, words are taken for others one typo away.
        A search with few hits is answered by their ids, found in the indexes of what it can
        mean; one with many is met soon enough while the list is read in its order.
        """
        found = self.filters(request)
        search = parsed_search(request.search)
        if search is None:
            return found
        choices = self.choices(search)
        ids = self._hits(connection, choices)
        if not ids:
            asked = respelt(connection, search.asked)
            if asked is None:
                return [false()]
            choices = self.choices(replace(search, asked=asked))
            ids = self._hits(connection, choices)
        if not ids:
            return [false()]
        if len(ids) > MANY:
            return [*found, met_in_order(or_(*choices))]
        return [*found, self.tie.in_(set(ids))]

    def rows_of(self, ids: Sequence[Any]) -> Sequence[RowT]:
        """The rows of those ids, in that order; no longer those that are gone."""
        if not ids:
            return []
        with reading(self._engine) as connection:
            query = self.rows_query().where(self.tie.in_(ids))
            rows = {row[self.tie.name]: row for row in connection.execute(query).mappings()}
        return [self.row(rows[each]) for each in ids if each in rows]

    def _hits(
        self, connection: Connection, choices: Sequence[ColumnElement[bool]]
    ) -> Sequence[Any]:
        found = union_all(
            *(select(self.tie).select_from(self.counted()).where(choice) for choice in choices)
        ).limit(MANY + 1)
        return connection.execute(found).scalars().all()

    def rows_query(self) -> Select[Any]:
        """What is shown of a row, before conditions and order."""
        raise NotImplementedError

    def counted(self) -> FromClause:
        """The tables that filters, search and order need."""
        raise NotImplementedError

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """What the named filters ask for."""
        return []

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """What a search can mean; each is answered by an index."""
        return [false()]

    def row(self, row: RowMapping) -> RowT:
        """A row as the screen knows it."""
        raise NotImplementedError
