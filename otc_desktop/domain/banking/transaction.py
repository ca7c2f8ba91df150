"""One movement of a bank account, as kept and worked on."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self
from uuid import UUID

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import BankAccountId, BankStatementId, BankTransactionId
from otc_desktop.domain.shared.money import Money


class TransactionStatus(StrEnum):
    """Whether a movement still needs somebody."""

    OPEN = "open"
    PARTIAL = "partial"
    MATCHED = "matched"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True, kw_only=True)
class BankTransaction:
    """A movement; `amount` is signed (positive is money in), `allocated` likewise.

    `transaction_code` is the bank's kind of movement, `return_reason` why it sent a payment
    back, `mandate` the reference of a direct debit's mandate. `charges` is what banks kept on
    the way; `original` what was ordered where that is another currency. `batch_id` is shared
    by the movements that the bank booked as one entry.
    """

    id: BankTransactionId
    account_id: BankAccountId
    statement_id: BankStatementId
    booked_on: date
    value_on: date
    amount: Money
    label: str
    counterparty: str
    counterparty_account: str
    end_to_end_id: str
    bank_reference: str
    structured_reference: str
    fingerprint: str
    allocated: Money
    status: TransactionStatus = TransactionStatus.OPEN
    version: int = 1
    transaction_code: str = ""
    return_reason: str = ""
    mandate: str = ""
    charges: Money | None = None
    original: Money | None = None
    batch_id: UUID | None = None

    @property
    def unallocated(self) -> Money:
        """What is still to be explained, signed like the amount."""
        return self.amount - self.allocated

    def explained(self, allocated: Money) -> Self:
        """The movement with what is explained of it by now, and the status that follows."""
        if not allocated:
            status = TransactionStatus.OPEN
        elif allocated == self.amount:
            status = TransactionStatus.MATCHED
        else:
            status = TransactionStatus.PARTIAL
        return replace(self, allocated=allocated, status=status)

    @property
    def is_untouched(self) -> bool:
        """Whether nobody has done anything with it yet."""
        return self.status is TransactionStatus.OPEN and not self.allocated and self.version == 1

    def set_aside(self) -> Self:
        """The movement as one that no customer's invoice explains, such as a rent paid.

        Raises:
            RuleError: `banking.not_waiting`.
        """
        if self.status not in (TransactionStatus.OPEN, TransactionStatus.PARTIAL):
            raise RuleError("banking.not_waiting", label=self.label)
        return replace(self, status=TransactionStatus.IGNORED)

    def take_back(self) -> Self:
        """The movement set aside, waiting again.

        Raises:
            RuleError: `banking.not_ignored`.
        """
        if self.status is not TransactionStatus.IGNORED:
            raise RuleError("banking.not_ignored", label=self.label)
        waiting = TransactionStatus.PARTIAL if self.allocated else TransactionStatus.OPEN
        return replace(self, status=waiting)
