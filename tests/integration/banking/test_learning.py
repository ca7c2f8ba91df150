"""What a person's allocation teaches, on both databases."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from otc_desktop.application.receivables.allocate_receipt import AllocateReceipt, allocate_receipt
from otc_desktop.application.receivables.learnt_facts import (
    LearntFactRow,
    ListLearntFacts,
    RemoveLearntFact,
    list_learnt_facts,
    remove_learnt_fact,
)
from otc_desktop.application.receivables.match_receipts import (
    MatchOutcome,
    MatchReceipts,
    match_receipts,
)
from otc_desktop.application.receivables.undo_allocation import UndoAllocation, undo_allocation
from otc_desktop.bootstrap import House
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import AllocationId, BankTransactionId
from tests.support.books import receive
from tests.support.company_files import Movement
from tests.support.domain import eur
from tests.support.goods import failed_checks
from tests.support.line import issue, set_up

DAY = date(2026, 11, 20)
ACCOUNT = "FR7630004000031234567890143"


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    made = set_up(database_url, tmp_path, DAY)
    for price in ("100.00", "250.00"):
        issue(made, price=price)
    receive(
        made,
        tmp_path,
        Movement("120.00", "VIREMENT", "DGF NEGOCE", ACCOUNT),
        Movement("300.00", "VIREMENT", "DGF NEGOCE", ACCOUNT),
    )
    yield made
    assert failed_checks(made) == []
    made.close()


def line(house: House, amount: str) -> BankTransactionId:
    rows = every_row(house.queries.bank_transactions, {})
    (found,) = [row.id for row in rows if row.amount == eur(amount)]
    return BankTransactionId(found)


def match(house: House) -> MatchOutcome:
    return house.use_cases.run(match_receipts, MatchReceipts())


def teach(house: House) -> AllocationId:
    command = AllocateReceipt(
        transaction_id=line(house, "120.00"), parts=(("F2026-00001", eur("120.00")),)
    )
    return house.use_cases.run(allocate_receipt, command).id


def learnt(house: House) -> list[LearntFactRow]:
    return list(house.use_cases.run(list_learnt_facts, ListLearntFacts()))


def test_a_confirmed_payer_is_known_the_next_time(house: House) -> None:
    assert match(house).booked == []
    teach(house)
    assert {(row.fact.kind, row.fact.key, row.customer_code) for row in learnt(house)} == {
        ("account", ACCOUNT, "C0001"),
        ("name", "dgf negoce", "C0001"),
    }
    ((proposal, _),) = match(house).booked
    assert proposal.receipt_id == line(house, "300.00")


def test_what_is_removed_is_forgotten_until_confirmed_again(house: House) -> None:
    teach(house)
    for row in learnt(house):
        house.use_cases.run(remove_learnt_fact, RemoveLearntFact(fact_id=row.fact.id))
    assert learnt(house) == []
    assert match(house).booked == []
    with pytest.raises(NotFoundError, match="fact_not_found"):
        house.use_cases.run(remove_learnt_fact, RemoveLearntFact(fact_id=line(house, "120.00")))


def test_a_correction_takes_the_belief_away_and_a_confirmation_gives_it_back(
    house: House,
) -> None:
    allocation = teach(house)
    house.use_cases.run(undo_allocation, UndoAllocation(allocation_id=allocation))
    assert not any(row.fact.holds for row in learnt(house))
    assert match(house).booked == []
    teach(house)
    assert all(row.fact.holds for row in learnt(house))
