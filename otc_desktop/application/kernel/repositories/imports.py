"""Remembered mappings of imported tables, as use cases load and save them."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from otc_desktop.application.kernel.import_mapping import ImportMapping


class ImportMappingRepository(Protocol):
    """Mappings, one a kind of table and set of headers."""

    def of_kind(self, kind: str) -> Sequence[ImportMapping]:
        """All mappings of one kind of import, by title."""

    def find(self, kind: str, signature: str) -> ImportMapping | None:
        """The mapping of files with these headers."""

    def add(self, mapping: ImportMapping, new_id: UUID) -> None:
        """A new mapping."""

    def save(self, mapping: ImportMapping, mapping_id: UUID) -> None:
        """A changed mapping."""

    def remove(self, mapping_id: UUID) -> ImportMapping:
        """Forget a mapping; NotFoundError `import.mapping_not_found`."""
