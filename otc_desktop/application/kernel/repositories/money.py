"""What is owed, what came in, and the entries of both, as use cases load and save them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from otc_desktop.application.kernel.ledger_files import (
    FecLine,
)
from otc_desktop.domain.banking.continuity import Neighbours
from otc_desktop.domain.banking.recognition import KnownMovement
from otc_desktop.domain.banking.statement import BankAccount, ParsedStatement
from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.ledger.journal_entry import JournalEntry
from otc_desktop.domain.receivables.allocation import Allocation
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import (
    AllocationId,
    BankAccountId,
    BankStatementId,
    BankTransactionId,
    CustomerId,
    InvoiceId,
    JournalEntryId,
    OpenItemId,
)
from otc_desktop.domain.shared.money import Money


class OpenItemRepository(Protocol):
    """What customers owe."""

    def get(self, item_id: OpenItemId) -> OpenItem:
        """By id."""

    def get_by_number(self, number: str) -> OpenItem:
        """By document number."""

    def find_by_invoice(self, invoice_id: InvoiceId) -> OpenItem | None:
        """The claim of one document."""

    def of_invoice(self, invoice_id: InvoiceId) -> Sequence[OpenItem]:
        """The claims of one document: its own first, then parts that fall due apart."""

    def rewrite(self, item: OpenItem) -> None:
        """A changed claim of which no amount moved: another date, account, or VAT due."""

    def lock(self, item_ids: Collection[OpenItemId]) -> Mapping[OpenItemId, OpenItem]:
        """Lock several, in the order of ids."""

    def by_numbers(self, numbers: Collection[str]) -> Mapping[str, OpenItem]:
        """Those that exist, by document number."""

    def existing_numbers(self, numbers: Collection[str]) -> set[str]:
        """Which of these numbers are taken."""

    def open_of(self, customer_id: CustomerId) -> Sequence[OpenItem]:
        """What is open of one customer, those due first."""

    def open_total(self, customer_id: CustomerId, currency: Currency) -> Money:
        """Sum of what one customer owes, credit notes deducted."""

    def add(self, item: OpenItem, customer: Customer) -> None:
        """A new claim and its first movement."""

    def save(
        self,
        item: OpenItem,
        *,
        moved: Money,
        on: date,
        kind: str,
        allocation_id: AllocationId | None,
    ) -> None:
        """A changed claim and the movement that changed it."""

    def next_letter_place(self, customer_id: CustomerId) -> int:
        """The next place in the customer's sequence of matching letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRecord:
    """An imported statement as kept."""

    id: BankStatementId
    account_id: BankAccountId
    format: str
    statement_id: str
    currency: str
    opening: Money | None
    closing: Money | None
    opening_on: date | None
    closing_on: date | None
    transactions: int
    added: int
    file_sha256: str


class BankRepository(Protocol):
    """Bank accounts, statements and movements."""

    def get_account(self, account_id: BankAccountId) -> BankAccount:
        """By id."""

    def find_account(self, number: str) -> BankAccount | None:
        """By IBAN or number as written; locked against a second import meanwhile."""

    def add_account(self, account: BankAccount) -> BankAccount:
        """A new account, or the one of that number that somebody else added meanwhile."""

    def rename_account(self, account: BankAccount, number: str) -> BankAccount:
        """Give an account its fuller number, such as the IBAN of one known by a short one."""

    def newest_statement_date(self) -> date | None:
        """The last day any statement tells of; None before the first import."""

    def accounts(self) -> Sequence[BankAccount]:
        """All accounts, by number."""

    def movements_between(
        self, account_id: BankAccountId, first: date, last: date
    ) -> Sequence[tuple[KnownMovement, str]]:
        """The account's movements booked on these days, each with its name in the account."""

    def neighbours(
        self, account_id: BankAccountId, statement: ParsedStatement, own_id: BankStatementId
    ) -> Neighbours:
        """What is known around a statement that was just stored."""

    def add_statement(
        self, record: StatementRecord, transactions: Sequence[BankTransaction]
    ) -> None:
        """A statement with its new movements."""

    def replace_by_first(self, transaction: BankTransaction) -> None:
        """A batch's movement made its first payment; the others are added beside it."""

    def get(self, transaction_id: BankTransactionId, *, lock: bool = False) -> BankTransaction:
        """One movement."""

    def unmatched(self) -> Sequence[BankTransaction]:
        """Movements that wait for somebody, oldest first."""

    def save(self, transaction: BankTransaction) -> None:
        """A changed movement."""


class AllocationRepository(Protocol):
    """Receipts laid on open items."""

    def get(self, allocation_id: AllocationId) -> Allocation:
        """By id."""

    def entry_of(self, allocation_id: AllocationId) -> JournalEntryId | None:
        """The journal entry it made, if it made one."""

    def is_reversed(self, allocation_id: AllocationId) -> bool:
        """Whether it was undone."""

    def add(
        self, allocation: Allocation, *, currency: Currency, entry_id: JournalEntryId | None
    ) -> None:
        """A new allocation, or the reversal of one."""

    def undone_pairs(self) -> set[tuple[BankTransactionId, OpenItemId]]:
        """Receipts and items that were taken apart."""


class JournalRepository(Protocol):
    """Posted entries."""

    def get(self, entry_id: JournalEntryId) -> JournalEntry:
        """By id."""

    def add(self, entry: JournalEntry, *, fiscal_year: str, posted_on: date) -> str:
        """Post an entry; returns its number."""

    def export_lines(
        self,
        from_on: date,
        to_on: date,
        *,
        account_names: Mapping[str, str],
        journal_names: Mapping[str, str],
        unexported_only: bool,
    ) -> Iterable[FecLine]:
        """Posted lines of a period in order of entry, streamed."""

    def has_unexported(self, from_on: date, to_on: date) -> bool:
        """Whether the period holds an entry that no batch holds."""

    def new_batch(
        self, batch_id: UUID, *, format: str, from_on: date, to_on: date, sha256: str
    ) -> int:
        """Mark the period's entries that no batch holds; returns the batch's number."""
