"""Duplicates of customers and their merges, as use cases load and save them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.duplicates import Traits
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.ids import CustomerId, JournalEntryId


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeRecord:
    """One file put into another, on which day, and by whom."""

    id: UUID
    keeper_id: CustomerId
    loser_id: CustomerId
    merged_on: date
    merged_by: str
    version: int = 1


class DuplicateBook(Protocol):
    """Finds files that may be of one customer, by indexes; archived and merged ones left out."""

    def near(self, traits: Traits) -> Sequence[Traits]:
        """Files that share a number, an account, a domain, a phone or the postal code."""

    def near_many(self, several: Collection[Traits]) -> Sequence[Traits]:
        """The same for many files in a few questions."""

    def everybody(self) -> Sequence[Traits]:
        """All files, for the list of pairs."""

    def told_apart(self, ids: Collection[CustomerId]) -> Collection[tuple[CustomerId, CustomerId]]:
        """Pairs with one of these files that somebody declared two customers; smaller id first."""

    def all_told_apart(self) -> Collection[tuple[CustomerId, CustomerId]]:
        """All such pairs."""

    def tell_apart(self, one: CustomerId, other: CustomerId, *, on: date) -> None:
        """Remember that two files are two customers."""


class CustomerMerges(Protocol):
    """Moves everything of one customer to another, and back."""

    def lock(self, customer_ids: Collection[CustomerId]) -> None:
        """Keep several files for this transaction; documents for them wait until it ends."""

    def counts(self, customer_id: CustomerId) -> Mapping[str, int]:
        """What hangs on a file, by the name of its kind; kinds without any are left out."""

    def start(self, merge: MergeRecord, *, keeper: Customer, loser: Customer) -> None:
        """A new merge; the files as they stand before it."""

    def move(self, merge: MergeRecord) -> Mapping[str, int]:
        """Everything of the loser now hangs on the keeper; how much of each kind."""

    def keep_files(self, merge: MergeRecord, *, keeper: Customer, loser: Customer) -> None:
        """Save both files as they stand after the merge, remembering what changed."""

    def moved_open_items(self, merge: MergeRecord) -> Sequence[OpenItem]:
        """Of the items that moved, those with something open now."""

    def find(self, keeper_id: CustomerId, loser_id: CustomerId) -> MergeRecord | None:
        """The merge of these two that stands, locked."""

    def standing(self, customer_id: CustomerId) -> Sequence[MergeRecord]:
        """Merges into a file that stand, the last first."""

    def grown(self, merge: MergeRecord) -> Sequence[str]:
        """Numbers of later documents that continue one that moved."""

    def move_back(self, merge: MergeRecord) -> Mapping[str, int]:
        """What moved hangs on the loser again, and both files are as they were."""

    def set_entry(self, merge: MergeRecord, entry_id: JournalEntryId) -> None:
        """The entry that carried the balance over."""

    def finish(self, merge: MergeRecord, *, by: str, entry_id: JournalEntryId | None) -> None:
        """The merge no longer stands."""


def ordered_pair(one: CustomerId, other: CustomerId) -> tuple[CustomerId, CustomerId]:
    """Two ids, the smaller first."""
    return (one, other) if one < other else (other, one)
