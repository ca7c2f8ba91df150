"""Formal notices, letters, hand-overs and proposed entries, as use cases load and save them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from otc_desktop.domain.dunning.formal_notice import FormalNotice, PostalLetter
from otc_desktop.domain.dunning.handover import Handover
from otc_desktop.domain.ledger.entry_proposal import EntryProposal
from otc_desktop.domain.shared.ids import (
    CustomerId,
    FormalNoticeId,
    JournalEntryId,
    OpenItemId,
    PostalLetterId,
)
from otc_desktop.domain.shared.money import Money


class FormalNoticeRepository(Protocol):
    """Formal notices, and the letters for the post."""

    def add(self, notice: FormalNotice) -> None:
        """A new formal notice."""

    def get(self, notice_id: FormalNoticeId) -> FormalNotice:
        """By id; NotFoundError `dunning.formal_notice_not_found`."""

    def of_customer(self, customer_id: CustomerId) -> Sequence[FormalNotice]:
        """A customer's, the oldest first."""

    def add_letter(self, letter: PostalLetter) -> None:
        """A letter to print."""

    def letter(self, letter_id: PostalLetterId) -> PostalLetter:
        """By id, locked; NotFoundError `dunning.letter_not_found`."""

    def letters_of(self, customer_id: CustomerId) -> Sequence[PostalLetter]:
        """A customer's, the oldest first."""

    def save_letter(self, letter: PostalLetter) -> None:
        """A letter posted, received, returned or cancelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentReminder:
    """A reminder that left, for the record: when, by which way, what it said."""

    sent_on: date
    channel: str
    step: int
    recipient: str
    subject: str
    body: str
    letter_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofFile:
    """A file that proves a claim: an attachment, by its name and hash."""

    title: str
    file_name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactFact:
    """A call, a promise, or a note in a customer's history."""

    on: date
    kind: str
    text: str


class HandoverRepository(Protocol):
    """Claims handed over, and what their file is made of."""

    def add(self, handover: Handover) -> None:
        """A new hand-over."""

    def by_number(self, number: str) -> Handover:
        """By number, locked; NotFoundError `dunning.handover_not_found`."""

    def save(self, handover: Handover) -> None:
        """A hand-over with its reference, or closed."""

    def handed_over(self) -> frozenset[OpenItemId]:
        """The items of hand-overs that run."""

    def reminders_of(self, item_ids: Collection[OpenItemId]) -> Sequence[SentReminder]:
        """Reminders of these items that left, the oldest first."""

    def proofs_of(self, item_ids: Collection[OpenItemId]) -> Sequence[ProofFile]:
        """Files attached to the invoices, orders, quotes and deliveries of these items."""

    def contacts_of(self, customer_id: CustomerId) -> Sequence[ContactFact]:
        """Calls and promises of a customer, the oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionOf:
    """What is provided for a claim, by which percentage last."""

    amount: Money
    percent: Decimal


class EntryProposalRepository(Protocol):
    """Proposed entries, and what is provided for each claim."""

    def add(self, proposal: EntryProposal) -> None:
        """A new proposal."""

    def by_number(self, number: str) -> EntryProposal:
        """By number, locked; NotFoundError `ledger.proposal_not_found`."""

    def save(self, proposal: EntryProposal) -> None:
        """A proposal decided."""

    def drafts_of(self, item_ids: Collection[OpenItemId]) -> Sequence[EntryProposal]:
        """Undecided proposals about any of these items."""

    def of_allocation(self, allocation_id: UUID) -> Sequence[EntryProposal]:
        """Proposals about the difference of a receipt, whatever became of them."""

    def written_off(self, item_id: OpenItemId) -> EntryProposal | None:
        """The last posted proposal that gave an item up."""

    def provisions(self, item_ids: Collection[OpenItemId]) -> Mapping[OpenItemId, ProvisionOf]:
        """What is provided for these items; those without are left out."""

    def provided_items(self) -> Sequence[OpenItemId]:
        """Every item with a provision."""

    def doubtful_items(self, account: str) -> Sequence[OpenItemId]:
        """Every open item on the account of doubtful customers."""

    def move_provision(
        self,
        item_id: OpenItemId,
        amount: Money,
        *,
        percent: Decimal,
        on: date,
        entry_id: JournalEntryId,
    ) -> None:
        """Provide so much more, or less, for an item."""
