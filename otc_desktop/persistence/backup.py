"""A copy of the books in one SQLite file, made while they are in use, and proved to be one."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from otc_desktop.domain.shared.errors import ExternalError, RuleError
from otc_desktop.persistence.engine import open_engine
from otc_desktop.persistence.migrate import upgrade
from otc_desktop.persistence.relocation import copy_books
from otc_desktop.persistence.schema import known_revisions, refuse_newer

_PAGES_AT_A_TIME = 2_000
# A copy stands alone, without a log beside it.
_ONE_FILE = "PRAGMA journal_mode = DELETE"


def back_up(engine: Engine, target: Path, migrations: Path) -> Path:
    """Copy the books to a new file; a copy that is not whole is never left under its name.

    From a server every row is copied into a file of the same schema, as of one moment.

    Raises:
        RuleError: `backup.file_exists`.
        ExternalError: `backup.not_written`, `backup.copy_damaged`, `database.copy_differs`.
    """
    if target.exists():
        raise RuleError("backup.file_exists", where="file", file=str(target))
    draft = target.with_name(f"{target.name}.part")
    try:
        draft.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        if is_file(engine):
            _copy(_file_of(engine), draft)
        else:
            _copy_server(engine, draft, migrations)
        prove(draft)
        # It holds customers and their debts, as the books do.
        draft.chmod(0o600)
        draft.replace(target)
    except (OSError, sqlite3.Error) as problem:
        draft.unlink(missing_ok=True)
        raise ExternalError("backup.not_written", retryable=False, file=str(target)) from problem
    return target


def restore(engine: Engine, copy: Path, migrations: Path, *, aside: Path) -> Path | None:
    """Put a copy in the place of the books.

    Args:
        engine: of the database; nobody may be working in it.
        copy: the file made by `back_up`.
        migrations: the schema's steps that this program knows.
        aside: where to keep what stands in the file now; a server has to be empty.

    Returns:
        Where what stood there is kept; None where nothing did.

    Raises:
        RuleError: `database.newer_schema`, `database.moved`; `database.not_empty` on a server.
        ExternalError: `backup.not_a_backup`, `backup.not_written`.
    """
    if not copy.is_file():
        raise ExternalError("backup.not_a_backup", retryable=False, file=str(copy))
    try:
        refuse_newer(prove(copy), known_revisions(migrations))
    except sqlite3.Error as problem:
        raise ExternalError("backup.not_a_backup", retryable=False, file=str(copy)) from problem
    engine.dispose()
    try:
        if is_file(engine):
            return _restore_file(_file_of(engine), copy, aside)
        _restore_server(engine, copy, aside.with_suffix(".part"), migrations)
    except (OSError, sqlite3.Error) as problem:
        raise ExternalError("backup.not_written", retryable=False, file=str(aside)) from problem
    return None


def prove(copy: Path) -> str:
    """Its revision, once every page and every link of the copy was read.

    Raises:
        ExternalError: `backup.copy_damaged`.
        sqlite3.Error: it is no database at all.
    """
    with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        strays = connection.execute("PRAGMA foreign_key_check").fetchone()
        if verdict != "ok" or strays is not None:
            raise ExternalError("backup.copy_damaged", retryable=False, file=str(copy))
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(revision)


def is_file(engine: Engine) -> bool:
    """Whether the books are one SQLite file."""
    return engine.dialect.name == "sqlite"


def _file_of(engine: Engine) -> Path:
    return Path(str(engine.url.database))


def _restore_file(target: Path, copy: Path, aside: Path) -> Path | None:
    draft = target.with_name(f"{target.name}.part")
    draft.unlink(missing_ok=True)
    try:
        _copy(copy, draft)
        kept = None
        if target.exists():
            kept = _keep(target, aside)
        for log in ("-wal", "-shm"):
            target.with_name(f"{target.name}{log}").unlink(missing_ok=True)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return kept


def _keep(target: Path, aside: Path) -> Path:
    try:
        _copy(target, aside)
    except sqlite3.DatabaseError:
        # Damaged books are the very reason to restore: kept byte by byte for whoever repairs them.
        aside.unlink(missing_ok=True)
        shutil.copy2(target, aside)
    return aside


def _restore_server(engine: Engine, copy: Path, draft: Path, migrations: Path) -> None:
    draft.unlink(missing_ok=True)
    _copy(copy, draft)
    books = open_engine(f"sqlite:///{draft}", durable=False)
    try:
        upgrade(books, migrations)
        copy_books(books, engine, migrations, leave=False)
    finally:
        books.dispose()
        for log in ("", "-wal", "-shm"):
            draft.with_name(f"{draft.name}{log}").unlink(missing_ok=True)


def _copy_server(engine: Engine, draft: Path, migrations: Path) -> None:
    books = open_engine(f"sqlite:///{draft}", durable=False)
    try:
        copy_books(engine, books, migrations, leave=False)
    finally:
        books.dispose()
    with closing(sqlite3.connect(draft)) as alone:
        alone.execute(_ONE_FILE)


def _copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(source, timeout=30)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new, pages=_PAGES_AT_A_TIME)
        new.execute(_ONE_FILE)
