"""The company's limits of differences hold for the machine and for allocation by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from otc_desktop.application.company.difference_limits import (
    ReadDifferenceLimits,
    SetDifferenceLimits,
    read_difference_limits,
    set_difference_limits,
)
from otc_desktop.application.receivables.allocate_receipt import AllocateReceipt, allocate_receipt
from otc_desktop.application.receivables.match_receipts import MatchReceipts, match_receipts
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.receivables.allocation import DifferenceKind
from otc_desktop.domain.shared.difference_limits import DEFAULT_LIMITS, DifferenceLimits
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import BankTransactionId
from tests.support.books import receive
from tests.support.company_files import Movement
from tests.support.domain import eur
from tests.support.line import issue, set_up


def test_a_wider_limit_of_rounding_holds_for_both(tmp_path: Path) -> None:
    house = set_up(f"sqlite:///{tmp_path}/a.sqlite", tmp_path, date(2026, 11, 20))
    first, second = (issue(house).invoice.number for _ in range(2))
    receive(house, tmp_path, *(Movement("119.60", f"FACT {each}") for each in (first, second)))
    lines = {row.label: row.id for row in every_row(house.queries.bank_transactions, {})}
    by_hand = AllocateReceipt(
        transaction_id=BankTransactionId(lines[f"FACT {first}"]),
        parts=((first, eur("120.00")),),
        difference_kind=DifferenceKind.ROUNDING,
    )
    with pytest.raises(RuleError, match="rounding_too_large"):
        house.use_cases.run(allocate_receipt, by_hand)
    before = house.use_cases.run(match_receipts, MatchReceipts())
    assert before.booked == []

    wider = replace(DEFAULT_LIMITS, rounding=Decimal("0.50"))
    house.use_cases.run(set_difference_limits, SetDifferenceLimits(limits=wider))
    assert house.use_cases.run(read_difference_limits, ReadDifferenceLimits()) == wider
    house.use_cases.run(allocate_receipt, by_hand)
    ((proposal, _),) = house.use_cases.run(match_receipts, MatchReceipts(post=True)).booked
    best = proposal.candidates[0]
    assert (best.difference.kind, best.difference.amount) == (DifferenceKind.ROUNDING, eur("0.40"))
    house.close()


@pytest.mark.parametrize("value", ["-0.01", "5.01", "0.001", "NaN"])
def test_a_limit_beyond_all_reason_is_refused(value: str) -> None:
    with pytest.raises(RuleError, match="bad_difference_limit"):
        DifferenceLimits(rounding=Decimal(value))
