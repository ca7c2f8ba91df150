"""Two desks collect the same claims, and hand over the same collection: once each."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier

from otc_desktop.application.direct_debits.collections import (
    HandOver,
    PrepareCollection,
    hand_over,
    prepare_collection,
)
from otc_desktop.application.direct_debits.mandates import (
    SetCreditor,
    SignMandate,
    set_creditor,
    sign_mandate,
)
from otc_desktop.bootstrap import House
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.shared.errors import OtcError
from tests.support.dying import dies_at_every_step
from tests.support.goods import failed_checks
from tests.support.line import house_on, issue, set_up

DAY, COLLECT_ON = date(2026, 11, 20), date(2026, 12, 21)
_LOOK_AFTER = 4
IBAN = "FR7630004000031234567890143"


def ready(url: str, folder: Path) -> House:
    house = set_up(url, folder, DAY)
    house.use_cases.run(set_creditor, SetCreditor(ics="FR72ZZZ123456"))
    mandate = SignMandate(customer="C0001", signed_on=DAY, iban=IBAN)
    house.use_cases.run(sign_mandate, mandate)
    issue(house)
    return house


def prepare(house: House) -> None:
    command = PrepareCollection(collect_on=COLLECT_ON, due_by=COLLECT_ON)
    house.use_cases.run(prepare_collection, command)


def successes(desks: list[House], work: Callable[[House], None]) -> int:
    together = Barrier(len(desks))

    def once(desk: House) -> int:
        together.wait()
        try:
            work(desk)
        except OtcError:
            return 0
        return 1

    with ThreadPoolExecutor(len(desks)) as pool:
        return sum(pool.map(once, desks))


def test_claims_stand_in_one_collection_that_leaves_once(database_url: str, tmp_path: Path) -> None:
    house = ready(database_url, tmp_path)
    desks = [house, *(house_on(database_url, DAY) for _ in range(3))]
    assert successes(desks, prepare) == 1
    [collection] = every_row(house.queries.debit_collections, {})

    def send(desk: House) -> None:
        path = tmp_path / f"{id(desk)}.xml"
        command = HandOver(number=collection.number, path=path, told_otherwise=True)
        desk.use_cases.run(hand_over, command)

    assert successes(desks, send) == 1
    assert len(list(tmp_path.glob("*.xml"))) == 1
    assert len(list(every_row(house.queries.paper_receipts, {"kind": "debit"}))) == 1
    assert failed_checks(house) == []
    for desk in desks:
        desk.close()


def test_a_death_at_any_step_hands_over_whole_or_not_at_all(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'books.db'}"
    house = ready(url, tmp_path)
    prepare(house)
    house.close()
    path = tmp_path / "prl.xml"

    def send() -> None:
        desk = house_on(url, DAY)
        command = HandOver(number="PRL-2026-0001", path=path, told_otherwise=True)
        desk.use_cases.run(hand_over, command)

    deaths = 0
    for _ in dies_at_every_step(send):
        deaths += 1
        if deaths % _LOOK_AFTER:  # looking costs more than dying
            continue
        desk = house_on(url, DAY)
        [row] = every_row(desk.queries.debit_collections, {})
        settled = len(list(every_row(desk.queries.paper_receipts, {"kind": "debit"})))
        # Its file can be written again whenever the bank was asked.
        assert (row.sha256 != "") == (settled == 1)
        assert not path.exists() or settled == 1
        desk.close()
    assert deaths > 10
    desk = house_on(url, DAY)
    assert failed_checks(desk) == []
    desk.close()
