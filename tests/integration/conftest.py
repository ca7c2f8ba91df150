"""Databases for the tests of this folder."""

from tests.support.databases import (
    database_url,
    engine,
    postgres_server,
    postgresql_engine,
    sqlite_engine,
    sqlite_template,
)

__all__ = [
    "database_url",
    "engine",
    "postgres_server",
    "postgresql_engine",
    "sqlite_engine",
    "sqlite_template",
]
