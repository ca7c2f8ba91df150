"""What use cases load and save, by slice, as Protocols; `persistence` implements them.

`get…` raises NotFoundError, `find…` gives None; `lock=True` keeps the row for this
transaction. `save` raises ConflictError when somebody else saved meanwhile.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from otc_desktop.application.kernel.ports import FecLine
from otc_desktop.domain.banking.statement import BankAccount
from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.catalogue.product import Product
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.disputes.dispute import Dispute
from otc_desktop.domain.dunning.planner import Debtor, DueItem, PlannedReminder
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceDraft
from otc_desktop.domain.ledger.journal_entry import JournalEntry
from otc_desktop.domain.receivables.allocation import Allocation
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.sales.sales_order import Delivery, SalesOrder
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import (
    AllocationId,
    BankAccountId,
    BankStatementId,
    BankTransactionId,
    CustomerId,
    DeliveryId,
    DisputeId,
    InvoiceId,
    JournalEntryId,
    MailId,
    OpenItemId,
    ProductId,
    ReminderId,
    SalesOrderId,
)
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.stock.movement import StockMovement


class CompanyRepository(Protocol):
    """The company and its settings."""

    def get(self) -> Company:
        """The company; NotFoundError `company.not_initialised` before `init`."""

    def find(self) -> Company | None:
        """The company, or None before `init`."""

    def save(self, company: Company) -> None:
        """Create or replace it."""


class NumberSeries(Protocol):
    """Continuous numbers. `take` locks the series until the transaction ends."""

    def take(self, series: str, period: str, day: date) -> int:
        """The next number; RuleError `invoicing.date_goes_back` when a later date was used."""


class CustomerRepository(Protocol):
    """Customer files."""

    def get(self, customer_id: CustomerId) -> Customer:
        """By id."""

    def find_by_code(self, code: str) -> Customer | None:
        """By the code people use."""

    def by_codes(self, codes: Collection[str]) -> Mapping[str, Customer]:
        """Those that exist, by code."""

    def add_many(self, customers: Sequence[Customer]) -> None:
        """New files."""

    def save(self, customer: Customer) -> None:
        """A changed file."""

    def payers(self) -> Iterable[tuple[CustomerId, str, str]]:
        """Id, name and IBAN of every customer, for recognising who paid."""


class ProductRepository(Protocol):
    """Products and services."""

    def find_by_code(self, code: str) -> Product | None:
        """By the code people use."""

    def by_codes(self, codes: Collection[str]) -> Mapping[str, Product]:
        """Those that exist, by code."""

    def add_many(self, products: Sequence[Product]) -> None:
        """New products."""

    def save(self, product: Product) -> None:
        """A changed product."""


class StockRepository(Protocol):
    """Stock movements."""

    def add_many(self, movements: Sequence[StockMovement]) -> None:
        """New movements."""

    def on_hand(self, product_ids: Collection[UUID]) -> Mapping[ProductId, Decimal]:
        """Sum of movements by product; a product without any is missing."""


class SalesOrderRepository(Protocol):
    """Orders."""

    def get(self, order_id: SalesOrderId, *, lock: bool = False) -> SalesOrder:
        """By id."""

    def get_by_number(self, number: str, *, lock: bool = False) -> SalesOrder:
        """By number."""

    def add(self, order: SalesOrder, customer: Customer) -> None:
        """A new order."""

    def save(self, order: SalesOrder) -> None:
        """A changed order."""

    def undelivered_total(self, customer_id: CustomerId, currency: Currency) -> Money:
        """Confirmed and not delivered, including tax."""


class DeliveryRepository(Protocol):
    """Deliveries."""

    def get(self, delivery_id: DeliveryId) -> Delivery:
        """By id, locked."""

    def get_by_number(self, number: str, *, lock: bool = False) -> Delivery:
        """By number."""

    def add(self, delivery: Delivery) -> None:
        """A new delivery."""

    def mark_invoiced(self, delivery: Delivery, *, invoiced: bool) -> None:
        """Whether a document, draft or issued, invoices it; ConflictError when it did already."""


class InvoiceRepository(Protocol):
    """Drafts and issued documents."""

    def get_draft(self, invoice_id: InvoiceId, *, lock: bool = False) -> InvoiceDraft:
        """A draft; RuleError `invoicing.already_issued` when it has a number."""

    def get_issued(self, invoice_id: InvoiceId) -> Invoice:
        """An issued document."""

    def get_by_number(self, number: str) -> Invoice:
        """An issued document by its number."""

    def draft_ids(self) -> Sequence[InvoiceId]:
        """All drafts, in order of their wished date, then of making."""

    def add_draft(self, draft: InvoiceDraft, customer: Customer, document_on: date) -> None:
        """A new draft."""

    def issue(self, invoice: Invoice, version: int) -> None:
        """Give a draft its number and final content."""

    def delete_draft(self, draft: InvoiceDraft) -> None:
        """Throw a draft away."""

    def has_invoice_of_order(self, order_id: SalesOrderId) -> bool:
        """Whether any draft or issued document came from this order."""

    def credited(self, invoice_id: InvoiceId) -> Sequence[InvoiceDraft | Invoice]:
        """Credit notes, issued or not, that name this invoice."""


class ArchiveRepository(Protocol):
    """Exact bytes of issued documents, in a hash chain."""

    def add_document(self, invoice_id: InvoiceId, media_type: str, content: bytes) -> str:
        """Keep a document; returns its SHA-256."""

    def document(self, invoice_id: InvoiceId, media_type: str) -> bytes:
        """The bytes as issued."""

    def digest(self, invoice_id: InvoiceId, media_type: str) -> str | None:
        """The SHA-256 of a kept document, None where none was kept."""

    def content(self, sha256: str) -> bytes:
        """Any kept bytes by their hash."""


class OpenItemRepository(Protocol):
    """What customers owe."""

    def get(self, item_id: OpenItemId) -> OpenItem:
        """By id."""

    def get_by_number(self, number: str) -> OpenItem:
        """By document number."""

    def find_by_invoice(self, invoice_id: InvoiceId) -> OpenItem | None:
        """The claim of one document."""

    def lock(self, item_ids: Collection[OpenItemId]) -> Mapping[OpenItemId, OpenItem]:
        """Lock several, in the order of ids."""

    def existing_numbers(self, numbers: Collection[str]) -> set[str]:
        """Which of these numbers are taken."""

    def all_open(self) -> Sequence[OpenItem]:
        """Every item with something open."""

    def open_total(self, customer_id: CustomerId, currency: Currency) -> Money:
        """Sum of what one customer owes, credit notes deducted."""

    def add(self, item: OpenItem, customer: Customer) -> None:
        """A new claim and its first movement."""

    def save(
        self, item: OpenItem, *, moved: Money, on: date, kind: str, allocation_id: AllocationId
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

    def add_account(self, account: BankAccount) -> None:
        """A new account."""

    def last_closing(self, account_id: BankAccountId, before: date | None) -> Money | None:
        """Closing balance of the newest statement that ended before a date."""

    def newest_statement_date(self) -> date | None:
        """The last day any statement tells of; None before the first import."""

    def accounts(self) -> Sequence[BankAccount]:
        """All accounts, by number."""

    def known_fingerprints(
        self, account_id: BankAccountId, fingerprints: Collection[str]
    ) -> set[str]:
        """Which movements are here already."""

    def add_statement(
        self, record: StatementRecord, transactions: Sequence[BankTransaction]
    ) -> None:
        """A statement with its new movements."""

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

    def new_batch(
        self, batch_id: UUID, *, format: str, from_on: date, to_on: date, sha256: str
    ) -> int:
        """Mark the period's entries that no batch holds; returns the batch's number."""


class DisputeRepository(Protocol):
    """Disputes."""

    def get(self, dispute_id: DisputeId) -> Dispute:
        """By id."""

    def add(self, dispute: Dispute) -> None:
        """A new dispute."""

    def save(self, dispute: Dispute) -> None:
        """A changed dispute."""

    def open_total(self, item_id: OpenItemId) -> int:
        """Minor units contested on one item."""


@dataclass(frozen=True, slots=True)
class NoticeRecord:
    """A reminder as kept, with its items as they stand now."""

    customer_id: CustomerId
    step: int
    items: tuple[DueItem, ...]


class DunningRepository(Protocol):
    """What reminders need to know, and the notices they leave."""

    def lock_planning(self) -> None:
        """One planner at a time, until the transaction ends."""

    def due_items(self, due_before: date) -> Sequence[DueItem]:
        """Open invoices due before a date, with dispute and level."""

    def debtors(self, customer_ids: Collection[CustomerId]) -> Mapping[CustomerId, Debtor]:
        """Those customers as dunning sees them; unmatched receipts are the caller's to add."""

    def add(
        self, reminder: PlannedReminder, notice_id: ReminderId, *, on: date, status: str
    ) -> bool:
        """Keep a planned reminder; False when the same one is there already."""

    def status(self, notice_id: ReminderId) -> str:
        """Where a notice stands; locked."""

    def notice(self, notice_id: ReminderId) -> NoticeRecord:
        """A kept reminder."""

    def is_still_due(self, notice_id: ReminderId) -> bool:
        """Whether anything on a notice is still open and not contested."""

    def set_status(self, notice_id: ReminderId, status: str) -> None:
        """Move a notice on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedMail:
    """A mail in the outbox."""

    id: MailId
    kind: str
    customer_id: CustomerId
    invoice_id: InvoiceId | None
    notice_id: ReminderId | None
    recipient: str
    subject: str
    body: str
    attachments: tuple[tuple[str, str, str], ...]  # file name, media type, SHA-256
    attempts: int = 0


class OutboxRepository(Protocol):
    """Mail that waits. Times are the database's own: workstations disagree."""

    def add(self, mail: QueuedMail) -> None:
        """Queue a mail, ready to leave."""

    def claim(self, owner: str, *, lease_seconds: int) -> QueuedMail | None:
        """Take one ready mail, moving it to `sending`; nobody else gets it."""

    def ready_count(self) -> int:
        """How many mails could leave now."""

    def has_invoice(self, invoice_id: InvoiceId) -> bool:
        """Whether a mail with this document was queued and did not fail."""

    def expire_leases(self) -> int:
        """Mails whose sender vanished become `uncertain`; returns how many."""

    def mark(
        self, mail_id: MailId, status: str, *, answer: str = "", retry_in_seconds: int | None = None
    ) -> None:
        """Write down what became of a mail."""
