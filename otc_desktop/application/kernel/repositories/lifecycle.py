"""Statuses of the reform, as use cases load and save them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from otc_desktop.domain.invoicing.lifecycle import StatusCode
from otc_desktop.domain.invoicing.lifecycle_history import Present, ReformStatus, StatusId
from otc_desktop.domain.shared.ids import AllocationId, InvoiceId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptOfInvoice:
    """What one allocation moved on one invoice, signed as its claim is; `on` is the receipt."""

    allocation_id: AllocationId
    on: date
    received: Money


class ReformStatusRepository(Protocol):
    """Statuses of issued invoices; nothing kept is ever changed."""

    def history(self, invoice_id: InvoiceId) -> Sequence[ReformStatus]:
        """All statuses of an invoice, by their own instants."""

    def get(self, status_id: StatusId) -> ReformStatus:
        """By id; NotFoundError `status.not_found`."""

    def add(self, status: ReformStatus, present: Present) -> None:
        """A new status, and where the invoice stands with it."""

    def present(self, invoice_id: InvoiceId) -> StatusCode | None:
        """Where the invoice stands; None before its first status."""

    def knows_message(self, message_id: str) -> bool:
        """Whether a message of this name came or went already."""

    def own(self, since: datetime | None = None) -> Sequence[StatusId]:
        """Statuses that are ours to send, in the order in which they were noted."""

    def with_receipts(self) -> Sequence[InvoiceId]:
        """Invoices in the life cycle with an allocation that no status tells."""

    def untold_receipts(self, invoice_id: InvoiceId) -> Sequence[ReceiptOfInvoice]:
        """Those allocations of one invoice, the earliest receipt first."""
