"""What matching reads and what it proposes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from otc_desktop.domain.receivables.allocation import Difference, Reason
from otc_desktop.domain.shared.ids import BankTransactionId, CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Money that came in and is not explained yet."""

    id: BankTransactionId
    amount: Money
    booked_on: date
    text: str
    counterparty: str
    counterparty_account: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An open item as matching sees it; a credit note's `open` is negative."""

    id: OpenItemId
    number: str
    customer_id: CustomerId
    open: Money
    issued_on: date
    due_on: date


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known about payers: their accounts and their names, folded, by customer.

    `undone` holds the receipts and items a person took apart: the machine never joins
    them again.
    """

    customer_by_account: Mapping[str, CustomerId]
    customer_by_name: Mapping[str, CustomerId]
    undone: Collection[tuple[BankTransactionId, OpenItemId]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One way to explain a receipt.

    `alone` says that no other way is as good; only then may the machine post it.
    """

    parts: tuple[tuple[OpenItemId, Money], ...]
    difference: Difference
    confidence: float
    reasons: tuple[Reason, ...]
    alone: bool = True


@dataclass(frozen=True, slots=True)
class MatchProposal:
    """The ways to explain one receipt, best first; none when nothing fits."""

    receipt_id: BankTransactionId
    candidates: tuple[Candidate, ...]

    def automatic(self, threshold: float) -> Candidate | None:
        """The candidate that may be posted without a person, if there is one."""
        if not self.candidates:
            return None
        best = self.candidates[0]
        return best if best.alone and best.confidence >= threshold else None
