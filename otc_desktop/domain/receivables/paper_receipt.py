"""Receipts that are no bank line yet: cheques, bills and notes, cards, cash."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import (
    AllocationId,
    BankTransactionId,
    CustomerId,
    OpenItemId,
)
from otc_desktop.domain.shared.money import Money

# Above it a debt may not be paid in cash where the payer acts for a trade (CMF D112-3).
MOST_CASH = Decimal(1000)
# A bank asks at most 50 € for a returned cheque (CMF D131-25): more in its debit is no charge.
MOST_RETURN_CHARGE = Decimal(50)


class PaperKind(StrEnum):
    """What the customer handed over (CMF L131-1 cheque; C. com. L511-1 bill, L512-1 note)."""

    CHEQUE = "cheque"
    BILL = "bill"  # LCR
    NOTE = "note"  # BOR
    CARD = "card"
    CASH = "cash"
    DEBIT = "debit"  # a SEPA direct debit that was handed to the bank

    @property
    def falls_due(self) -> bool:
        """Whether it is a promise to pay on a day, and no payment before."""
        return self in (PaperKind.BILL, PaperKind.NOTE, PaperKind.DEBIT)

    @property
    def is_handed_in(self) -> bool:
        """Whether somebody hands it over, so that it can be entered; a debit we ask for."""
        return self is not PaperKind.DEBIT


class PaperStatus(StrEnum):
    """Where it is."""

    HELD = "held"
    REMITTED = "remitted"
    PAID = "paid"
    RETURNED = "returned"
    UNDONE = "undone"


class Remittance(StrEnum):
    """What the bank is asked for: a bill may be collected at its due date, or discounted now."""

    COLLECTION = "collection"
    DISCOUNT = "discount"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperReceipt:
    """What a customer paid with, from hand to bank; it settles the items from that day.

    `drawer_account` is the account on which a bill is drawn. `allocation_id` is what it was
    laid on, `settled_by_id` what settles instead after a return that was none,
    `account_item_id` the claim that keeps its rest on account. `ripe` says that it is a payment
    for VAT on receipts: a cheque when it is received even if it is not yet cashed, a bill only
    when it is paid at its due date, discounted or not (CGI 269-2-c, BOI-TVA-BASE-20-20), which
    was on the day `ripe_on`. `return_transaction_id` is the bank line by which the bank took
    back what it had credited, `return_posting_id` its posting.

    Raises:
        RuleError: `receivables.paper_without_amount`, `receivables.bill_without_due_date`,
            `receivables.cash_above_limit` (CMF L112-6, D112-3).
    """

    id: UUID
    kind: PaperKind
    customer_id: CustomerId
    number: str
    drawer: str
    bank: str
    amount: Money
    received_on: date
    due_on: date | None = None
    drawer_account: str = ""
    allocation_id: AllocationId | None = None
    account_item_id: OpenItemId | None = None
    status: PaperStatus = PaperStatus.HELD
    slip_id: UUID | None = None
    ripe: bool = True
    ripe_on: date | None = None
    settled_by_id: AllocationId | None = None
    returned_on: date | None = None
    return_reason: str = ""
    return_posting_id: UUID | None = None
    return_transaction_id: BankTransactionId | None = None
    version: int = 0

    def __post_init__(self) -> None:
        if self.amount.amount <= 0:
            raise RuleError("receivables.paper_without_amount", where="amount")
        if self.kind.falls_due and self.due_on is None:
            raise RuleError("receivables.bill_without_due_date", where="due_on")
        if self.kind is PaperKind.CASH and self.amount.amount > MOST_CASH:
            raise RuleError(
                "receivables.cash_above_limit",
                amount=self.amount,
                limit=Money(MOST_CASH, self.amount.currency),
                where="amount",
            )

    def remit(self, slip_id: UUID) -> "PaperReceipt":
        """Put on a deposit slip; it is remitted once.

        Raises:
            RuleError: `receivables.paper_not_held`.
        """
        if self.status is not PaperStatus.HELD:
            raise RuleError("receivables.paper_not_held", number=self.number)
        return replace(self, status=PaperStatus.REMITTED, slip_id=slip_id)

    def take_off(self) -> "PaperReceipt":
        """In hand again: its slip was withdrawn before the bank credited it.

        Raises:
            RuleError: `receivables.paper_not_remitted`.
        """
        if self.status is not PaperStatus.REMITTED:
            raise RuleError("receivables.paper_not_remitted", number=self.number)
        return replace(self, status=PaperStatus.HELD, slip_id=None)

    def pay(self) -> "PaperReceipt":
        """The bank credited the slip; one that came back before stays returned.

        Raises:
            RuleError: `receivables.paper_not_remitted`.
        """
        if self.status is PaperStatus.RETURNED:
            return self
        if self.status is not PaperStatus.REMITTED:
            raise RuleError("receivables.paper_not_remitted", number=self.number)
        return replace(self, status=PaperStatus.PAID)

    def unpay(self) -> "PaperReceipt":
        """The slip's credit was taken back."""
        if self.status is PaperStatus.PAID:
            return replace(self, status=PaperStatus.REMITTED)
        return self

    def send_back(self, on: date, reason: str = "") -> "PaperReceipt":
        """The bank returned it unpaid, before or after it had credited the slip.

        Raises:
            RuleError: `receivables.paper_not_remitted`.
        """
        if self.status not in (PaperStatus.REMITTED, PaperStatus.PAID):
            raise RuleError("receivables.paper_not_remitted", number=self.number)
        return replace(self, status=PaperStatus.RETURNED, returned_on=on, return_reason=reason)

    def take_back_return(self, *, credited: bool) -> "PaperReceipt":
        """It was not returned after all; `credited` says that the bank paid its slip.

        Raises:
            RuleError: `receivables.paper_not_returned`, `receivables.return_debited` while
                a debit of the bank stands for it.
        """
        if self.status is not PaperStatus.RETURNED:
            raise RuleError("receivables.paper_not_returned", number=self.number)
        if self.return_posting_id is not None:
            raise RuleError("receivables.return_debited", number=self.number)
        status = PaperStatus.PAID if credited else PaperStatus.REMITTED
        return replace(self, status=status, returned_on=None, return_reason="")

    def undo(self) -> "PaperReceipt":
        """Entered by mistake; only while it is in hand.

        Raises:
            RuleError: `receivables.paper_not_held`.
        """
        if self.status is not PaperStatus.HELD:
            raise RuleError("receivables.paper_not_held", number=self.number)
        return replace(self, status=PaperStatus.UNDONE)
