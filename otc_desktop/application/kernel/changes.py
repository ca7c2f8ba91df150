"""What a committed use case touched, so that windows know what to read again."""

from dataclasses import dataclass, field
from enum import StrEnum


class Topic(StrEnum):
    """Kinds of things a screen shows."""

    COMPANY = "company"
    CUSTOMERS = "customers"
    CREDIT = "credit"
    CATALOGUE = "catalogue"
    STOCK = "stock"
    ORDERS = "orders"
    INVOICING = "invoicing"
    BANK = "bank"
    RECEIVABLES = "receivables"
    DUNNING = "dunning"
    DISPUTES = "disputes"
    LEDGER = "ledger"
    OUTBOX = "outbox"
    ATTACHMENTS = "attachments"
    JOBS = "jobs"


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """The topics touched by one commit."""

    topics: frozenset[Topic] = field(default_factory=frozenset)
