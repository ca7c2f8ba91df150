"""Orders, deliveries, invoices and their archive, as use cases load and save them."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Protocol

from otc_desktop.application.kernel.issued_files import KeptDocument
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.doubts import AlikeDocument
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceDraft
from otc_desktop.domain.invoicing.references import DepositDeduction
from otc_desktop.domain.sales.quote import Quote
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.shared.ids import CustomerId, DeliveryId, InvoiceId, QuoteId, SalesOrderId


class SalesOrderRepository(Protocol):
    """Orders."""

    def get(self, order_id: SalesOrderId, *, lock: bool = False) -> SalesOrder:
        """By id."""

    def get_by_number(self, number: str, *, lock: bool = False) -> SalesOrder:
        """By number."""

    def add(self, order: SalesOrder, customer: Customer) -> None:
        """A new order."""

    def save(self, order: SalesOrder) -> None:
        """A changed order; its lines stay, only deliveries move on."""

    def rewrite(self, order: SalesOrder, customer: Customer) -> None:
        """An order with other lines, dates or site."""


class QuoteRepository(Protocol):
    """Quotes."""

    def get(self, quote_id: QuoteId) -> Quote:
        """By id; NotFoundError `sales.quote_not_found`."""

    def get_by_number(self, number: str, *, lock: bool = False) -> Quote:
        """By number; NotFoundError `sales.quote_not_found`."""

    def add(self, quote: Quote, customer: Customer) -> None:
        """A new quote."""

    def save(self, quote: Quote) -> None:
        """A quote that has come further; its content stays."""

    def rewrite(self, quote: Quote, customer: Customer) -> None:
        """A draft with other content."""


class InvoiceRepository(Protocol):
    """Drafts and issued documents."""

    def get_draft(self, invoice_id: InvoiceId, *, lock: bool = False) -> InvoiceDraft:
        """A draft; RuleError `invoicing.already_issued` when it has a number."""

    def get_issued(self, invoice_id: InvoiceId, *, lock: bool = False) -> Invoice:
        """An issued document; locked while something is taken off it."""

    def get_by_number(self, number: str, *, lock: bool = False) -> Invoice:
        """An issued document by its number; locked while something is taken off it."""

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

    def of_delivery(self, delivery_id: DeliveryId) -> InvoiceDraft | Invoice | None:
        """The draft or issued document that invoices a delivery."""

    def alike(self, draft: InvoiceDraft) -> Sequence[AlikeDocument]:
        """Issued documents of the draft's customer, kind and total, the latest first."""

    def is_draft(self, invoice_id: InvoiceId) -> bool:
        """Whether it waits for its number."""

    def corrected_by(self, invoice_id: InvoiceId) -> InvoiceId | None:
        """The corrective invoice, issued or not, that replaces this one."""

    def deductions_of(
        self, deposit_id: InvoiceId, *, but: InvoiceId | None = None
    ) -> Sequence[DepositDeduction]:
        """What drafts and issued documents, `but` one, deduct of a deposit for good."""

    def asked_deposits(self, order_id: SalesOrderId) -> Sequence[InvoiceDraft | Invoice]:
        """Deposit invoices of an order, issued or not, that no credit note takes back."""

    def deposits_of(
        self, customer_id: CustomerId, order_ids: Collection[SalesOrderId]
    ) -> Sequence[InvoiceId]:
        """Issued deposit invoices of a customer that name one of these orders, oldest first."""

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

    def keep(self, content: bytes) -> str:
        """Keep bytes that are no issued document, once; returns their SHA-256."""

    def content(self, sha256: str) -> bytes:
        """Any kept bytes by their hash."""

    def count_issued(self, from_on: date, to_on: date) -> int:
        """How many archived documents are dated in a period."""

    def issued(self, from_on: date, to_on: date) -> Iterator[KeptDocument]:
        """The archived documents dated in a period, streamed in the order of the chain."""
