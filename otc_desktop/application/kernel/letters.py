"""What use cases need of letters on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.company import Company

PDF = "application/pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter to a customer; `text` has paragraphs separated by empty lines.

    `label` names what it is, at the top: `letter` or `letter_payment_plan`.
    """

    company: Company
    customer: Customer
    language: str
    on: date
    subject: str
    text: str
    is_registered: bool
    label: str = "letter"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A PDF that goes with a letter, and what it is called."""

    title: str
    content: bytes


class Letters(Protocol):
    """Draws letters."""

    def pdf(self, letter: Letter) -> bytes:
        """The letter, addressed for a window envelope."""

    def bound(self, letter: bytes, enclosures: Sequence[Enclosed]) -> bytes:
        """The letter and its enclosures as one PDF, its pages numbered throughout.

        Raises:
            RuleError: `dunning.enclosure_unreadable`.
        """
