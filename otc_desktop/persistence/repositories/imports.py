"""Mappings of imported tables."""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, delete, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.import_mapping import (
    DateOrder,
    DecimalMark,
    ImportMapping,
)
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.imports import import_mapping as table


class SqlImportMappingRepository:
    """Mappings of a database, one a kind of table and set of headers."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_kind(self, kind: str) -> Sequence[ImportMapping]:
        """All mappings of one kind of import."""
        query = select(table).where(table.c.kind == kind).order_by(table.c.title, table.c.id)
        return [mapping_of(row) for row in self._session.rows(query)]

    def find(self, kind: str, signature: str) -> ImportMapping | None:
        """The mapping of files with these headers."""
        row = self._session.one(
            select(table).where((table.c.kind == kind) & (table.c.signature == signature))
        )
        return None if row is None else mapping_of(row)

    def add(self, mapping: ImportMapping, new_id: UUID) -> None:
        """A new mapping."""
        self._session.insert(table, {"id": new_id, "version": 1, **_values(mapping)})
        self._session.topics.add(Topic.COMPANY)

    def save(self, mapping: ImportMapping, mapping_id: UUID) -> None:
        """A changed mapping."""
        self._session.update_versioned(table, mapping_id, mapping.version, _values(mapping))
        self._session.topics.add(Topic.COMPANY)

    def remove(self, mapping_id: UUID) -> ImportMapping:
        """Forget a mapping; NotFoundError `import.mapping_not_found`."""
        row = self._session.by_id(table, mapping_id, lock=True)
        if row is None:
            raise NotFoundError("import.mapping_not_found", id=str(mapping_id))
        self._session.connection.execute(delete(table).where(table.c.id == mapping_id))
        self._session.changes.append(
            {"table": table.name, "id": mapping_id, "before": dict(row), "after": None}
        )
        self._session.topics.add(Topic.COMPANY)
        return mapping_of(row)


def _values(mapping: ImportMapping) -> dict[str, Any]:
    content = {
        "titles": mapping.titles,
        "columns": mapping.columns,
        "constants": dict(mapping.constants),
        "dates": mapping.dates.value,
        "decimals": mapping.decimals.value,
    }
    return {
        "kind": mapping.kind,
        "signature": mapping.signature,
        "title": mapping.title,
        "content": json.dumps(content, ensure_ascii=False, sort_keys=True),
    }


def mapping_of(row: RowMapping) -> ImportMapping:
    """A mapping from its row."""
    content = json.loads(row["content"])
    return ImportMapping(
        id=row["id"],
        kind=row["kind"],
        title=row["title"],
        titles=tuple(content["titles"]),
        columns=tuple(content["columns"]),
        constants=content["constants"],
        dates=DateOrder(content["dates"]),
        decimals=DecimalMark(content["decimals"]),
        version=row["version"],
    )
