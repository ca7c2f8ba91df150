"""Copies of the books as the window and the console see them; bootstrap hands them over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from otc_desktop.application.kernel.task import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class BooksCopy:
    """One copy in the folder of copies; `size` in bytes."""

    file: Path
    made_at: datetime
    size: int
    sealed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The books stand elsewhere now; each row was compared."""

    tables: int
    rows: int


class Copies(Protocol):
    """Copies of the books: made, put back; and the books moved elsewhere."""

    @property
    def folder(self) -> Path:
        """Where the scheduled copies go."""
        ...

    def back_up(self, target: Path, *, passphrase: str = "") -> Path:
        """Copy the books to a new file, in use or not; sealed where a passphrase is given.

        The copy is read back whole before it gets its name; a sealed one is opened again.

        Raises:
            RuleError: `backup.file_exists`, `backup.short_passphrase`.
            ExternalError: `backup.not_written`, `backup.copy_damaged`.
        """
        ...

    def back_up_today(self) -> Path:
        """One more copy in the folder of copies, sealed where a passphrase is kept; old ones go."""
        ...

    def back_up_before_upgrade(self, revision: str) -> None:
        """Keep the file as an older version of the program knew it; a server's is its own."""
        ...

    def made(self) -> Sequence[BooksCopy]:
        """The copies in the folder of copies, the newest first."""
        ...

    def restore(self, copy: Path, *, passphrase: str = "") -> Path | None:
        """Put a copy in the place of the books; where what stood there is kept.

        Raises:
            RuleError: `backup.wrong_passphrase`, `database.newer_schema`; `database.not_empty`
                on a server.
            ConflictError: `program.already_open` while a window shows the books.
            ExternalError: `backup.not_a_backup`, `backup.not_written`.
        """
        ...

    def move_to(self, database_url: str, task: Task) -> Moved:
        """Move the books into an empty database, each row compared; here they are closed.

        Raises:
            RuleError: `database.bad_url`, `database.not_empty`.
            ExternalError: `database.copy_differs`, `database.busy`, `database.unreachable` …
        """
        ...

    def passphrase(self) -> str:
        """The one that seals the scheduled copies; empty where none is kept.

        Raises:
            ExternalError: `secrets.locked`.
        """
        ...

    def keep_passphrase(self, passphrase: str) -> None:
        """Seal the scheduled copies from now on; an empty one leaves them open.

        Raises:
            RuleError: `backup.short_passphrase`.
            ExternalError: `secrets.no_keyring`, `secrets.locked`, `secrets.not_stored`.
        """
        ...
