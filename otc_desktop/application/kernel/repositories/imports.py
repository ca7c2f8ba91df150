"""Remembered mappings of imported tables, as use cases load and save them."""

from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedFolder:
    """A folder that one machine watches for bank statements.

    `account` is the account of files that name none; empty lets the program decide.
    """

    id: UUID
    workstation: str
    path: str
    account: str = ""
    version: int = 1


class WatchedFolderRepository(Protocol):
    """Watched folders, at most one a machine."""

    def find(self, workstation: str) -> WatchedFolder | None:
        """The folder of a machine."""

    def add(self, folder: WatchedFolder) -> None:
        """A new one."""

    def save(self, folder: WatchedFolder) -> None:
        """A changed one."""

    def remove(self, folder: WatchedFolder) -> None:
        """Watch it no more."""
