"""Which schema a database has, and refusing one that this program does not know."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.persistence.failures import translated

# In the place of a revision: these books were moved, and the company's own are elsewhere.
_MOVED = "moved"


def require_current(engine: Engine, migrations: Path) -> None:
    """Refuse to work on a database that is not at this program's schema.

    Raises:
        RuleError: `database.not_initialised`, `database.older_schema`,
            `database.newer_schema`, `database.moved`.
        ExternalError: `database.unreachable`, `database.cannot_open`, `database.damaged`.
    """
    found = current_revision(engine)
    if found is None:
        raise RuleError("database.not_initialised")
    revisions = known_revisions(migrations)
    refuse_newer(found, revisions)
    if found != revisions[-1]:
        raise RuleError("database.older_schema", found=found)


def current_revision(engine: Engine) -> str | None:
    """The revision of the database, None for an empty one or a file that is not there."""
    if _is_missing_file(engine):
        return None
    try:
        with engine.connect() as connection:
            return revision_of(connection)
    except DBAPIError as problem:
        raise translated(problem) or problem from problem


def revision_of(connection: Connection) -> str | None:
    """The revision that Alembic noted in the database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def known_revisions(migrations: Path) -> list[str]:
    """The revisions of this program, oldest first: the numbers their files begin with.

    Read from the file names, for Alembic takes a tenth of a second to load and most starts
    of the program have nothing to migrate.
    """
    files = (migrations / "versions").glob("[0-9]*_*.py")
    return sorted(file.name.partition("_")[0] for file in files)


def refuse_newer(found: str, revisions: list[str]) -> None:
    """Refuse a database that a later version of the program made.

    Raises:
        RuleError: `database.newer_schema`, `database.moved`.
    """
    if found == _MOVED:
        raise RuleError("database.moved")
    if found not in revisions:
        raise RuleError("database.newer_schema", found=found)


def mark_moved(connection: Connection) -> None:
    """Close these books for good: no program of any version works on them again."""
    connection.execute(text("UPDATE alembic_version SET version_num = :moved"), {"moved": _MOVED})


def _is_missing_file(engine: Engine) -> bool:
    """Whether looking at it would make it: SQLite creates the file it is asked to open."""
    file = engine.url.database
    return engine.dialect.name == "sqlite" and bool(file) and not Path(str(file)).exists()
