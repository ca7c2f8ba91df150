"""The search index follows the rows it is about, in their own transaction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, Insert, Table, delete, insert, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError

from otc_desktop.domain.shared.search_words import spelling_keys
from otc_desktop.persistence.failures import translated
from otc_desktop.persistence.search_rules import SEARCH_RULES, Row
from otc_desktop.persistence.tables.search import search_entry, search_key, search_word

_ROWS_AT_ONCE = 2_000
_INSERTS = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


class SearchNotes:
    """What one transaction changed of the things that are found; written at its end.

    Written once, whatever happened to a row meanwhile, and its words in one order: two
    transactions that learn the same words wait for each other, never both ways.
    """

    def __init__(self) -> None:
        self._new: dict[UUID, Mapping[str, Any]] = {}
        self._changed: dict[UUID, Mapping[str, Any]] = {}
        self._gone: set[UUID] = set()
        self._words: set[str] = set()

    def inserted(self, table: Table, rows: Iterable[Row]) -> None:
        """New rows of a table."""
        rule = SEARCH_RULES.get(table)
        if rule is None:
            return
        for row in rows:
            whole = _with_every_column(row, rule.columns)
            entry = rule.entry(whole)
            if entry is not None:
                self._new[row["id"]] = entry
                self._words |= rule.spelt_words(whole)

    def changed(self, table: Table, before: Row, values: Row) -> None:
        """A row that stood as `before` got new `values`."""
        rule = SEARCH_RULES.get(table)
        if rule is None:
            return
        if all(name not in values or values[name] == before[name] for name in rule.columns):
            return
        row = {**before, **values}
        entry = rule.entry(row)
        self._new.pop(row["id"], None)
        if entry is None:
            self._gone.add(row["id"])
            self._changed.pop(row["id"], None)
            return
        self._gone.discard(row["id"])
        self._changed[row["id"]] = entry
        self._words |= rule.spelt_words(row)

    def removed(self, table: Table, thing_id: UUID) -> None:
        """A row is gone."""
        if table in SEARCH_RULES:
            self._new.pop(thing_id, None)
            self._changed.pop(thing_id, None)
            self._gone.add(thing_id)

    def write(self, connection: Connection) -> None:
        """Bring the index up to what was noted."""
        if self._gone:
            connection.execute(delete(search_entry).where(search_entry.c.thing_id.in_(self._gone)))
        if self._new:
            connection.execute(insert(search_entry), list(self._new.values()))
        if self._changed:
            statement: Any = _insert(connection, search_entry)
            statement = statement.on_conflict_do_update(
                index_elements=[search_entry.c.thing_id],
                set_={
                    name: statement.excluded[name] for name in ("kind", "code", "title", "words")
                },
            )
            connection.execute(statement, list(self._changed.values()))
        _learn(connection, self._words)


def rebuild(connection: Connection) -> int:
    """Make the index anew from the rows it is about; how many entries it has.

    After an upgrade as well: a newer program may take texts apart otherwise.
    """
    for table in (search_entry, search_key, search_word):
        connection.execute(delete(table))
    made = 0
    for table, rule in SEARCH_RULES.items():
        columns = [table.c[name] for name in dict.fromkeys(("id", *rule.columns))]
        result = connection.execute(select(*columns).order_by(table.c.id)).mappings()
        while rows := result.fetchmany(_ROWS_AT_ONCE):
            notes = SearchNotes()
            notes.inserted(table, rows)
            made += len(notes._new)
            notes.write(connection)
    _make_compact(connection)
    return made


def rebuild_in(engine: Engine) -> int:
    """Make the index of a database anew, in a transaction; how many entries it has.

    Raises:
        ExternalError: `database.unreachable`, `database.disk_full` …
    """
    try:
        with engine.begin() as connection:
            return rebuild(connection)
    except DBAPIError as problem:
        raise translated(problem) or problem from problem


def missing_words(connection: Connection, words: Iterable[str]) -> Iterator[str]:
    """Those of the words whose spelling is not known, in order."""
    for chunk in _chunks(sorted(words)):
        known = set(
            connection.execute(
                select(search_word.c.word).where(search_word.c.word.in_(chunk))
            ).scalars()
        )
        yield from (word for word in chunk if word not in known)


def _learn(connection: Connection, words: set[str]) -> None:
    """Keep the spelling of words; another transaction may learn the same ones meanwhile."""
    for chunk in _chunks(missing_words(connection, words) if words else ()):
        for table, rows in (
            (search_word, [{"word": word} for word in chunk]),
            (
                search_key,
                [
                    {"key": key, "word": word}
                    for word in chunk
                    for key in sorted(spelling_keys(word))
                ],
            ),
        ):
            statement: Any = _insert(connection, table)
            connection.execute(statement.on_conflict_do_nothing(), rows)


def _make_compact(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO search_text (search_text) VALUES ('optimize')"))
    else:
        connection.execute(text("ANALYZE search_entry"))


def _insert(connection: Connection, table: Table) -> Insert:
    return _INSERTS[connection.dialect.name](table)


def _with_every_column(row: Row, columns: Sequence[str]) -> Row:
    """What an insert leaves to the database is empty."""
    return row if all(name in row for name in columns) else {**dict.fromkeys(columns), **row}


def _chunks(words: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(words)
    while chunk := list(islice(rest, _ROWS_AT_ONCE)):
        yield chunk
