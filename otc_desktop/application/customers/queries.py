"""Rows of the customers' screen."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRow:
    """A customer in the list, with what is owed as of the business date."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerDetail:
    """A customer's file and its figures."""

    customer: Customer
    open_amount: Money
    overdue_amount: Money
    open_orders: Money


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
