"""When an invoice falls due (C. com. L441-10 I)."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from otc_desktop.domain.shared.calendar import end_of_month, plus_days
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.text import fold

_LARGEST_DAYS = 365

_ON_RECEIPT = {
    "on receipt",
    "a reception",
    "a reception de facture",
    "comptant",
    "immediat",
    "due on receipt",
}
_PATTERNS = (
    (re.compile(r"^(?:a )?(\d{1,3}) ?(?:days?|jours?|j)(?: net| nets)?$"), "net"),
    (
        re.compile(r"^(?:a )?(\d{1,3}) ?(?:days?|jours?|j) ?(?:end of month|eom|fin de mois|fdm)$"),
        "then_end",
    ),
    (
        re.compile(
            r"^(?:end of month|eom|fin de mois|fdm) ?\+? ?(?:a )?(\d{1,3}) ?(?:days?|jours?|j)$"
        ),
        "end_then",
    ),
)


class TermsKind(StrEnum):
    """The order in which days and month end are counted."""

    NET = "net"
    DAYS_THEN_END_OF_MONTH = "days_then_end_of_month"
    END_OF_MONTH_THEN_DAYS = "end_of_month_then_days"
    ON_RECEIPT = "on_receipt"


_KIND_OF_PATTERN = {
    "net": TermsKind.NET,
    "then_end": TermsKind.DAYS_THEN_END_OF_MONTH,
    "end_then": TermsKind.END_OF_MONTH_THEN_DAYS,
}


@dataclass(frozen=True, slots=True)
class PaymentTerms:
    """An agreed delay for payment, in days.

    «45 jours fin de mois» has two accepted readings (CEPC): days then month end, or
    month end then days. They are two kinds here, and the contract chooses.
    """

    kind: TermsKind
    days: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read terms as written in French or English, such as `"45 days end of month"`.

        Raises:
            RuleError: `customers.bad_payment_terms`.
        """
        plain = fold(text)
        if plain in _ON_RECEIPT:
            return cls(TermsKind.ON_RECEIPT, 0)
        for pattern, name in _PATTERNS:
            found = pattern.match(plain)
            if found and int(found[1]) <= _LARGEST_DAYS:
                return cls(_KIND_OF_PATTERN[name], int(found[1]))
        raise RuleError("customers.bad_payment_terms", where="payment_terms", text=text)

    def due_on(self, issued_on: date) -> date:
        """The last day on which payment is on time."""
        if self.kind is TermsKind.DAYS_THEN_END_OF_MONTH:
            return end_of_month(plus_days(issued_on, self.days))
        if self.kind is TermsKind.END_OF_MONTH_THEN_DAYS:
            return plus_days(end_of_month(issued_on), self.days)
        return plus_days(issued_on, self.days)

    def __str__(self) -> str:
        """The canonical form, which `parse` reads back."""
        if self.kind is TermsKind.ON_RECEIPT:
            return "on receipt"
        if self.kind is TermsKind.DAYS_THEN_END_OF_MONTH:
            return f"{self.days} days end of month"
        if self.kind is TermsKind.END_OF_MONTH_THEN_DAYS:
            return f"end of month {self.days} days"
        return f"{self.days} days"
