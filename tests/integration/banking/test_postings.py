"""Bank lines posted to ledger accounts, by hand and by rules, on both databases."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from otc_desktop.application.banking.ignore_transaction import (
    IgnoreTransactions,
    ignore_transactions,
)
from otc_desktop.application.banking.line_rules import (
    ListLineRules,
    RemoveLineRule,
    SaveLineRule,
    list_line_rules,
    remove_line_rule,
    save_line_rule,
)
from otc_desktop.application.banking.post_lines import (
    ApplyLineRules,
    PostBankLines,
    RulesApplied,
    UndoBankPosting,
    apply_line_rules,
    post_bank_lines,
    undo_bank_posting,
)
from otc_desktop.application.banking.queries import TransactionRow
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.banking.line_rule import LineRule
from otc_desktop.domain.banking.transaction import TransactionStatus
from otc_desktop.domain.shared.errors import NotFoundError, RuleError
from tests.support.books import receive
from tests.support.company_files import Movement
from tests.support.domain import eur
from tests.support.goods import failed_checks
from tests.support.line import set_up

DAY = date(2026, 11, 20)


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    made = set_up(database_url, tmp_path, DAY)
    receive(
        made,
        tmp_path,
        Movement("-42.50", "PRLV EDF 4411"),
        Movement("-12.00", "COTISATION CARTE"),
        Movement("300.00", "REMBOURSEMENT TROP VERSE"),
    )
    yield made
    assert failed_checks(made) == []
    made.close()


def _line(house: House, label: str) -> TransactionRow:
    rows = every_row(house.queries.bank_transactions, {})
    return next(row for row in rows if label in row.label)


def _entry(house: House) -> list[tuple[str, str, str]]:
    rows = house.queries.journal_lines.page(PageRequest(sort="entry_on", descending=True))
    newest = max(row.entry_number for row in rows)
    return [
        (row.account, str(row.debit.amount), str(row.credit.amount))
        for row in rows
        if row.entry_number == newest
    ]


def _rule(house: House, contains: str, account: str, *, automatic: bool = True) -> LineRule:
    command = SaveLineRule(
        name=contains, contains=contains, ledger_account=account, automatic=automatic
    )
    return house.use_cases.run(save_line_rule, command)


def _apply(house: House, *, post: bool = True) -> RulesApplied:
    return house.use_cases.run(apply_line_rules, ApplyLineRules(post=post))


def test_money_out_and_in_is_posted_in_parts_and_taken_back(house: House) -> None:
    run = house.use_cases.run
    edf, refund = _line(house, "EDF"), _line(house, "REMBOURSEMENT")
    run(post_bank_lines, PostBankLines(transaction_ids=(edf.id,), ledger_account="606100"))
    assert _entry(house) == [("512000", "0.00", "42.50"), ("606100", "42.50", "0.00")]
    part = PostBankLines(
        transaction_ids=(refund.id,), ledger_account="401000", amount=eur("100.00")
    )
    [posted] = run(post_bank_lines, part)
    assert _entry(house) == [("512000", "100.00", "0.00"), ("401000", "0.00", "100.00")]
    assert _line(house, "REMBOURSEMENT").status is TransactionStatus.PARTIAL
    run(post_bank_lines, PostBankLines(transaction_ids=(refund.id,), ledger_account="471000"))
    assert _line(house, "REMBOURSEMENT").status is TransactionStatus.MATCHED

    run(undo_bank_posting, UndoBankPosting(posting_id=posted.id))
    assert _entry(house) == [("512000", "0.00", "100.00"), ("401000", "100.00", "0.00")]
    assert _line(house, "REMBOURSEMENT").unallocated == eur("100.00")
    with pytest.raises(RuleError) as again:
        run(undo_bank_posting, UndoBankPosting(posting_id=posted.id))
    assert again.value.code == "banking.posting_undone"


def test_several_are_posted_all_or_none(house: House) -> None:
    edf, card = _line(house, "EDF"), _line(house, "CARTE")
    aside = IgnoreTransactions(transaction_ids=(card.id,), reason="double")
    house.use_cases.run(ignore_transactions, aside)
    both = PostBankLines(transaction_ids=(edf.id, card.id), ledger_account="627000")
    with pytest.raises(RuleError) as refusal:
        house.use_cases.run(post_bank_lines, both)
    assert refusal.value.code == "banking.not_waiting"
    assert _line(house, "EDF").status is TransactionStatus.OPEN


def test_rules_post_what_they_fit_and_never_again_what_was_undone(house: House) -> None:
    run = house.use_cases.run
    electricity = _rule(house, "PRLV EDF", "606100")
    _rule(house, "cotisation carte", "627000", automatic=False)
    assert [each.posting for each in _apply(house, post=False).posted] == [None]

    done = _apply(house)

    assert [line.rule.id for line in done.posted] == [electricity.id]
    assert [line.transaction_id for line in done.proposed] == [_line(house, "CARTE").id]
    [line] = done.posted
    assert line.posting is not None
    run(undo_bank_posting, UndoBankPosting(posting_id=line.posting.id))
    again = _apply(house)
    assert again.posted == []
    assert line.transaction_id in [each.transaction_id for each in again.proposed]

    run(remove_line_rule, RemoveLineRule(rule_id=electricity.id))
    assert [rule.name for rule in run(list_line_rules, ListLineRules())] == ["cotisation carte"]
    with pytest.raises(NotFoundError):
        run(remove_line_rule, RemoveLineRule(rule_id=electricity.id))
