"""The books moved from a file to a server and back: every row, every guard, one set of books."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.bootstrap import House, open_house
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.persistence.engine import open_engine
from tests.support.databases import PostgresServer
from tests.support.line import issue, set_up

DAY = date(2026, 3, 2)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = set_up(f"sqlite:///{tmp_path / 'books.sqlite'}", tmp_path, DAY)
    issue(made)
    yield made
    made.close()


@pytest.fixture
def server_url(postgres_server: PostgresServer) -> Iterator[str]:
    name = postgres_server.new_database()
    yield postgres_server.url_of(name)
    postgres_server.drop(name)


def opened(url: str) -> House:
    return open_house(database_url=url, today=DAY, user="test")


def refusal(action: object, *given: object) -> str:
    with pytest.raises(OtcError) as refused:
        action(*given)  # type: ignore[operator]
    return refused.value.code


def numbers(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT number FROM invoice ORDER BY number"))
        return list(rows.scalars())


def test_books_go_to_a_server_and_back_whole_guarded_and_only_once(
    house: House, server_url: str, tmp_path: Path
) -> None:
    moved = house.copies.move_to(server_url, SilentTask())
    assert moved.rows > 40
    assert refusal(house.require_current_schema) == "database.moved"
    assert refusal(house.copies.move_to, server_url, SilentTask()) == "database.moved"
    server = opened(server_url)
    second = issue(server, price="200.00").invoice.number
    assert numbers(server.engine) == ["F2026-00001", second] == ["F2026-00001", "F2026-00002"]
    back_url = f"sqlite:///{tmp_path / 'back.sqlite'}"
    server.copies.move_to(back_url, SilentTask())
    assert refusal(server.require_current_schema) == "database.moved"
    back = opened(back_url)
    assert numbers(back.engine) == ["F2026-00001", "F2026-00002"]
    assert issue(back).invoice.number == "F2026-00003"
    for each in (server, back):
        assert all(check.ok for check in each.queries.verification.run_checks(SilentTask()))
        with pytest.raises(DBAPIError, match="otc:immutable:invoice"), each.engine.begin() as bare:
            bare.execute(text("UPDATE invoice SET total_incl_tax_minor = 0"))
        with pytest.raises(IntegrityError), each.engine.begin() as bare:
            bare.execute(text("INSERT INTO search_key (key, word) VALUES ('a', 'no such word')"))
        each.close()


def test_a_copy_of_a_server_is_one_file_and_fills_an_empty_server(
    house: House, server_url: str, postgres_server: PostgresServer, tmp_path: Path
) -> None:
    house.copies.move_to(server_url, SilentTask())
    server = opened(server_url)
    copy = server.copies.back_up(tmp_path / "copies" / "server.sqlite")
    assert [file.name for file in copy.parent.iterdir()] == ["server.sqlite"]
    server.require_current_schema()
    assert refusal(server.copies.restore, copy) == "database.not_empty"
    other = postgres_server.new_database()
    again = opened(postgres_server.url_of(other))
    assert again.copies.restore(copy) is None
    assert numbers(again.engine) == numbers(server.engine)
    assert issue(again).invoice.number == "F2026-00002"
    server.close()
    again.close()
    postgres_server.drop(other)


def test_a_row_that_does_not_arrive_undoes_the_whole_move(
    house: House, server_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A character that PostgreSQL keeps in no text: the file took it, the server refuses it.
    with house.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE customer SET name = 'A' || char(0) || 'B'")
    with pytest.raises((OtcError, DBAPIError)):
        house.copies.move_to(server_url, SilentTask())
    house.require_current_schema()
    target = open_engine(server_url)
    with target.connect() as connection:
        tables = connection.execute(
            text("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        )
        assert tables.scalar_one() == 0
    target.dispose()
