"""Mandates and collections of direct debits, as use cases load and save them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from otc_desktop.domain.direct_debits.collection import Collection, Debit
from otc_desktop.domain.direct_debits.mandate import Mandate, Scheme
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.ids import BankTransactionId, CustomerId, OpenItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class DueClaim:
    """A claim that falls due, and what stands against collecting it."""

    item: OpenItem
    disputed: bool
    taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturningLine:
    """A bank line that takes a debit back; `reason` is the bank's code, empty if it gives none."""

    transaction_id: BankTransactionId
    paper_id: UUID
    reference: str
    reason: str


class DirectDebitRepository(Protocol):
    """Mandates, and the collections that files ask the bank for."""

    def get_mandate(self, mandate_id: UUID, *, lock: bool = False) -> Mandate:
        """By id; NotFoundError `direct_debits.mandate_not_found`."""

    def mandate_by_rum(self, rum: str) -> Mandate:
        """By its reference; NotFoundError `direct_debits.mandate_not_found`."""

    def knows_rum(self, ics: str, rum: str) -> bool:
        """Whether the creditor gave that reference already."""

    def mandates_of(self, customer_id: CustomerId) -> Sequence[Mandate]:
        """All of one customer, the newest first."""

    def add_mandate(self, mandate: Mandate) -> None:
        """A new mandate."""

    def save_mandate(self, mandate: Mandate) -> None:
        """A changed mandate."""

    def due_claims(self, scheme: Scheme, due_by: date) -> Sequence[DueClaim]:
        """What is open and due by a day of customers that ever signed a mandate, oldest first."""

    def get(self, number: str, *, lock: bool = False) -> Collection:
        """By number; NotFoundError `direct_debits.collection_not_found`."""

    def add(self, collection: Collection) -> None:
        """A new collection; ConflictError `database.already_exists` when a claim is taken."""

    def save(self, collection: Collection) -> None:
        """A changed collection; once it no longer waits its claims are free for others."""

    def collected(self) -> frozenset[OpenItemId]:
        """Claims in a collection that waits to be handed over."""

    def debit(self, end_to_end_id: str) -> Debit | None:
        """The debit of a reference that a bank gives back."""

    def returning_lines(self) -> Sequence[ReturningLine]:
        """Debits of the bank that wait and carry the reference of a debit of ours."""
