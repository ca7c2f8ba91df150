"""Asking the full-text index: FTS5 on SQLite, a GIN index on PostgreSQL."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, false, select, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from otc_desktop.application.kernel.finding import FoundKind
from otc_desktop.domain.shared.search_words import (
    correctable,
    one_typo_apart,
    plain_words,
    readings,
    spelling_keys,
)
from otc_desktop.persistence.search_rules import kind_word
from otc_desktop.persistence.tables.search import search_entry, search_key

_MOST_WORDS = 8
_MOST_NEIGHBOURS = 20
_POSTGRESQL = (
    "(SELECT thing_id FROM search_entry WHERE"
    " array_to_tsvector(string_to_array(search_entry.words::text, ' ')) @@ CAST({} AS tsquery))"
)
# CROSS JOIN: left to itself SQLite reads every entry and asks the index about each.
_SQLITE = (
    "(SELECT e.thing_id FROM search_text t CROSS JOIN search_entry e ON e.position = t.rowid"
    " WHERE search_text MATCH {})"
)
# The newest first. FTS5 reads its lists backwards and stops; GIN knows no order, so that a
# frequent word is sorted among as many as a page could want.
_NEWEST = {
    "sqlite": text(
        "SELECT e.thing_id, e.position FROM search_text t JOIN search_entry e"
        " ON e.position = t.rowid WHERE search_text MATCH :asked"
        " ORDER BY t.rowid DESC LIMIT :most"
    ),
    "postgresql": text(
        "SELECT thing_id, position FROM (SELECT thing_id, position FROM search_entry WHERE"
        " array_to_tsvector(string_to_array(search_entry.words::text, ' ')) @@"
        " CAST(:asked AS tsquery) LIMIT 1000) AS found"
        " ORDER BY position DESC LIMIT :most"
    ),
}

# One place of a reading: the words that can stand there.
Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: readings, one of which must be met; in each, every place by a word.

    A typed word is met by any word that begins so; `whole` are words that were guessed.
    """

    readings: tuple[tuple[Place, ...], ...] = ()
    whole: frozenset[str] = frozenset()

    def fts5(self, kind: FoundKind) -> str:
        """The question in the words of SQLite's FTS5."""
        return self._written(kind, quote='"', mark="*", all_of=" AND ", any_of=" OR ")

    def tsquery(self, kind: FoundKind) -> str:
        """The question in the words of PostgreSQL's text search."""
        return self._written(kind, quote="'", mark=":*", all_of=" & ", any_of=" | ")

    def _written(self, kind: FoundKind, *, quote: str, mark: str, all_of: str, any_of: str) -> str:
        def term(word: str) -> str:
            # A single letter begins half of all words.
            exact = word in self.whole or len(word) == 1
            return f"{quote}{word}{quote}{'' if exact else mark}"

        def place(words: Place) -> str:
            return f"({any_of.join(term(word) for word in words)})"

        ways = [f"({all_of.join(place(words) for words in way)})" for way in self.readings]
        return f"{quote}{kind_word(kind)}{quote}{all_of}({any_of.join(ways)})"


def asked_for(typed: str) -> Asked:
    """What a typed text asks of the index; its first words, if somebody pasted a page."""
    words = plain_words(typed)[:_MOST_WORDS]
    if not words:
        return Asked()
    return Asked(tuple(tuple((word,) for word in way) for way in readings(words)))


def respelt(connection: Connection, asked: Asked) -> Asked | None:
    """The same question with words one typo away as well; None where none is known."""
    typed = {word for way in asked.readings for words in way for word in words}
    close = _neighbours(connection, {word for word in typed if correctable(word)})
    if not close:
        return None
    return Asked(
        tuple(tuple(_widened(words, close) for words in way) for way in asked.readings),
        frozenset(word for words in close.values() for word in words),
    )


def things(asked: Asked, kind: FoundKind) -> Select[Any]:
    """Ids of the things of a kind that answer."""
    if not asked.readings:
        return select(search_entry.c.thing_id).where(false())
    found = _Things(asked.fts5(kind), asked.tsquery(kind))
    return select(found.table_valued(search_entry.c.thing_id).c.thing_id)


def newest(connection: Connection, asked: Asked, kind: FoundKind, *, most: int) -> Sequence[UUID]:
    """Ids of the things of a kind that answer, the latest to come first."""
    if not asked.readings:
        return []
    dialect = connection.dialect.name
    question = asked.fts5(kind) if dialect == "sqlite" else asked.tsquery(kind)
    statement = _NEWEST[dialect].columns(search_entry.c.thing_id, search_entry.c.position)
    found = connection.execute(statement, {"asked": question, "most": most})
    return found.scalars().all()


class _Things(FunctionElement[Any]):
    """The full-text question, in the words of whichever database reads it."""

    inherit_cache = True

    def __init__(self, fts5: str, tsquery: str) -> None:
        super().__init__(bindparam(None, fts5), bindparam(None, tsquery))


@compiles(_Things, "sqlite")
def _on_sqlite(element: _Things, compiler: SQLCompiler, **kw: Any) -> str:
    return _SQLITE.format(compiler.process(next(iter(element.clauses)), **kw))


@compiles(_Things, "postgresql")
def _on_postgresql(element: _Things, compiler: SQLCompiler, **kw: Any) -> str:
    return _POSTGRESQL.format(compiler.process(list(element.clauses)[1], **kw))


def _widened(words: Place, close: Mapping[str, Collection[str]]) -> Place:
    return tuple(dict.fromkeys((*words, *(each for word in words for each in close.get(word, ())))))


def _neighbours(connection: Connection, words: set[str]) -> Mapping[str, Collection[str]]:
    """Known words one typo away, for each that has any."""
    keys = {key for word in words for key in spelling_keys(word)}
    if not keys:
        return {}
    query = select(search_key.c.word).where(search_key.c.key.in_(keys)).distinct()
    found: dict[str, list[str]] = defaultdict(list)
    for known in connection.execute(query.order_by(search_key.c.word)).scalars():
        for word in words:
            near = found[word] if word != known and one_typo_apart(word, known) else None
            if near is not None and len(near) < _MOST_NEIGHBOURS:
                near.append(known)
    return {word: near for word, near in found.items() if near}
