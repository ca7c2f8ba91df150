"""What figures are made from, as use cases load it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from otc_desktop.domain.reporting.customer_figures import CustomerHistory
from otc_desktop.domain.reporting.dispute_figures import DisputeFigures
from otc_desktop.domain.reporting.expected_receipts import OpenClaim
from otc_desktop.domain.reporting.invoice_errors import InvoiceErrors
from otc_desktop.domain.reporting.unpaid_reasons import Sending
from otc_desktop.domain.shared.ids import CustomerId, InvoiceId, OpenItemId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoicePath:
    """What became of one invoice on its way to the customer and back."""

    sending: Sending | None
    from_order: bool
    delivered_on: date | None
    disputed: Money
    dispute_reason: str
    dispute_due_on: date | None
    last_paid_on: date | None
    reminded_on: date | None
    reminder_step: int | None
    promised_on: date | None
    promised: Money | None


class ReportingRepository(Protocol):
    """Histories and habits."""

    def histories(
        self, customer_ids: Collection[CustomerId], *, since: date
    ) -> Mapping[CustomerId, CustomerHistory]:
        """Claims issued since a date or still open, with what else weighs, by customer."""

    def with_open_items(self) -> Sequence[CustomerId]:
        """Customers that owe something or are owed something."""

    def open_claims(self, customer_id: CustomerId, *, on: date) -> Sequence[OpenClaim]:
        """A customer's open invoices with what is contested and promised."""

    def usual_delays(self) -> Sequence[int]:
        """Days from due date to settlement of the invoices settled last, of all customers."""

    def invoice_errors(self, first: date, last: date) -> InvoiceErrors:
        """How many invoices of a period were corrected for an error until its last day."""

    def dispute_figures(self, first: date, last: date) -> DisputeFigures:
        """Disputes opened and settled in a period, and those open on its last day."""

    def path_of(
        self, item_id: OpenItemId, invoice_id: InvoiceId | None, *, on: date
    ) -> InvoicePath:
        """What became of one invoice."""

    def unused_credits(self, customer_id: CustomerId) -> Money:
        """Credit notes and payments on account that settle nothing yet, as a positive amount."""
