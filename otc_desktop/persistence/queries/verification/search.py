"""Whether the search index holds what it should."""

from sqlalchemy import Connection, select, text

from otc_desktop.domain.shared.search_words import once_each
from otc_desktop.persistence.queries.verification.streaming import Offenders
from otc_desktop.persistence.search_index import missing_words
from otc_desktop.persistence.search_rules import SEARCH_RULES
from otc_desktop.persistence.tables.search import search_entry

_ROWS_AT_ONCE = 1_000
_PARTS = ("kind", "code", "title", "words")


def wrong_entries(connection: Connection) -> Offenders:
    """Things that the search misses or knows otherwise, and entries of things long gone."""
    expected = 0
    for table, rule in SEARCH_RULES.items():
        columns = [table.c[name] for name in once_each(("id", *rule.columns))]
        query = (
            select(
                *columns,
                search_entry.c.thing_id.label("indexed_id"),
                *(search_entry.c[name].label(f"indexed_{name}") for name in _PARTS),
            )
            .outerjoin(search_entry, search_entry.c.thing_id == table.c.id)
            .execution_options(yield_per=_ROWS_AT_ONCE)
        )
        for rows in connection.execute(query).mappings().partitions(_ROWS_AT_ONCE):
            words: set[str] = set()
            for row in rows:
                entry = rule.entry(row)
                if entry is None:
                    if row["indexed_id"] is not None:
                        yield f"{rule.kind.value} {row['id']}"
                    continue
                expected += 1
                words |= rule.spelt_words(row)
                if any(entry[name] != row[f"indexed_{name}"] for name in _PARTS):
                    yield f"{rule.kind.value} {row['id']}"
            for word in missing_words(connection, words):
                yield f"{rule.kind.value}: {word}"
    entries = connection.execute(text("SELECT count(*) FROM search_entry")).scalar_one()
    if entries != expected:
        yield f"{entries} ≠ {expected}"
    if connection.dialect.name == "sqlite":
        indexed = connection.execute(text("SELECT count(*) FROM search_text_docsize")).scalar_one()
        if indexed != entries:
            yield f"{indexed} ≠ {entries}"
