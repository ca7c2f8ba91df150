"""Copies of the books: made, sealed, rotated, put back; and the books moved elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from otc_desktop.adapters.platform.single_instance import WindowLock
from otc_desktop.adapters.storage.sealed_copy import (
    SEALED_SUFFIX,
    is_sealed,
    require_passphrase,
    seal,
    unseal,
)
from otc_desktop.application.kernel.ports import Secrets
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.scheduling.copies import BooksCopy, Moved
from otc_desktop.domain.scheduling.kept_copies import kept_copies
from otc_desktop.domain.shared.errors import ExternalError
from otc_desktop.persistence import backup
from otc_desktop.persistence.engine import open_engine
from otc_desktop.persistence.relocation import copy_books

BACKUP_PURPOSE = "backup"
_PLAIN_SUFFIX = ".sqlite"
_STAMP = "%Y%m%d-%H%M%S"
_SCRATCH_FILE = "books.sqlite"


class DatabaseCopies:
    """The copies of one database.

    Args:
        engine: of the books.
        file: their file, None on a server.
        name: what their copies are named after.
        folder: where the scheduled copies go.
        migrations: the schema's steps.
        secrets: where the passphrase of sealed copies is kept.
        now: the workstation's clock.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        file: Path | None,
        name: str,
        folder: Path,
        migrations: Path,
        secrets: Secrets,
        now: Callable[[], datetime],
    ) -> None:
        self._engine = engine
        self._file = file
        self._name = name
        self.folder = folder
        self._migrations = migrations
        self._secrets = secrets
        self._now = now

    def back_up(self, target: Path, *, passphrase: str = "") -> Path:
        """Copy the books to a new file, in use or not; sealed where a passphrase is given."""
        if not passphrase:
            return backup.back_up(self._engine, target, self._migrations)
        require_passphrase(passphrase)
        with _scratch(target.parent) as scratch:
            plain = backup.back_up(self._engine, scratch / _SCRATCH_FILE, self._migrations)
            seal(plain, target, passphrase)
        return target

    def back_up_today(self) -> Path:
        """One more copy in the folder of copies, sealed where a passphrase is kept; old ones go."""
        passphrase = self.passphrase()
        suffix = SEALED_SUFFIX if passphrase else _PLAIN_SUFFIX
        target = self.folder / f"{self._name}-{self._now():{_STAMP}}{suffix}"
        made = self.back_up(target, passphrase=passphrase)
        kept = kept_copies(copy.made_at for copy in self.made())
        for copy in self.made():
            if copy.made_at not in kept:
                copy.file.unlink(missing_ok=True)
        return made

    def back_up_before_upgrade(self, revision: str) -> None:
        """Keep the file as an older version of the program knew it; a server's is its own."""
        if self._file is None:
            return
        target = self.folder / f"{self._name}-schema-{revision}{_PLAIN_SUFFIX}"
        if not target.exists():
            backup.back_up(self._engine, target, self._migrations)

    def made(self) -> list[BooksCopy]:
        """The copies in the folder of copies, the newest first."""
        found = []
        for file in self.folder.glob(f"{self._name}-*"):
            stamp = file.stem.removeprefix(f"{self._name}-")
            if file.suffix not in (SEALED_SUFFIX, _PLAIN_SUFFIX):
                continue
            try:
                made_at = datetime.strptime(stamp, _STAMP).replace(tzinfo=self._now().tzinfo)
            except ValueError:
                continue
            sealed = file.suffix == SEALED_SUFFIX
            found.append(
                BooksCopy(file=file, made_at=made_at, size=file.stat().st_size, sealed=sealed)
            )
        return sorted(found, key=lambda copy: copy.made_at, reverse=True)

    def restore(self, copy: Path, *, passphrase: str = "") -> Path | None:
        """Put a copy in the place of the books; where what stood there is kept."""
        place = self.folder.parent if self._file is None else self._file.parent
        aside = place / f"before-restore-{self._now():{_STAMP}}{_PLAIN_SUFFIX}"
        with _scratch(place) as scratch:
            plain = copy
            if is_sealed(copy):
                plain = scratch / _SCRATCH_FILE
                unseal(copy, plain, passphrase or self.passphrase())
            if self._file is None:
                return backup.restore(self._engine, plain, self._migrations, aside=aside)
            with WindowLock(self._file):
                return backup.restore(self._engine, plain, self._migrations, aside=aside)

    def move_to(self, database_url: str, task: Task) -> Moved:
        """Move the books into an empty database, each row compared; here they are closed."""
        target = open_engine(database_url)
        try:
            moved = copy_books(
                self._engine, target, self._migrations, leave=True, progress=task.progress
            )
        finally:
            target.dispose()
        return Moved(tables=len(moved.tables), rows=moved.rows)

    def passphrase(self) -> str:
        """The one that seals the scheduled copies; empty where none is or can be kept."""
        try:
            return self._secrets.get(BACKUP_PURPOSE, self._name) or ""
        except ExternalError as problem:
            if problem.code != "secrets.no_keyring":
                raise
            return ""

    def keep_passphrase(self, passphrase: str) -> None:
        """Seal the scheduled copies from now on; an empty one leaves them open."""
        if passphrase:
            require_passphrase(passphrase)
        self._secrets.put(BACKUP_PURPOSE, self._name, passphrase)


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """A folder that is gone afterwards, beside the copy: on the same disk, with the same rights."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        made = TemporaryDirectory(prefix=".otc-", dir=folder)
    except OSError as problem:
        raise ExternalError("backup.not_written", retryable=False, file=str(folder)) from problem
    with made as name:
        yield Path(name)
