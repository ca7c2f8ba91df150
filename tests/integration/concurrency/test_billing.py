"""Batches of billing: two at once, and one that is killed, make each invoice once."""

import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from tests.support.goods import confirmed_order, delivered, failed_checks
from tests.support.line import set_up

DAY = date(2026, 11, 20)
ROOT = Path(__file__).parents[3]
DELIVERIES = 12


def _worker(url: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.billing_worker", url, DAY.isoformat()],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _delivered(house: House) -> list[str]:
    return [
        delivered(house, confirmed_order(house, ("P-02", "1"), customer=f"C000{1 + place % 2}"))
        for place in range(DELIVERIES)
    ]


def _said(worker: subprocess.Popen[str]) -> Sequence[str]:
    said, complaints = worker.communicate(timeout=300)
    assert worker.returncode == 0, complaints
    return said.split()


def _drafts(house: House) -> int:
    return house.queries.drafts.count(PageRequest())


def test_two_batches_bill_each_delivery_once(database_url: str, tmp_path: Path) -> None:
    house = set_up(database_url, tmp_path, DAY)
    numbers = _delivered(house)
    running = [_worker(database_url) for _ in range(2)]
    fates = [fate for worker in running for fate in _said(worker)]
    assert sorted(fate for fate in fates if fate in numbers) == sorted(numbers)
    assert {fate for fate in fates if fate not in numbers} <= {"sales.delivery_already_invoiced"}
    assert _drafts(house) == DELIVERIES
    assert failed_checks(house) == []
    house.close()


def test_a_killed_batch_is_taken_up_where_it_stopped(database_url: str, tmp_path: Path) -> None:
    house = set_up(database_url, tmp_path, DAY)
    numbers = _delivered(house)
    first = _worker(database_url)
    assert first.stdout is not None
    made = [first.stdout.readline().strip() for _ in range(3)]
    first.kill()
    first.communicate()
    before = _drafts(house)
    assert before >= len(made)
    rest = _said(_worker(database_url))
    assert len(rest) == DELIVERIES - before
    assert not set(rest) & set(made)
    assert _drafts(house) == DELIVERIES == len(numbers)
    assert failed_checks(house) == []
    house.close()
