"""Journal entries: balanced or not at all."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import JournalEntryId, OpenItemId
from otc_desktop.domain.shared.money import Money, total


class Journal(StrEnum):
    """The books entries go to."""

    SALES = "VE"
    BANK = "BQ"
    OTHER = "OD"
    OPENING = "AN"


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalLine:
    """One line; exactly one of debit and credit is above zero, in the company's currency.

    `auxiliary` is the customer's code on a 411 line; `item_id` the claim it belongs to.

    Raises:
        RuleError: `ledger.bad_line`, `ledger.bad_account`.
    """

    account: str
    label: str
    debit: Money
    credit: Money
    auxiliary: str = ""
    item_id: OpenItemId | None = None

    def __post_init__(self) -> None:
        if self.debit.amount < 0 or self.credit.amount < 0 or bool(self.debit) == bool(self.credit):
            raise RuleError("ledger.bad_line", account=self.account)
        if not self.account[:3].isdigit() or len(self.account) < 3:
            raise RuleError("ledger.bad_account", account=self.account)


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """An entry; it can't be built unbalanced, and once posted it never changes.

    `number` is empty until the entry is stored: EcritureNum is taken with the lock.

    Raises:
        RuleError: `ledger.unbalanced_entry`, `ledger.empty_entry`.
    """

    id: JournalEntryId
    journal: str
    entry_on: date
    piece: str
    piece_on: date
    label: str
    lines: tuple[JournalLine, ...]
    number: str = ""
    reverses_id: JournalEntryId | None = None

    def __post_init__(self) -> None:
        if len(self.lines) < 2:
            raise RuleError("ledger.empty_entry", piece=self.piece)
        currency = self.lines[0].debit.currency
        debit = total((line.debit for line in self.lines), currency)
        credit = total((line.credit for line in self.lines), currency)
        if debit != credit:
            raise RuleError("ledger.unbalanced_entry", piece=self.piece, debit=debit, credit=credit)


def reversal_of(
    entry: JournalEntry, new_id: JournalEntryId, *, on: date, label: str
) -> JournalEntry:
    """The entry that takes another back: the same lines with sides exchanged."""
    return JournalEntry(
        id=new_id,
        journal=entry.journal,
        entry_on=on,
        piece=entry.piece,
        piece_on=entry.piece_on,
        label=label,
        lines=tuple(
            JournalLine(
                account=line.account,
                label=label,
                debit=line.credit,
                credit=line.debit,
                auxiliary=line.auxiliary,
                item_id=line.item_id,
            )
            for line in entry.lines
        ),
        reverses_id=entry.id,
    )
