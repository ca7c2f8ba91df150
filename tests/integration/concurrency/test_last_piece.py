"""Four workstations deliver the same product: nobody takes a piece that is not there."""

import subprocess
import sys
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

from otc_desktop.application.stock.count_stock import CountStock, count_stock
from tests.support.goods import confirmed_order, failed_checks, on_hand
from tests.support.line import set_up

DAY = date(2026, 11, 20)
ROOT = Path(__file__).parents[3]
WORKERS, ORDERS_EACH, PIECES = 4, 6, 10


def test_the_last_piece_leaves_once(database_url: str, tmp_path: Path) -> None:
    house = set_up(database_url, tmp_path, DAY)
    house.use_cases.run(count_stock, CountStock(counted={"P-01": Decimal(PIECES)}))
    orders = [
        confirmed_order(house, ("P-01", "1"), customer=f"C000{1 + place % 2}")
        for place in range(WORKERS * ORDERS_EACH)
    ]
    running = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.support.delivery_worker",
                database_url,
                DAY.isoformat(),
                *orders[place::WORKERS],
            ],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for place in range(WORKERS)
    ]
    fates: Counter[str] = Counter()
    for worker in running:
        said, complaints = worker.communicate(timeout=300)
        assert worker.returncode == 0, complaints
        fates.update(said.split())
    assert fates == {
        "delivered": PIECES,
        "stock.not_enough": WORKERS * ORDERS_EACH - PIECES,
    }
    assert on_hand(house, "P-01") == 0
    assert failed_checks(house) == []
    house.close()
