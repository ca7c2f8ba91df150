"""What the search across everything finds."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from otc_desktop.application.kernel.task import Task
from otc_desktop.domain.shared.ids import ContactId, CustomerId


class FoundKind(StrEnum):
    """What was found."""

    CUSTOMER = "customer"
    CONTACT = "contact"
    PRODUCT = "product"
    QUOTE = "quote"
    ORDER = "order"
    DELIVERY = "delivery"
    RETURN = "return"
    INVOICE = "invoice"
    BANK_LINE = "bank_line"
    ATTACHMENT = "attachment"


class Closeness(StrEnum):
    """How well it answers, best first."""

    EXACT = "exact"
    BEGINNING = "beginning"
    WORDS = "words"
    TYPO = "typo"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class ContactRow:
    """Somebody at a customer, as a search shows them."""

    id: ContactId
    name: str
    function: str
    email: str
    customer_id: CustomerId
    customer_name: str


@dataclass(frozen=True, slots=True)
class FoundThing:
    """Something found: its row as its own list shows it."""

    kind: FoundKind
    closeness: Closeness
    row: Any


class Finding(Protocol):
    """Finds things of every kind by what somebody typed."""

    def find(self, text: str, task: Task, *, most: int) -> Sequence[FoundThing]:
        """The closest things, at most that many of each kind, the best answer first."""
        ...
