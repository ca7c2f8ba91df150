"""Small books, made once for each kind of database and copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from otc_desktop.persistence.engine import open_engine
from otc_desktop.persistence.queries.registry import SqlQueries
from tests.support.databases import PostgresServer
from tests.support.small_books import LATE, fill_small_books


@pytest.fixture(scope="session")
def sqlite_books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the small books."""
    folder = tmp_path_factory.mktemp("books")
    fill_small_books(f"sqlite:///{folder / 'books.db'}", folder)
    return folder / "books.db"


@pytest.fixture(scope="session")
def postgresql_books(
    postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory
) -> str:
    """The name of a PostgreSQL database with the small books."""
    name = postgres_server.new_upgraded_database()
    fill_small_books(postgres_server.url_of(name), tmp_path_factory.mktemp("books"))
    return name


@pytest.fixture(params=["sqlite", "postgresql"])
def books(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A copy of the small books that a test may spoil."""
    if request.param == "sqlite":
        path = tmp_path / "copy.db"
        shutil.copy(request.getfixturevalue("sqlite_books"), path)
        engine = open_engine(f"sqlite:///{path}")
        yield engine
        engine.dispose()
        return
    template: str = request.getfixturevalue("postgresql_books")
    server: PostgresServer = request.getfixturevalue("postgres_server")
    name = server.new_database(template=template)
    engine = open_engine(server.url_of(name))
    yield engine
    engine.dispose()
    server.drop(name)


@pytest.fixture
def queries(books: Engine) -> SqlQueries:
    """The read side of the small books, on the last of their days."""
    return SqlQueries(books, today=lambda: LATE)
