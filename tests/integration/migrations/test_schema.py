"""The way from an empty database to this program's schema, and what is refused on it."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, Connection, Engine, inspect, text

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.persistence import migrate, schema
from otc_desktop.persistence.tables import metadata
from tests.support.databases import MIGRATIONS
from tests.support.guarded_rows import Books

FROM_ANOTHER_TIME = "9999"


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _head() -> str:
    (head,) = ScriptDirectory.from_config(_config()).get_heads()
    return head


def _set_revision(engine: Engine, revision: str) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :it"), {"it": revision})


def test_revisions_have_a_single_head() -> None:
    assert len(ScriptDirectory.from_config(_config()).get_heads()) == 1


def test_upgrade_from_empty_reaches_the_head_and_again_changes_nothing(empty: Engine) -> None:
    assert schema.current_revision(empty) is None
    assert migrate.upgrade(empty, MIGRATIONS) == _head()
    schema.require_current(empty, MIGRATIONS)
    assert migrate.upgrade(empty, MIGRATIONS) == _head()


def _is_declared(name: str | None, kind: str, _parents: object) -> bool:
    """The full-text index is each database's own: tables on SQLite, an index on PostgreSQL."""
    return not (kind in ("table", "index") and str(name).startswith("search_text"))


def test_migrated_schema_is_the_one_the_program_declares(empty: Engine) -> None:
    migrate.upgrade(empty, MIGRATIONS)
    with empty.connect() as connection:
        # SQLite writes defaults in words of its own; one database suffices to compare them.
        defaults = connection.dialect.name == "postgresql"
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "compare_server_default": defaults,
                "include_name": _is_declared,
            },
        )
        assert compare_metadata(context, metadata) == []


def test_migrated_schema_has_every_declared_check(empty: Engine) -> None:
    # Alembic's comparison passes over CHECK constraints.
    migrate.upgrade(empty, MIGRATIONS)
    found = inspect(empty)
    for table in metadata.sorted_tables:
        of_columns = [each for column in table.columns for each in column.constraints]
        declared = {
            str(each.name)
            for each in (*table.constraints, *of_columns)
            if isinstance(each, CheckConstraint)
        }
        present = {each["name"] for each in found.get_check_constraints(table.name)}
        assert declared == present, table.name


def test_downgrade_refuses_and_says_why(books: Books) -> None:
    with (
        books.engine.connect() as connection,
        pytest.raises(RuntimeError, match="restore a backup"),
    ):
        command.downgrade(_config(connection), "base")
    schema.require_current(books.engine, MIGRATIONS)


def test_empty_database_is_refused(empty: Engine) -> None:
    with pytest.raises(RuleError) as refusal:
        schema.require_current(empty, MIGRATIONS)
    assert refusal.value.code == "database.not_initialised"


def test_database_of_a_newer_program_is_refused_and_left_alone(books: Books) -> None:
    _set_revision(books.engine, FROM_ANOTHER_TIME)
    for refused in (schema.require_current, migrate.upgrade):
        with pytest.raises(RuleError) as refusal:
            refused(books.engine, MIGRATIONS)
        assert refusal.value.code == "database.newer_schema"
    assert schema.current_revision(books.engine) == FROM_ANOTHER_TIME
