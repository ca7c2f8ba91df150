"""What use cases need of letters and statements of account on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.dunning.planner import DueItem
from otc_desktop.domain.shared.company import Company

PDF = "application/pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter to a customer; `text` has paragraphs separated by empty lines."""

    company: Company
    customer: Customer
    language: str
    on: date
    subject: str
    text: str
    is_registered: bool


class Letters(Protocol):
    """Draws letters and statements of account."""

    def pdf(self, letter: Letter) -> bytes:
        """The letter, addressed for a window envelope."""

    def statement(
        self, company: Company, customer: Customer, items: Sequence[DueItem], *, on: date
    ) -> tuple[str, bytes]:
        """The statement of what a customer owes, and a file name for it."""
