"""A bank line, or a part of it, posted to a ledger account rather than laid on invoices."""

from dataclasses import dataclass
from uuid import UUID

from otc_desktop.domain.banking.transaction import BankTransaction, TransactionStatus
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import BankTransactionId, JournalEntryId, OpenItemId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class BankPosting:
    """What of a movement went where; undone by another one, never deleted.

    `amount` has the movement's sign (positive is money in). `rule_id` is the rule by which
    the machine posted it; `reverses_id` the posting that this one takes back; `slip_id` the
    deposit slip that it credits; `item_id` the claim of a customer whose money it is.
    """

    id: UUID
    transaction_id: BankTransactionId
    ledger_account: str
    amount: Money
    entry_id: JournalEntryId
    rule_id: UUID | None = None
    reverses_id: UUID | None = None
    slip_id: UUID | None = None
    item_id: OpenItemId | None = None


def check_posting(transaction: BankTransaction, amount: Money) -> None:
    """Refuse to post more of a movement than is unexplained, or against its sign.

    Raises:
        RuleError: `banking.not_waiting`, `banking.more_than_unexplained`.
    """
    if transaction.status not in (TransactionStatus.OPEN, TransactionStatus.PARTIAL):
        raise RuleError("banking.not_waiting", label=transaction.label)
    left = transaction.unallocated
    if amount.amount * left.amount <= 0 or abs(amount) > abs(left):
        raise RuleError("banking.more_than_unexplained", amount=amount, left=left, where="amount")
