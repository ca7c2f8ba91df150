"""Rows of the customers' screen."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from otc_desktop.domain.credit.exposure import Exposure
from otc_desktop.domain.customers.customer import Customer, CustomerStatus
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRow:
    """A customer in the list, with what is owed as of the business date.

    `merged_into` is the code of the file that took over everything of this one.
    """

    id: CustomerId
    code: str
    name: str
    city: str
    siren: str
    email: str
    payment_terms: str
    open_amount: Money
    overdue_amount: Money
    credit_limit: Money | None
    status: CustomerStatus = CustomerStatus.ACTIVE
    is_archived: bool = False
    merged_into: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerDetail:
    """A customer's file and its figures."""

    customer: Customer
    open_amount: Money
    overdue_amount: Money
    exposure: Exposure
    merged_into: str = ""

    @property
    def open_orders(self) -> Money:
        """Accepted and not delivered, including tax."""
        return self.exposure.ordered


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """A fact about a customer: the business day it belongs to, and when it was noted.

    `attachments` counts the files on the thing the fact is about.
    """

    id: UUID
    happened_on: date
    at: datetime
    kind: str
    subject_id: UUID
    details: dict[str, object]
    attachments: int = 0


@dataclass(frozen=True, slots=True)
class MailText:
    """A mail as it was written."""

    recipient: str
    subject: str
    body: str
