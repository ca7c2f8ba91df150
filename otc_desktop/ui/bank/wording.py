"""Lines and allocations in words, as presenter and widgets hand them to each other."""

from dataclasses import dataclass
from uuid import UUID

from otc_desktop.domain.banking.transaction import TransactionStatus
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class LineText:
    """A statement line as the desk shows it before its proposals are here."""

    id: UUID
    status: TransactionStatus
    status_word: str
    amount: Money
    heading: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationText:
    """An allocation in words; one that was undone can't be undone again.

    `posting` tells one that went to a ledger account rather than to documents.
    """

    id: UUID
    title: str
    detail: str
    undone: bool
    posting: bool = False
