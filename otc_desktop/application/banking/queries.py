"""Rows of the bank's screen."""

from dataclasses import dataclass
from datetime import date, datetime

from otc_desktop.domain.banking.transaction import TransactionStatus
from otc_desktop.domain.receivables.allocation import Difference, Reason
from otc_desktop.domain.shared.ids import AllocationId, BankAccountId, BankTransactionId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionRow:
    """A bank movement; `counterparty_account` is masked for lists, the other is not.

    The last fields are what else the bank said of it, each empty where it said nothing.
    """

    id: BankTransactionId
    account: str
    booked_on: date
    value_on: date
    amount: Money
    unallocated: Money
    label: str
    counterparty: str
    counterparty_account: str
    counterparty_account_in_full: str
    bank_reference: str
    status: TransactionStatus
    end_to_end_id: str = ""
    transaction_code: str = ""
    return_reason: str = ""
    mandate: str = ""
    charges: Money | None = None
    original: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """A bank account with the last balance a statement told."""

    id: BankAccountId
    number: str
    currency: str
    last_statement_on: date | None
    last_balance: Money | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationRow:
    """What was done with a receipt, and why."""

    id: AllocationId
    parts: tuple[tuple[str, Money], ...]
    difference: Difference
    reasons: tuple[Reason, ...]
    confidence: float | None
    made_by: str
    made_at: datetime
    made_by_machine: bool
    undone: bool


def masked(account: str) -> str:
    """An account number with its middle hidden: enough to know it, too little to copy it."""
    shown = 4
    if len(account) <= 2 * shown:
        return account
    return f"{account[:shown]} •••• {account[-shown:]}"
