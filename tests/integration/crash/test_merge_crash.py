"""A crash at any step of a merge leaves two files or one, and books that agree."""

from datetime import date
from pathlib import Path

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


def test_a_crash_at_any_step_leaves_nothing_half_merged(database_url: str, tmp_path: Path) -> None:
    house = set_up(database_url, tmp_path, DAY)
    issue(house, customer="C0001")
    issue(house, customer="C0002")
    before = _state(house)
    house.close()

    def merge() -> None:
        house_on(database_url, DAY).use_cases.run(
            merge_customers, MergeCustomers(keep="C0001", lose="C0002")
        )

    def part() -> None:
        house_on(database_url, DAY).use_cases.run(undo_merge, UndoMerge(keep="C0001", lose="C0002"))

    deaths = 0
    for _ in dies_at_every_step(merge):
        deaths += 1
        # Looking after each death costs more than dying.
        if deaths % 6 == 0:
            after = house_on(database_url, DAY)
            assert _state(after) == before
            after.close()
    assert deaths > 20, "merging takes more database steps than that"
    survivor = house_on(database_url, DAY)
    merged = _state(survivor)
    assert merged[:2] == (1, 1)
    assert merged[3] == 2
    assert failed_checks(survivor) == []
    survivor.close()
    if not database_url.startswith("sqlite"):
        return  # the same steps again: one database is enough for the way back
    for step in dies_at_every_step(part):
        if step % 6 == 0:
            after = house_on(database_url, DAY)
            assert _state(after) == merged
            after.close()
    survivor = house_on(database_url, DAY)
    assert _state(survivor)[:2] == (0, 0)
    assert failed_checks(survivor) == []
    survivor.close()
