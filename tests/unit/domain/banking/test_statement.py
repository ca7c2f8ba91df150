"""Whether a statement agrees with itself and with the last one."""

from typing import Any

import pytest

from otc_desktop.domain.banking.statement import check_statement
from otc_desktop.domain.banking.transaction import TransactionStatus
from otc_desktop.domain.shared.errors import RuleError
from tests.support.domain import a_statement, a_transaction, an_entry, eur

ENTRIES = (an_entry("100.00"), an_entry("-30.50"), an_entry("0.50"))


def test_money_in_and_money_out() -> None:
    statement = a_statement(*ENTRIES)
    assert statement.credits == eur("100.50")
    assert statement.debits == eur("30.50")


def test_a_statement_that_adds_up_has_no_finding() -> None:
    assert check_statement(a_statement(*ENTRIES, opening="10", closing="80")) == []


def test_a_wrong_sum_is_told_with_the_difference() -> None:
    (finding,) = check_statement(a_statement(*ENTRIES, opening="10", closing="81"))
    assert finding.code == "banking.balance_mismatch"
    assert finding.params["computed"] == eur("80")
    assert finding.params["difference"] == eur("1")


def test_a_format_without_balances_contradicts_nothing() -> None:
    assert check_statement(a_statement(*ENTRIES)) == []
    assert check_statement(a_statement(*ENTRIES, opening="10")) == []


def test_what_is_left_to_explain_keeps_its_sign() -> None:
    assert a_transaction("120", allocated="100").unallocated == eur("20")
    assert a_transaction("-120", allocated="-20").unallocated == eur("-100")


@pytest.mark.parametrize(
    ("allocated", "status", "after"),
    [
        ("0", TransactionStatus.OPEN, TransactionStatus.OPEN),
        ("20", TransactionStatus.PARTIAL, TransactionStatus.PARTIAL),
    ],
)
def test_a_movement_set_aside_comes_back_as_it_was(
    allocated: str, status: TransactionStatus, after: TransactionStatus
) -> None:
    aside = a_transaction(allocated=allocated, status=status).set_aside()
    assert aside.status is TransactionStatus.IGNORED
    assert aside.take_back().status is after


@pytest.mark.parametrize(
    ("status", "verb", "code"),
    [
        (TransactionStatus.MATCHED, "set_aside", "banking.not_waiting"),
        (TransactionStatus.IGNORED, "set_aside", "banking.not_waiting"),
        (TransactionStatus.OPEN, "take_back", "banking.not_ignored"),
    ],
)
def test_only_what_waits_is_set_aside(status: TransactionStatus, verb: str, code: str) -> None:
    movement: Any = a_transaction(status=status)
    with pytest.raises(RuleError) as refusal:
        getattr(movement, verb)()
    assert refusal.value.code == code
