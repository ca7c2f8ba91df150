"""The bank reconciliation statement: why bank and books do not show the same balance."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from otc_desktop.domain.shared.money import Money, total


class ReconciledKind(StrEnum):
    """What a line of the statement tells, in the order in which they stand."""

    BANK_BALANCE = "bank_balance"
    NOT_BOOKED = "not_booked"
    BEFORE_IMPORT = "before_import"
    MISSING = "missing"
    NOT_AT_BANK = "not_at_bank"
    LEDGER_BALANCE = "ledger_balance"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconciledLine:
    """One line: a balance, or what leads from the bank's to the books'.

    `amount` is signed as it is added on the way from the bank's balance to the ledger's;
    money that the bank has and the books have not is negative.
    """

    kind: ReconciledKind
    on: date
    label: str
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class BankReconciliation:
    """The statement of the bank accounts that share a ledger account, on a day.

    Args:
        accounts: their numbers.
        ledger_account: the account that stands for them.
        on: the day.
        told_on: the day of the last balance that the bank told, at the latest that day;
            None where it never told any, and the balance is what the movements add up to.
        bank_balance: by that balance and the movements since.
        ledger_balance: debit less credit of the ledger account.
        first_opening: what the bank told before the first movement; None where it did not.
        moved: the sum of all movements to the day.
        not_booked: movements, or their rest, that are in no entry dated to the day.
        not_at_bank: lines of the books that no movement to the day explains.
    """

    accounts: tuple[str, ...]
    ledger_account: str
    on: date
    told_on: date | None
    bank_balance: Money
    ledger_balance: Money
    first_opening: Money | None
    moved: Money
    not_booked: tuple[ReconciledLine, ...]
    not_at_bank: tuple[ReconciledLine, ...]

    @property
    def before_import(self) -> Money:
        """The balance before the first movement that was imported: never in these books."""
        return self.bank_balance - self.moved - self.missing

    @property
    def missing(self) -> Money:
        """What the balances told prove to have moved without a movement being imported."""
        if self.first_opening is None:
            return Money.zero(self.bank_balance.currency)
        return self.bank_balance - self.moved - self.first_opening

    @property
    def gap(self) -> Money:
        """What the lines leave unexplained: zero, or the books are broken."""
        explained = total((line.amount for line in self._way()), self.bank_balance.currency)
        return self.bank_balance + explained - self.ledger_balance

    def lines(self) -> tuple[ReconciledLine, ...]:
        """The statement from the bank's balance down to the ledger's."""
        return (
            self._line(ReconciledKind.BANK_BALANCE, self.bank_balance),
            *self._way(),
            self._line(ReconciledKind.LEDGER_BALANCE, self.ledger_balance),
        )

    def _way(self) -> Iterator[ReconciledLine]:
        yield from self.not_booked
        if self.before_import:
            yield self._line(ReconciledKind.BEFORE_IMPORT, -self.before_import)
        if self.missing:
            yield self._line(ReconciledKind.MISSING, -self.missing)
        yield from self.not_at_bank

    def _line(self, kind: ReconciledKind, amount: Money) -> ReconciledLine:
        return ReconciledLine(kind=kind, on=self.on, label="", amount=amount)
