"""Two people at the reconciliation desk never lay the same line twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier

from otc_desktop.application.receivables.allocate_receipt import AllocateReceipt, allocate_receipt
from otc_desktop.application.receivables.learnt_facts import ListLearntFacts, list_learnt_facts
from otc_desktop.application.receivables.match_receipts import MatchReceipts, match_receipts
from otc_desktop.bootstrap import House
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.ids import BankTransactionId
from tests.support.books import receive
from tests.support.company_files import Movement
from tests.support.domain import eur
from tests.support.goods import failed_checks
from tests.support.line import house_on, issue, set_up

DAY = date(2026, 11, 20)
_LINES = 6


def test_each_line_is_allocated_once(database_url: str, tmp_path: Path) -> None:
    house = set_up(database_url, tmp_path, DAY)
    numbers = [issue(house).invoice.number for _ in range(_LINES)]
    receive(house, tmp_path, *(Movement("120.00", "VIREMENT", f"P {n}") for n in range(_LINES)))
    lines = [row.id for row in every_row(house.queries.bank_transactions, {})]
    desks = [house, *(house_on(database_url, DAY) for _ in range(2))]
    together = Barrier(len(desks))

    def sit_down(place: int, desk: House) -> int:
        """Lay every line on an invoice of one's own choice; how many the program accepted."""
        accepted = 0
        together.wait()
        for number, line in enumerate(lines):
            other = numbers[(number + place) % _LINES]
            command = AllocateReceipt(
                transaction_id=BankTransactionId(line), parts=((other, eur("120.00")),)
            )
            try:
                desk.use_cases.run(allocate_receipt, command)
            except OtcError:
                continue
            accepted += 1
        return accepted

    with ThreadPoolExecutor(len(desks)) as pool:
        accepted = sum(pool.map(sit_down, range(len(desks)), desks))
    rows = list(every_row(house.queries.bank_transactions, {}))
    assert accepted == sum(row.status == "matched" for row in rows)
    assert all(row.unallocated in (eur("0"), eur("120.00")) for row in rows)
    assert failed_checks(house) == []
    for desk in desks:
        desk.close()


def test_two_machines_post_each_line_once(database_url: str, tmp_path: Path) -> None:
    house = set_up(database_url, tmp_path, DAY)
    numbers = [issue(house).invoice.number for _ in range(_LINES)]
    receive(house, tmp_path, *(Movement("120.00", f"FACT {number}") for number in numbers))
    desks = [house, house_on(database_url, DAY)]
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(
            pool.map(
                lambda desk: desk.use_cases.run(match_receipts, MatchReceipts(post=True)), desks
            )
        )
    assert sum(len(outcome.booked) for outcome in outcomes) == _LINES
    for desk in desks:
        desk.close()


def test_two_people_teach_the_same_fact_at_once(database_url: str, tmp_path: Path) -> None:
    house = set_up(database_url, tmp_path, DAY)
    numbers = [issue(house).invoice.number for _ in range(_LINES)]
    receive(
        house,
        tmp_path,
        *(Movement("120.00", f"VIREMENT {n}", "COUSIN DU PATRON") for n in range(_LINES)),
    )
    lines = [row.id for row in every_row(house.queries.bank_transactions, {})]
    desks = [house, house_on(database_url, DAY)]

    def settle(place: int) -> None:
        command = AllocateReceipt(
            transaction_id=BankTransactionId(lines[place]),
            parts=((numbers[place], eur("120.00")),),
        )
        desks[place % 2].use_cases.run(allocate_receipt, command)

    for pair in ((0, 1), (2, 3), (4, 5)):
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(settle, pair))
    (fact,) = house.use_cases.run(list_learnt_facts, ListLearntFacts())
    assert fact.fact.key == "cousin patron"
    assert fact.fact.confirmed == _LINES
    for desk in desks:
        desk.close()
