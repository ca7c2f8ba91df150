"""Fresh databases for tests, alike on SQLite and on a real PostgreSQL server.

Register the fixtures by importing them in a `conftest.py`.
"""

import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.engine import make_url

from otc_desktop.persistence import migrate
from otc_desktop.persistence.engine import open_engine

MIGRATIONS = Path(__file__).parents[2] / "migrations"
_TEMPLATE = "otc_template"


@dataclass(slots=True)
class PostgresServer:
    """A server of this test session, and the databases made on it."""

    admin: Engine
    url_of: Callable[[str], str]
    _numbers: "itertools.count[int]" = field(default_factory=itertools.count)
    _template_made: bool = False

    def new_database(self, *, template: str = "template0") -> str:
        """A new database; returns its name."""
        name = f"otc_{next(self._numbers)}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def new_upgraded_database(self) -> str:
        """A new database of the newest schema; the migrations run once a session."""
        if not self._template_made:
            self._run(f"CREATE DATABASE {_TEMPLATE} TEMPLATE template0")
            _upgrade(self.url_of(_TEMPLATE))
            self._template_made = True
        return self.new_database(template=_TEMPLATE)

    def drop(self, name: str) -> None:
        """Remove a database, whoever is still connected."""
        self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def _run(self, statement: str) -> None:
        with self.admin.connect() as connection:
            connection.execute(text(statement))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A PostgreSQL of its own for the session, in a short path: sockets allow 107 characters."""
    pgserver = pytest.importorskip("pgserver", reason="no PostgreSQL binaries for this Python")
    folder = Path(tempfile.mkdtemp(prefix="otc-pg-"))
    server: Any = pgserver.get_server(folder, cleanup_mode="stop")

    def url_of(name: str) -> str:
        url = make_url(server.get_uri(name)).set(drivername="postgresql+psycopg")
        return url.render_as_string(hide_password=False)

    admin = create_engine(url_of("postgres"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        # Nobody needs these databases after a power cut; PostgreSQL's promises to clients stay.
        connection.execute(text("ALTER SYSTEM SET fsync = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    yield PostgresServer(admin, url_of)
    admin.dispose()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@cache
def _sqlite_template() -> bytes:
    """A SQLite file of the newest schema; the migrations run once a process."""
    with tempfile.TemporaryDirectory(prefix="otc-template-") as folder:
        path = Path(folder) / "otc.db"
        _upgrade(f"sqlite:///{path}")
        return path.read_bytes()


def new_sqlite_file(path: Path) -> str:
    """Make a SQLite file of the newest schema that holds no row; returns its URL."""
    path.write_bytes(_sqlite_template())
    return f"sqlite:///{path}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database of the newest schema that holds no row."""
    if request.param == "sqlite":
        yield new_sqlite_file(tmp_path / "otc.db")
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    name = server.new_upgraded_database()
    yield server.url_of(name)
    server.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database that holds nothing yet, not even the schema."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'otc.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    name = server.new_database()
    yield server.url_of(name)
    server.drop(name)


@pytest.fixture
def sqlite_engine(tmp_path: Path) -> Iterator[Engine]:
    """The application's engine on a SQLite file of the newest schema."""
    engine = open_engine(new_sqlite_file(tmp_path / "upgraded.db"))
    yield engine
    engine.dispose()


@pytest.fixture
def postgresql_engine(postgres_server: PostgresServer) -> Iterator[Engine]:
    """The application's engine on a PostgreSQL database of the newest schema."""
    name = postgres_server.new_upgraded_database()
    engine = open_engine(postgres_server.url_of(name))
    yield engine
    engine.dispose()
    postgres_server.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """The application's engine on a database of the newest schema, on each kind in turn."""
    found: Engine = request.getfixturevalue(f"{request.param}_engine")
    return found


def _upgrade(url: str) -> None:
    engine = open_engine(url)
    migrate.upgrade(engine, MIGRATIONS)
    engine.dispose()
