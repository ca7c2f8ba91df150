"""Connections: one engine per database, with the settings that keep data safe."""

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from otc_desktop.domain.shared.errors import RuleError

_BUSY_TIMEOUT_SECONDS = 30
# Set on a connection that only reads: SQLite then takes no write lock.
READ_ONLY = "otc_read_only"


def open_engine(url: str, *, durable: bool = True) -> Engine:
    """An engine for `sqlite:///path` or `postgresql+psycopg://…`.

    Args:
        url: where the database is.
        durable: every commit is on the disk before it returns. Without, a power cut can
            lose the last ones (never break the books): for invented data only.

    Raises:
        RuleError: `database.bad_url`; the text of the URL is not repeated, for it can hold
            a password.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as problem:
        raise RuleError("database.bad_url") from problem
    backend = parsed.get_backend_name()
    if backend == "sqlite" and parsed.database:
        return _sqlite_engine(parsed, durable=durable)
    if backend == "postgresql":
        return create_engine(
            parsed.set(drivername="postgresql+psycopg"),
            connect_args={} if durable else {"options": "-c synchronous_commit=off"},
            isolation_level="READ COMMITTED",
            pool_pre_ping=True,
            pool_size=5,
        )
    raise RuleError("database.bad_url")


def _sqlite_engine(url: URL, *, durable: bool) -> Engine:
    engine = create_engine(url, connect_args={"timeout": _BUSY_TIMEOUT_SECONDS})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        # The driver must not begin transactions by itself: BEGIN IMMEDIATE is ours to say.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
        cursor.execute("PRAGMA foreign_keys = ON")
        # Without it REPLACE deletes a guarded row and no delete trigger hears of it.
        cursor.execute("PRAGMA recursive_triggers = ON")
        cursor.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_SECONDS * 1000}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer takes its lock at once: upgrading a read lock later can fail half-way.
        read_only = connection.get_execution_options().get(READ_ONLY, False)
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine
