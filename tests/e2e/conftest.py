"""Databases for the tests of this folder."""

from tests.support.databases import (
    database_url,
    empty_database_url,
    engine,
    postgres_server,
    postgresql_engine,
    sqlite_engine,
)

__all__ = [
    "database_url",
    "empty_database_url",
    "engine",
    "postgres_server",
    "postgresql_engine",
    "sqlite_engine",
]
