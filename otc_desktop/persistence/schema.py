"""Bringing a database to the schema of this program, and refusing a newer one."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from otc_desktop.domain.shared.errors import RuleError

# Any number: workstations that start together upgrade one after the other.
_UPGRADE_LOCK = 7_304_217


def upgrade(engine: Engine, migrations: Path) -> str:
    """Bring the database to the newest schema in one transaction; returns its revision.

    Raises:
        RuleError: `database.newer_schema` when another version of the program made it.
    """
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
        _refuse_newer(connection, migrations)
        command.upgrade(_config(migrations, connection), "head")
        return _revision(connection) or ""


def require_current(engine: Engine, migrations: Path) -> None:
    """Refuse to work on a database that is not at this program's schema.

    Raises:
        RuleError: `database.not_initialised`, `database.older_schema`,
            `database.newer_schema`.
    """
    with engine.connect() as connection:
        found = _revision(connection)
        if found is None:
            raise RuleError("database.not_initialised")
        _refuse_newer(connection, migrations)
        if found != _script(migrations).get_current_head():
            raise RuleError("database.older_schema", found=found)


def current_revision(engine: Engine) -> str | None:
    """The revision of the database, None for an empty one."""
    with engine.connect() as connection:
        return _revision(connection)


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_newer(connection: Connection, migrations: Path) -> None:
    found = _revision(connection)
    known = {revision.revision for revision in _script(migrations).walk_revisions()}
    if found is not None and found not in known:
        raise RuleError("database.newer_schema", found=found)


def _config(migrations: Path, connection: Connection | None = None) -> Config:
    config = Config()
    # A per cent sign in a path would be read as interpolation.
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _script(migrations: Path) -> ScriptDirectory:
    return ScriptDirectory.from_config(_config(migrations))
