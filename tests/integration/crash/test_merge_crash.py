"""A crash at any step of a merge leaves two files or one, and books that agree."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from otc_desktop.application.customers.merge_customers import MergeCustomers, merge_customers
from otc_desktop.application.customers.undo_merge import UndoMerge, undo_merge
from otc_desktop.bootstrap import House
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.merges import customer_merge, customer_merge_move
from otc_desktop.persistence.tables.receivables import open_item
from tests.support.dying import dies_at_every_step
from tests.support.goods import failed_checks
from tests.support.line import house_on, issue, set_up

DAY = date(2026, 11, 20)
_LOOK_AFTER = 6


def _state(house: House) -> tuple[int, int, int, int]:
    """Merged files, merges, rows moved, and items of the file that is kept."""
    with house.engine.connect() as connection:

        def count(query: object) -> int:
            return int(connection.execute(query).scalar_one())  # type: ignore[call-overload]

        kept = select(customer.c.id).where(customer.c.code == "C0001").scalar_subquery()
        everything = select(func.count())
        return (
            count(everything.select_from(customer).where(customer.c.merged_into_id.is_not(None))),
            count(
                everything.select_from(customer_merge).where(customer_merge.c.undone_at.is_(None))
            ),
            count(everything.select_from(customer_merge_move)),
            count(everything.select_from(open_item).where(open_item.c.customer_id == kept)),
        )


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> House:
    house = set_up(database_url, tmp_path, DAY)
    issue(house, customer="C0001")
    issue(house, customer="C0002")
    return house


def _merge(url: str) -> None:
    command = MergeCustomers(keep="C0001", lose="C0002")
    house_on(url, DAY).use_cases.run(merge_customers, command)


def _part(url: str) -> None:
    command = UndoMerge(keep="C0001", lose="C0002")
    house_on(url, DAY).use_cases.run(undo_merge, command)


def _dies_without_a_trace(url: str, work: Callable[[str], None]) -> None:
    """The work dies at every step, and leaves the books as they were until it lives."""
    before = _seen(url)
    deaths = 0
    for _ in dies_at_every_step(lambda: work(url)):
        deaths += 1
        # Looking after each death costs more than dying.
        if deaths % _LOOK_AFTER == 0:
            assert _seen(url) == before
    assert deaths > 20, "merging takes more database steps than that"
    assert _seen(url) != before


def _seen(url: str) -> tuple[int, int, int, int]:
    house = house_on(url, DAY)
    state = _state(house)
    house.close()
    return state


# Each way is one transaction, so that one database is enough for each.
def test_a_crash_at_any_step_leaves_nothing_half_merged(house: House, database_url: str) -> None:
    if database_url.startswith("sqlite"):
        pytest.skip("the way there is tried on PostgreSQL, the way back here")
    house.close()
    _dies_without_a_trace(database_url, _merge)
    survivor = house_on(database_url, DAY)
    assert _state(survivor)[:2] == (1, 1)
    assert _state(survivor)[3] == 2
    assert failed_checks(survivor) == []
    survivor.close()


def test_a_crash_at_any_step_leaves_nothing_half_undone(house: House, database_url: str) -> None:
    if not database_url.startswith("sqlite"):
        pytest.skip("the way back is tried on SQLite, the way there here")
    house.close()
    _merge(database_url)
    _dies_without_a_trace(database_url, _part)
    survivor = house_on(database_url, DAY)
    assert _state(survivor)[:2] == (0, 0)
    assert _state(survivor)[3] == 1
    assert failed_checks(survivor) == []
    survivor.close()
