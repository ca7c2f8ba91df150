"""Which bank lines a rule speaks of, and to which accounts lines may go."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from otc_desktop.domain.banking.line_rule import (
    Direction,
    LineRule,
    check_ledger_account,
    rule_for,
)
from otc_desktop.domain.banking.posting import check_posting
from otc_desktop.domain.banking.transaction import TransactionStatus
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import BankAccountId
from tests.support.domain import a_transaction, an_id, eur


def _rule(contains: str = "PRLV EDF", **changes: Any) -> LineRule:
    usual: dict[str, Any] = {
        "id": an_id("rule"),
        "name": "Électricité",
        "contains": contains,
        "ledger_account": "606100",
    }
    return LineRule(**(usual | changes))


@pytest.mark.parametrize(
    ("contains", "label", "fits"),
    [
        ("PRLV EDF", "PRLV EDF CLIENTS PART", True),
        ("prlv edf", "prlv.  É.D.F", False),
        ("Électricité", "ELECTRICITE DE FRANCE", True),
        ("EDF", "PRLV EDFIM 12", False),
        ("EDF PRLV", "PRLV EDF", False),
        ("cotis. carte", "COTIS*CARTE 4521", True),
    ],
)
def test_words_stand_whole_and_in_order(contains: str, label: str, fits: bool) -> None:
    assert _rule(contains).fits(a_transaction("-12.00", label=label, counterparty="")) is fits


def test_words_are_not_found_across_two_texts() -> None:
    line = a_transaction("-12.00", label="PRLV", counterparty="EDF")
    assert not _rule("PRLV EDF").fits(line)
    assert _rule("EDF").fits(line)


def test_direction_range_and_account_narrow() -> None:
    line = a_transaction("-50.00", label="EDF")
    assert _rule("EDF", direction=Direction.OUT).fits(line)
    assert not _rule("EDF", direction=Direction.IN).fits(line)
    assert _rule("EDF", lowest=Decimal(50), highest=Decimal(50)).fits(line)
    assert not _rule("EDF", lowest=Decimal("50.01")).fits(line)
    assert not _rule("EDF", highest=Decimal("49.99")).fits(line)
    assert _rule("EDF", bank_account_id=line.account_id).fits(line)
    assert not _rule("EDF", bank_account_id=BankAccountId(an_id("other"))).fits(line)


def test_the_first_rule_that_fits_decides() -> None:
    last = _rule("EDF", place=2, name="a")
    first = replace(last, id=an_id("first"), place=1, name="b")
    assert rule_for(a_transaction("-5.00", label="EDF"), [last, first]) is first
    assert rule_for(a_transaction("-5.00", label="LOYER"), [last, first]) is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"contains": " - a ."}, "banking.rule_without_words"),
        ({"name": "  "}, "banking.rule_without_name"),
        ({"lowest": Decimal(-1)}, "banking.bad_rule_range"),
        ({"lowest": Decimal(2), "highest": Decimal(1)}, "banking.bad_rule_range"),
        ({"ledger_account": "62"}, "banking.bad_ledger_account"),
        ({"ledger_account": "charges"}, "banking.bad_ledger_account"),
        ({"ledger_account": "411000"}, "banking.customer_account"),
    ],
)
def test_a_rule_that_would_mislead_is_refused(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(RuleError) as refusal:
        _rule(**changes)
    assert refusal.value.code == code


@pytest.mark.parametrize("account", ["627000", "580", "4671DUPONT"])
def test_accounts_of_the_chart_are_taken(account: str) -> None:
    check_ledger_account(account)


@pytest.mark.parametrize("amount", ["-10.01", "5.00", "0"])
def test_no_more_is_posted_than_is_left(amount: str) -> None:
    line = a_transaction("-15.00", allocated="-5.00", status=TransactionStatus.PARTIAL)
    check_posting(line, eur("-10.00"))
    with pytest.raises(RuleError) as refusal:
        check_posting(line, eur(amount))
    assert refusal.value.code == "banking.more_than_unexplained"
