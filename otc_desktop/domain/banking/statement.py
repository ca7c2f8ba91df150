"""Bank statements: what a file says, and whether it agrees with itself."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.findings import Finding, warning
from otc_desktop.domain.shared.ids import BankAccountId
from otc_desktop.domain.shared.money import Money, total


@dataclass(frozen=True, slots=True, kw_only=True)
class BankAccount:
    """One of the company's bank accounts; `number` is the IBAN, or the account as written."""

    id: BankAccountId
    number: str
    currency: str
    ledger_account: str = "512000"
    journal: str = "BQ"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedPayment:
    """One single payment inside a booked entry, as the bank described it.

    `amount` is signed: positive is money in. None when a batch gives no own amounts.
    `charges` is what the bank kept, always positive; `original` is what was ordered where
    that is another currency; `mandate` is the reference of a direct debit's mandate.
    """

    amount: Money | None
    label: str = ""
    counterparty: str = ""
    counterparty_account: str = ""
    end_to_end_id: str = ""
    bank_reference: str = ""
    structured_reference: str = ""
    return_reason: str = ""
    mandate: str = ""
    charges: Money | None = None
    original: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedEntry:
    """One booked entry of a statement: a movement of the account.

    `amount` is signed: positive is money in. `payments` are the single payments it is made
    of, at least one. `payment_count` is how many the bank says there are, which can exceed
    what it lists.
    """

    booked_on: date
    value_on: date
    amount: Money
    label: str
    bank_reference: str
    payments: tuple[ParsedPayment, ...]
    payment_count: int = 1
    transaction_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedStatement:
    """One account's statement in a file; balances are None where the format has none.

    `account` is empty where the file names none. `repeated` counts movements that the file
    tells a second time, in a statement that is there twice. `is_notice` marks what the bank
    sends on a day on which nothing moved, and says so in words.
    """

    format: str
    account: str
    currency: str
    statement_id: str
    opening: Money | None
    closing: Money | None
    opening_on: date | None
    closing_on: date | None
    entries: tuple[ParsedEntry, ...]
    pending: int = 0
    repeated: int = 0
    is_notice: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def credits(self) -> Money:
        """Sum of money in."""
        return self._sum(positive=True)

    @property
    def debits(self) -> Money:
        """Sum of money out, as a positive amount."""
        return -self._sum(positive=False)

    def _sum(self, *, positive: bool) -> Money:
        return total(
            (entry.amount for entry in self.entries if (entry.amount.amount > 0) == positive),
            Currency(self.currency),
        )


def check_statement(statement: ParsedStatement) -> list[Finding]:
    """Where the statement's figures contradict each other: opening, movements, closing.

    Real statements are sometimes shortened by the bank's export, so it is a warning; the
    caller decides what to refuse.
    """
    if statement.opening is None or statement.closing is None:
        return []
    computed = statement.opening + statement.credits - statement.debits
    if computed == statement.closing:
        return []
    return [
        warning(
            "banking.balance_mismatch",
            account=statement.account,
            computed=computed,
            stated=statement.closing,
            difference=statement.closing - computed,
        )
    ]
