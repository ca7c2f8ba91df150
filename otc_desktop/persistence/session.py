"""What repositories share inside one transaction."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Connection,
    RowMapping,
    Select,
    Table,
    Update,
    bindparam,
    cast,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.shared.errors import ConflictError
from otc_desktop.persistence.search_index import SearchNotes

ValueT = TypeVar("ValueT")

# SQLite allows 32,766 bound values in a statement.
_MOST_VALUES = 5_000
# Beyond this many rows a bulk insert is one line of the audit trail, not one per row.
_MOST_AUDITED_ROWS = 100


@dataclass(slots=True)
class Session:
    """The transaction's connection, its instant, and what was changed so far."""

    connection: Connection
    now: datetime
    changes: list[dict[str, Any]] = field(default_factory=list)
    topics: set[Topic] = field(default_factory=set)
    search: SearchNotes = field(default_factory=SearchNotes)

    @property
    def is_postgresql(self) -> bool:
        """Whether rows can be locked one by one; SQLite's writer has the whole file."""
        return self.connection.dialect.name == "postgresql"

    def one(
        self,
        query: Select[Any],
        values: Mapping[str, Any] | None = None,
        *,
        lock: bool = False,
    ) -> RowMapping | None:
        """The only row, or None; `values` are those of the query's own parameters."""
        if lock and self.is_postgresql:
            query = query.with_for_update()
        return self.connection.execute(query, values).mappings().one_or_none()

    def by_id(self, table: Table, thing_id: UUID | int, *, lock: bool = False) -> RowMapping | None:
        """The row of that id, or None."""
        return self.one(_row_by_id(table), {"of_id": thing_id}, lock=lock)

    def parts_of(self, table: Table, owner: str, owner_id: UUID) -> Sequence[RowMapping]:
        """The rows, by position, whose column `owner` holds that id: the lines of a document."""
        found = self.connection.execute(_parts(table, owner), {"of_id": owner_id})
        return found.mappings().all()

    def rows(self, query: Select[Any]) -> Sequence[RowMapping]:
        """All rows."""
        return self.connection.execute(query).mappings().all()

    def insert(self, table: Table, values: Mapping[str, Any], *, audited: bool = True) -> None:
        """One new row."""
        self.connection.execute(insert(table), dict(values))
        self.search.inserted(table, (values,))
        if audited:
            self._note(table, values.get("id"), None, values)

    def insert_new(self, table: Table, values: Mapping[str, Any]) -> bool:
        """One new row unless its key is taken, by somebody who commits meanwhile too.

        Returns:
            Whether it was new; otherwise the row with that key can be read and locked now.
        """
        make = postgresql_insert if self.is_postgresql else sqlite_insert
        statement = make(table).values(dict(values)).on_conflict_do_nothing()
        made = self.connection.execute(statement.returning(table.c.id))
        if made.first() is None:
            return False
        self.search.inserted(table, (values,))
        self._note(table, values.get("id"), None, values)
        return True

    def insert_many(
        self, table: Table, values: Sequence[Mapping[str, Any]], *, audited: bool = True
    ) -> None:
        """Many new rows in one go."""
        if not values:
            return
        self.connection.execute(insert(table), [dict(row) for row in values])
        self.search.inserted(table, values)
        if not audited:
            return
        if len(values) > _MOST_AUDITED_ROWS:
            self.changes.append({"table": table.name, "inserted": len(values)})
            return
        for row in values:
            self._note(table, row.get("id"), None, row)

    def update_versioned(
        self, table: Table, thing_id: UUID | int, version: int, values: Mapping[str, Any]
    ) -> None:
        """Save a row that somebody loaded at `version`.

        Raises:
            ConflictError: `database.changed_meanwhile`, with what stands there now.
        """
        found = self.by_id(table, thing_id, lock=True)
        before = None if found is None else dict(found)
        if before is None or before["version"] != version:
            raise ConflictError(
                "database.changed_meanwhile",
                table=table.name,
                mine=dict(values),
                theirs=before,
            )
        self.connection.execute(
            _change_by_id(table), {**values, "version": version + 1, "of_id": thing_id}
        )
        self.search.changed(table, before, values)
        self._note(table, thing_id, before, values)

    def _note(
        self,
        table: Table,
        thing_id: Any,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any],
    ) -> None:
        changed = {
            name: value for name, value in after.items() if before is None or before[name] != value
        }
        self.changes.append(
            {
                "table": table.name,
                "id": thing_id,
                "before": None if before is None else {name: before[name] for name in changed},
                "after": changed,
            }
        )


# Building a statement costs more than running it: what every intent needs is built once.
@cache
def _row_by_id(table: Table) -> Select[Any]:
    return select(table).where(table.c.id == bindparam("of_id"))


@cache
def _parts(table: Table, owner: str) -> Select[Any]:
    return select(table).where(table.c[owner] == bindparam("of_id")).order_by(table.c.position)


@cache
def _change_by_id(table: Table) -> Update:
    return update(table).where(table.c.id == bindparam("of_id"))


def in_chunks(values: Collection[ValueT]) -> Iterator[list[ValueT]]:
    """Values in portions that one statement can bind."""
    everything = list(values)
    for start in range(0, len(everything), _MOST_VALUES):
        yield everything[start : start + _MOST_VALUES]


def sum_minor(column: Any) -> Any:
    """Sum of minor units as an integer: PostgreSQL's own sum of BIGINT is NUMERIC."""
    return cast(func.coalesce(func.sum(column), 0), BigInteger)
