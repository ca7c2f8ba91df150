"""An entry is balanced or it is none."""

from datetime import date

import pytest

from otc_desktop.domain.ledger.journal_entry import JournalEntry, JournalLine, reversal_of
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import JournalEntryId, OpenItemId
from otc_desktop.domain.shared.money import Money
from tests.support.domain import USD, an_id, eur, sides

DAY = date(2026, 11, 23)


def a_journal_line(debit: str = "0", credit: str = "0", account: str = "411000") -> JournalLine:
    return JournalLine(
        account=account,
        label="F1",
        debit=eur(debit),
        credit=eur(credit),
        auxiliary="C0001",
        item_id=OpenItemId(an_id("item")),
    )


def an_entry(*lines: JournalLine) -> JournalEntry:
    return JournalEntry(
        id=JournalEntryId(an_id("entry")),
        journal="VE",
        entry_on=DAY,
        piece="F1",
        piece_on=DAY,
        label="F1",
        lines=lines,
        number="7",
    )


@pytest.mark.parametrize(
    ("debit", "credit"), [("0", "0"), ("1", "1"), ("-1", "0"), ("0", "-1"), ("-1", "1")]
)
def test_a_line_has_one_side_above_zero(debit: str, credit: str) -> None:
    with pytest.raises(RuleError) as refusal:
        a_journal_line(debit, credit)
    assert refusal.value.code == "ledger.bad_line"


@pytest.mark.parametrize("account", ["", "41", "C0001", "4A1000"])
def test_an_account_begins_with_three_digits(account: str) -> None:
    with pytest.raises(RuleError) as refusal:
        a_journal_line("1", account=account)
    assert refusal.value.code == "ledger.bad_account"


def test_an_entry_is_balanced_to_the_cent() -> None:
    with pytest.raises(RuleError) as refusal:
        an_entry(a_journal_line("120"), a_journal_line(credit="119.99"))
    assert refusal.value.code == "ledger.unbalanced_entry"
    assert refusal.value.params["debit"] == eur("120")


def test_an_entry_has_two_lines_at_least() -> None:
    for lines in ((), (a_journal_line("1"),)):
        with pytest.raises(RuleError) as refusal:
            an_entry(*lines)
        assert refusal.value.code == "ledger.empty_entry"


def test_an_entry_is_in_one_currency() -> None:
    dollars = JournalLine(
        account="707000", label="", debit=Money.zero(USD), credit=Money.of("1", USD)
    )
    with pytest.raises(RuleError) as refusal:
        an_entry(a_journal_line("1"), dollars)
    assert refusal.value.code == "money.mixed_currencies"


def test_a_reversal_exchanges_the_sides_and_names_its_entry() -> None:
    entry = an_entry(a_journal_line("120"), a_journal_line(credit="120", account="707000"))
    later = date(2026, 12, 1)
    reversal = reversal_of(entry, JournalEntryId(an_id("new")), on=later, label="Annulation F1")
    assert sides(reversal) == [("411000", "", "120.00"), ("707000", "120.00", "")]
    assert (reversal.reverses_id, reversal.entry_on, reversal.piece_on) == (entry.id, later, DAY)
    assert (reversal.number, reversal.piece) == ("", "F1")
    assert {line.label for line in reversal.lines} == {"Annulation F1"}
    assert reversal.lines[0].auxiliary == "C0001"
    assert reversal.lines[0].item_id == entry.lines[0].item_id
