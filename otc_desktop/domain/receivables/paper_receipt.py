"""Cheques, bills of exchange and promissory notes, from the customer's hand to the bank."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import Money, total


class PaperKind(StrEnum):
    """What the customer handed over (CMF L131-1 cheque; C. com. L511-1 bill, L512-1 note)."""

    CHEQUE = "cheque"
    BILL = "bill"  # LCR
    NOTE = "note"  # BOR


class PaperStatus(StrEnum):
    """Where the paper is."""

    HELD = "held"
    REMITTED = "remitted"
    PAID = "paid"
    RETURNED = "returned"


class Remittance(StrEnum):
    """What the bank is asked for: a bill may be collected at its due date, or discounted now."""

    COLLECTION = "collection"
    DISCOUNT = "discount"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperReceipt:
    """A cheque, bill or note received; it settles the customer's items from that day.

    Raises:
        RuleError: `receivables.paper_without_amount`, `receivables.bill_without_due_date`.
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
    status: PaperStatus = PaperStatus.HELD
    slip_id: UUID | None = None
    version: int = 0

    def __post_init__(self) -> None:
        if self.amount.amount <= 0:
            raise RuleError("receivables.paper_without_amount", where="amount")
        if self.kind is not PaperKind.CHEQUE and self.due_on is None:
            raise RuleError("receivables.bill_without_due_date", where="due_on")

    def remit(self, slip_id: UUID) -> "PaperReceipt":
        """Put on a deposit slip; a paper is remitted once.

        Raises:
            RuleError: `receivables.paper_not_held`.
        """
        if self.status is not PaperStatus.HELD:
            raise RuleError("receivables.paper_not_held", number=self.number)
        return replace(self, status=PaperStatus.REMITTED, slip_id=slip_id)

    def pay(self) -> "PaperReceipt":
        """The bank credited the slip.

        Raises:
            RuleError: `receivables.paper_not_remitted`.
        """
        if self.status is not PaperStatus.REMITTED:
            raise RuleError("receivables.paper_not_remitted", number=self.number)
        return replace(self, status=PaperStatus.PAID)

    def send_back(self) -> "PaperReceipt":
        """The bank returned it unpaid, before or after it had credited the slip.

        Raises:
            RuleError: `receivables.paper_not_remitted`.
        """
        if self.status not in (PaperStatus.REMITTED, PaperStatus.PAID):
            raise RuleError("receivables.paper_not_remitted", number=self.number)
        return replace(self, status=PaperStatus.RETURNED)


def slip_total(papers: Sequence[PaperReceipt], remittance: Remittance) -> Money:
    """What a deposit slip of these papers amounts to.

    Raises:
        RuleError: `receivables.slip_empty`, `receivables.slip_mixed` (one slip holds one kind
            and one currency), `receivables.cheque_discounted`, `receivables.paper_not_held`.
    """
    if not papers:
        raise RuleError("receivables.slip_empty")
    first = papers[0]
    for paper in papers:
        if paper.kind is not first.kind or paper.amount.currency != first.amount.currency:
            raise RuleError("receivables.slip_mixed", number=paper.number)
        if paper.status is not PaperStatus.HELD:
            raise RuleError("receivables.paper_not_held", number=paper.number)
    if first.kind is PaperKind.CHEQUE and remittance is Remittance.DISCOUNT:
        raise RuleError("receivables.cheque_discounted")
    return total((paper.amount for paper in papers), first.amount.currency)
