"""Databases that a test may spoil."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from otc_desktop.persistence.engine import open_engine
from tests.support.guarded_rows import Books, fill


@pytest.fixture
def empty(empty_database_url: str) -> Iterator[Engine]:
    """The application's engine on a database that holds nothing."""
    engine = open_engine(empty_database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def books(engine: Engine) -> Books:
    """The newest schema with one of everything in it."""
    return fill(engine)
