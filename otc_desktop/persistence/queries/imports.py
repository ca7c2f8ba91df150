"""Remembered mappings of imported tables, as settings list them."""

from sqlalchemy import Engine, select

from otc_desktop.application.kernel.import_mapping import ImportMapping
from otc_desktop.persistence.queries.reading import reading
from otc_desktop.persistence.repositories.imports import mapping_of
from otc_desktop.persistence.tables.imports import import_mapping as table


def import_mappings(engine: Engine, kind: str) -> list[ImportMapping]:
    """The mappings of one kind of import, by title."""
    query = select(table).where(table.c.kind == kind).order_by(table.c.title, table.c.id)
    with reading(engine) as connection:
        return [mapping_of(row) for row in connection.execute(query).mappings()]
