"""Bringing a database to the schema of this program."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from otc_desktop.persistence import search_index
from otc_desktop.persistence.failures import translated
from otc_desktop.persistence.schema import known_revisions, refuse_newer, revision_of

if TYPE_CHECKING:
    from alembic.config import Config

# Any number: workstations that start together upgrade one after the other.
_UPGRADE_LOCK = 7_304_217


def upgrade(engine: Engine, migrations: Path) -> str:
    """Bring the database to the newest schema in one transaction; returns its revision.

    Raises:
        RuleError: `database.newer_schema` when another version of the program made it.
        ExternalError: `database.unreachable`, `database.cannot_open`, `database.disk_full` …
    """
    try:
        with engine.begin() as connection:
            return upgrade_within(connection, migrations)
    except DBAPIError as problem:
        raise translated(problem) or problem from problem


def upgrade_within(connection: Connection, migrations: Path) -> str:
    """The same as one step of a longer transaction."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
    revisions = known_revisions(migrations)
    found = revision_of(connection)
    if found is not None:
        refuse_newer(found, revisions)
    if found != revisions[-1]:
        # A tenth of a second that most starts of the program have no need of.
        from alembic import command

        command.upgrade(alembic_config(migrations, connection), "head")
        if found is not None:
            # A newer program may find things by more than they were found by.
            search_index.rebuild(connection)
    return revisions[-1]


def alembic_config(migrations: Path, connection: Connection | None = None) -> "Config":
    """Alembic's settings around an open connection."""
    from alembic.config import Config

    config = Config()
    # A per cent sign in a path would be read as interpolation.
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
