"""All the books copied from one database into another, and compared row by row.

What stands there afterwards is what stood here: same ids, same numbers, same chain of hashes.
It serves the move from a file to a server and back, and the copy of a server into one file.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, LargeBinary, Table, inspect, select, text
from sqlalchemy.exc import DBAPIError

from otc_desktop.domain.shared.errors import ExternalError, RuleError
from otc_desktop.persistence import search_index
from otc_desktop.persistence.engine import READ_ONLY
from otc_desktop.persistence.failures import translated
from otc_desktop.persistence.migrate import upgrade_within
from otc_desktop.persistence.schema import mark_moved, require_current
from otc_desktop.persistence.tables import metadata
from otc_desktop.persistence.tables.search import search_entry, search_key, search_word
from otc_desktop.persistence.types import Id

# Made anew from the rows they are about, for each kind of database keeps its index its own way.
_DERIVED = {search_entry.name, search_key.name, search_word.name}
_ROWS_AT_ONCE = 2_000
# Documents are big: fewer of them are in memory at a time.
_DOCUMENTS_AT_ONCE = 50
_EVERY_HASH = 2**256

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCopy:
    """One table: how many rows, and a hash of them all that asks for no order."""

    table: str
    rows: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relocation:
    """What was copied, each table compared."""

    tables: tuple[TableCopy, ...]

    @property
    def rows(self) -> int:
        """How many rows in all."""
        return sum(each.rows for each in self.tables)


def copy_books(
    source: Engine,
    target: Engine,
    migrations: Path,
    *,
    leave: bool,
    progress: Progress = lambda done, total: None,
) -> Relocation:
    """Copy every row into an empty database; all of them or none.

    Args:
        source: the books as they are.
        target: a database that holds nothing yet.
        migrations: the schema's steps.
        leave: nobody writes here while it lasts, and these books are closed afterwards, so
            that a company has only one set of them; without, they are read as of one moment
            and go on.
        progress: told after every table.

    Raises:
        RuleError: `database.not_empty` for the target; `database.older_schema` … for the
            source.
        ExternalError: `database.copy_differs` when a row did not arrive as it left;
            `database.busy` while others write here and `leave` is wanted;
            `database.unreachable`, `database.disk_full` …
    """
    require_current(source, migrations)
    try:
        with _reading(source, leave=leave) as old:
            with target.begin() as new:
                if inspect(new).get_table_names():
                    raise RuleError("database.not_empty", where="target")
                upgrade_within(new, migrations)
                copied = _copy_all(old, new, progress)
                search_index.rebuild(new)
            if leave:
                # After the copy is safe: a power cut here leaves two sets of books, never none.
                mark_moved(old)
    except DBAPIError as problem:
        raise translated(problem) or problem from problem
    return Relocation(tables=copied)


@contextmanager
def _reading(source: Engine, *, leave: bool) -> Iterator[Connection]:
    """The books as of one moment; with `leave`, nobody changes them until the end."""
    server = source.dialect.name == "postgresql"
    with source.connect() as connection:
        options: dict[str, Any] = {} if leave else {READ_ONLY: True}
        if server and not leave:
            options["isolation_level"] = "REPEATABLE READ"
        reading = connection.execution_options(**options)
        with reading.begin():
            if server and leave:
                names = ", ".join(table.name for table in metadata.sorted_tables)
                # Whoever reads may go on; whoever writes is told that the books are busy.
                reading.execute(text("SET LOCAL lock_timeout = '10s'"))
                reading.execute(text(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE"))
            yield reading


def _copy_all(old: Connection, new: Connection, progress: Progress) -> tuple[TableCopy, ...]:
    tables = [table for table in metadata.sorted_tables if table.name not in _DERIVED]
    copied: list[TableCopy] = []
    with _without_guards(new, tables):
        # What a new database holds from its making would stand twice.
        for table in reversed(tables):
            new.execute(table.delete())
        for done, table in enumerate(tables):
            progress(done, len(tables))
            copied.append(_copy(old, new, table))
    for there in copied:
        if _summary(new, metadata.tables[there.table]) != there:
            raise ExternalError("database.copy_differs", retryable=True, table=there.table)
    progress(len(tables), len(tables))
    return tuple(copied)


def _copy(old: Connection, new: Connection, table: Table) -> TableCopy:
    digest = _Digest(table)
    for rows in _chunks(old, table):
        digest.add(rows)
        names = table.columns.keys()
        new.execute(table.insert(), [dict(zip(names, row, strict=True)) for row in rows])
    return digest.result()


def _summary(connection: Connection, table: Table) -> TableCopy:
    digest = _Digest(table)
    for rows in _chunks(connection, table):
        digest.add(rows)
    return digest.result()


def _chunks(connection: Connection, table: Table) -> Iterator[Sequence[Any]]:
    big = any(
        isinstance(column.type, LargeBinary) and not isinstance(column.type, Id)
        for column in table.columns
    )
    statement = select(table).execution_options(
        stream_results=True, yield_per=_DOCUMENTS_AT_ONCE if big else _ROWS_AT_ONCE
    )
    yield from connection.execute(statement).partitions()


class _Digest:
    """The sum of the hashes of the rows: each row counts, their order does not."""

    def __init__(self, table: Table) -> None:
        self._table = table.name
        self._rows = 0
        self._sum = 0

    def add(self, rows: Sequence[Any]) -> None:
        self._rows += len(rows)
        for row in rows:
            hashed = hashlib.sha256(repr(tuple(row)).encode()).digest()
            self._sum = (self._sum + int.from_bytes(hashed)) % _EVERY_HASH

    def result(self) -> TableCopy:
        return TableCopy(table=self._table, rows=self._rows, digest=f"{self._sum:064x}")


@contextmanager
def _without_guards(new: Connection, tables: Sequence[Table]) -> Iterator[None]:
    """Rows go in as they are: what watches single steps would refuse a whole history.

    In the transaction of the copy: no other connection ever sees the tables unguarded.
    """
    lifted = _lift_sqlite if new.dialect.name == "sqlite" else _lift_postgresql
    put_back = lifted(new, {table.name for table in tables})
    yield
    for statement in put_back:
        new.exec_driver_sql(statement)


def _lift_sqlite(new: Connection, names: set[str]) -> list[str]:
    """Take the triggers away and leave foreign keys to the commit; what puts them back."""
    new.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    found = new.exec_driver_sql(
        "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"
    ).all()
    triggers = [(name, made) for name, table, made in found if table in names]
    for name, _made in triggers:
        new.exec_driver_sql(f'DROP TRIGGER "{name}"')
    return [made for _name, made in triggers]


def _lift_postgresql(new: Connection, names: set[str]) -> list[str]:
    """Put the triggers to sleep and take foreign keys away; what puts them back."""
    links = new.exec_driver_sql(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)"
        " FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace"
    ).all()
    for table, name, _meaning in links:
        new.exec_driver_sql(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    for table in sorted(names):
        new.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    return [
        *(f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in sorted(names)),
        *(
            f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {meaning}'
            for table, name, meaning in links
        ),
    ]
