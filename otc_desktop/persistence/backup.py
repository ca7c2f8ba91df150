"""A copy of a SQLite database made while it is in use, proved before it counts as one."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from otc_desktop.domain.shared.errors import ExternalError, RuleError
from otc_desktop.persistence.schema import refuse_newer

_PAGES_AT_A_TIME = 2_000
# How much of a name every copy of one database shares with the others.
_KEPT_COPIES = 14


def back_up(engine: Engine, target: Path) -> Path:
    """Copy the database to a new file; a copy that is not whole is never left under its name.

    Raises:
        RuleError: `backup.server_database` on PostgreSQL, `backup.file_exists`.
        ExternalError: `backup.not_written`, `backup.copy_damaged`.
    """
    source = _file_of(engine)
    if target.exists():
        raise RuleError("backup.file_exists", where="file", file=str(target))
    draft = target.with_name(f"{target.name}.part")
    try:
        draft.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        _copy(source, draft)
        _prove(draft)
        # It holds customers and their debts, as the books do.
        draft.chmod(0o600)
        draft.replace(target)
    except (OSError, sqlite3.Error) as problem:
        draft.unlink(missing_ok=True)
        raise ExternalError("backup.not_written", retryable=False, file=str(target)) from problem
    return target


def rotate(folder: Path, *, pattern: str, kept: int = _KEPT_COPIES) -> None:
    """Forget all but the newest copies; their names sort by time."""
    for old in sorted(folder.glob(pattern))[:-kept]:
        old.unlink(missing_ok=True)


def restore(engine: Engine, copy: Path, *, known: list[str], aside: Path) -> Path:
    """Put a copy in the place of the database; what stood there is kept beside it.

    Args:
        engine: of the database; nobody may be working in it.
        copy: the file made by `back_up`.
        known: the revisions this program knows.
        aside: where to keep what stands there now.

    Raises:
        RuleError: `backup.server_database`, `database.newer_schema`.
        ExternalError: `backup.not_a_backup`, `backup.not_written`.
    """
    target = _file_of(engine)
    if not copy.is_file():
        raise ExternalError("backup.not_a_backup", retryable=False, file=str(copy))
    try:
        refuse_newer(_prove(copy), known)
    except sqlite3.Error as problem:
        raise ExternalError("backup.not_a_backup", retryable=False, file=str(copy)) from problem
    engine.dispose()
    draft = target.with_name(f"{target.name}.part")
    try:
        draft.unlink(missing_ok=True)
        _copy(copy, draft)
        if target.exists():
            _copy(target, aside)
        for log in ("-wal", "-shm"):
            target.with_name(f"{target.name}{log}").unlink(missing_ok=True)
        draft.replace(target)
    except (OSError, sqlite3.Error) as problem:
        draft.unlink(missing_ok=True)
        raise ExternalError("backup.not_written", retryable=False, file=str(target)) from problem
    return aside


def _file_of(engine: Engine) -> Path:
    if engine.dialect.name != "sqlite" or not engine.url.database:
        raise RuleError("backup.server_database")
    return Path(engine.url.database)


def _copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(source, timeout=30)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new, pages=_PAGES_AT_A_TIME)
        # The copy stands alone: one file, without a log beside it.
        new.execute("PRAGMA journal_mode = DELETE")


def _prove(copy: Path) -> str:
    """Its revision, once every page and every link of the copy was read."""
    with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        strays = connection.execute("PRAGMA foreign_key_check").fetchone()
        if verdict != "ok" or strays is not None:
            raise ExternalError("backup.copy_damaged", retryable=False, file=str(copy))
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(revision)
