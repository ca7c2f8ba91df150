"""Two workstations that accept orders of one group at the same time."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import update

from otc_desktop.bootstrap import House
from otc_desktop.domain.sales.sales_order import OrderStatus, SalesOrder
from otc_desktop.persistence.tables.customers import customer as customer_table
from tests.support.credit import DAY, confirm, limit, take
from tests.support.line import house_on, set_up

_ROUNDS = 4


@pytest.mark.parametrize("second", ["C0001", "C0002"])
def test_only_one_of_two_orders_passes_under_the_limit(
    database_url: str, tmp_path: Path, second: str
) -> None:
    # Each alone keeps the limit, both together don't: of one customer, and of one group.
    first_desk = set_up(database_url, tmp_path, DAY)
    other_desk = house_on(database_url, DAY)
    head = first_desk.queries.credit_situation("C0001").file.customer_id
    with first_desk.engine.begin() as connection:
        connection.execute(
            update(customer_table).where(customer_table.c.code == "C0002").values(parent_id=head)
        )
    for round_number in range(1, _ROUNDS + 1):
        limit(first_desk, "C0001", str(600 * round_number + 300))
        orders = [take(first_desk, "C0001", "600"), take(first_desk, second, "600")]
        start = Barrier(2)

        def accept(desk: House, order: SalesOrder, start: Barrier = start) -> OrderStatus:
            start.wait()
            return confirm(desk, order).status

        with ThreadPoolExecutor(2) as pool:
            desks = (first_desk, other_desk)
            statuses = list(pool.map(accept, desks, orders))
        assert sorted(statuses) == [OrderStatus.CONFIRMED, OrderStatus.HELD], round_number
    first_desk.close()
    other_desk.close()
