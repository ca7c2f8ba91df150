"""Finding things of every kind at once, the closest first."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, Select, bindparam, select, union_all

from otc_desktop.application.kernel.finding import Closeness, FoundKind, FoundThing
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.kernel.task import Task
from otc_desktop.domain.shared.search_words import joined
from otc_desktop.persistence.queries.full_text import newest, respelt
from otc_desktop.persistence.queries.reading import PagedQuery, reading
from otc_desktop.persistence.queries.search import Search, parsed_search, starts_with
from otc_desktop.persistence.tables.search import search_entry

# A beginning of one letter means nothing yet.
_SHORTEST = 2
# Kinds that are also found through their customer, an amount or a date.
_RELATED = (FoundKind.INVOICE, FoundKind.ORDER, FoundKind.BANK_LINE)
_ORDER = tuple(Closeness)


class SqlFinding:
    """The search across everything.

    Args:
        engine: the database.
        lists: of each kind, in the order in which equally close things are shown.
    """

    def __init__(self, engine: Engine, lists: Mapping[FoundKind, PagedQuery[Any]]) -> None:
        self._engine = engine
        self._lists = lists

    def find(self, text: str, task: Task, *, most: int) -> Sequence[FoundThing]:
        """The closest things, at most that many of each kind, the best answer first.

        Exact numbers and codes come first, then what begins so, what has all the words, what
        has them but for a typo, and what belongs to a customer found or is of that amount.
        """
        search = parsed_search(text)
        if search is None or len(search.words) < _SHORTEST:
            return []
        with reading(self._engine) as connection:
            guessed = respelt(connection, search.asked)
            close = {kind: _closest(connection, search, kind, most=most) for kind in self._lists}
            if guessed is not None:
                for kind, ids in close.items():
                    if len(ids) < most:
                        for each in newest(connection, guessed, kind, most=most):
                            ids.setdefault(each, Closeness.TYPO)
        found: list[FoundThing] = []
        for kind, ids in close.items():
            task.check_cancelled()
            found += self._rows(kind, ids, search.text, most)
        found.sort(key=lambda thing: _ORDER.index(thing.closeness))
        return found

    def _rows(
        self, kind: FoundKind, ids: Mapping[UUID, Closeness], text: str, most: int
    ) -> Sequence[FoundThing]:
        listed = self._lists[kind]
        rows = list(listed.rows_of(list(ids)[:most]))
        if len(rows) < most and kind in _RELATED:
            related = listed.page(PageRequest(limit=most, search=text))
            present = {row.id for row in rows}
            rows += [row for row in related if row.id not in present][: most - len(rows)]
        return [FoundThing(kind, ids.get(row.id, Closeness.RELATED), row) for row in rows]


def _closest(
    connection: Connection, search: Search, kind: FoundKind, *, most: int
) -> dict[UUID, Closeness]:
    """Ids by how close they are; the closest first."""
    code = joined(search.text)
    found: dict[UUID, Closeness] = {}
    if code:
        values = {"kind": kind.value, "code": code, "title": search.words, "most": most}
        for thing_id, is_exact in connection.execute(_BEGINNINGS, values):
            found.setdefault(thing_id, Closeness.EXACT if is_exact else Closeness.BEGINNING)
    if len(found) < most:
        for thing_id in newest(connection, search.asked, kind, most=most):
            found.setdefault(thing_id, Closeness.WORDS)
    return found


def _beginnings() -> Select[Any]:
    """The first codes and titles of a kind that begin as asked, exact ones before."""
    entry = search_entry.c
    firsts = []
    for key in (entry.code, entry.title):
        begun = bindparam(key.name, type_=key.type)
        inner = (
            select(entry.thing_id, key.label("key"), (key == begun).label("is_exact"))
            .where(entry.kind == bindparam("kind"), starts_with(key, begun))
            .order_by(key)
            .limit(bindparam("most"))
            .subquery()
        )
        firsts.append(select(inner))
    both = union_all(*firsts).subquery()
    return select(both.c.thing_id, both.c.is_exact).order_by(both.c.is_exact.desc(), both.c.key)


# Asked once for each kind at every key that is pressed: built once.
_BEGINNINGS = _beginnings()
