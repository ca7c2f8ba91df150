"""When an invoice falls due (C. com. L441-10 I)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from otc_desktop.domain.customers.terms_grammar import read_terms
from otc_desktop.domain.shared.calendar import end_of_month, plus_days
from otc_desktop.domain.shared.errors import RuleError

LARGEST_DAYS = 365
_LAST_DAY_OF_MONTH = 31


class TermsKind(StrEnum):
    """From when, and in which order, days and month end are counted.

    `ON_ORDER` is payment before delivery («100 % à la commande»): the invoice is due the
    day it is issued, and goods wait for the money.
    """

    NET = "net"
    DAYS_THEN_END_OF_MONTH = "days_then_end_of_month"
    END_OF_MONTH_THEN_DAYS = "end_of_month_then_days"
    ON_RECEIPT = "on_receipt"
    ON_ORDER = "on_order"


AT_ONCE = frozenset({TermsKind.ON_RECEIPT, TermsKind.ON_ORDER})


@dataclass(frozen=True, slots=True)
class PaymentTerms:
    """An agreed delay for payment, in days, with the day of the month on which it is paid.

    «45 jours fin de mois» has two accepted readings (CEPC): days then month end, or
    month end then days. They are two kinds here, and the contract chooses. `day_of_month`
    0 means none; with «le 15» payment falls on the first 15th that the delay allows, and
    a 31st in a shorter month is its last day.

    Raises:
        RuleError: `customers.bad_payment_terms`.
    """

    kind: TermsKind
    days: int
    day_of_month: int = 0

    def __post_init__(self) -> None:
        counts = 0 <= self.days <= LARGEST_DAYS and 0 <= self.day_of_month <= _LAST_DAY_OF_MONTH
        if not counts or (self.kind in AT_ONCE and (self.days or self.day_of_month)):
            text = f"{self.kind.value} {self.days} {self.day_of_month}"
            raise RuleError("customers.bad_payment_terms", where="payment_terms", text=text)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read terms as written in French or English, such as `"45 days end of month"`.

        Raises:
            RuleError: `customers.bad_payment_terms`.
        """
        kind, days, day_of_month = read_terms(text)
        return cls(TermsKind(kind), days, day_of_month)

    def due_on(self, issued_on: date) -> date:
        """The last day on which payment is on time; never before the day of issue."""
        if self.kind is TermsKind.DAYS_THEN_END_OF_MONTH:
            due = end_of_month(plus_days(issued_on, self.days))
        elif self.kind is TermsKind.END_OF_MONTH_THEN_DAYS:
            due = plus_days(end_of_month(issued_on), self.days)
        else:
            due = plus_days(issued_on, self.days)
        return _next_day_of_month(due, self.day_of_month) if self.day_of_month else due

    def __str__(self) -> str:
        """The canonical form, which `parse` reads back."""
        if self.kind is TermsKind.ON_RECEIPT:
            return "on receipt"
        if self.kind is TermsKind.ON_ORDER:
            return "on order"
        delay = {
            TermsKind.NET: f"{self.days} days",
            TermsKind.DAYS_THEN_END_OF_MONTH: f"{self.days} days end of month",
            TermsKind.END_OF_MONTH_THEN_DAYS: f"end of month {self.days} days",
        }[self.kind]
        return f"{delay} on the {self.day_of_month}" if self.day_of_month else delay


def _next_day_of_month(earliest: date, day: int) -> date:
    """The first such day of a month on or after a date."""
    last = end_of_month(earliest)
    wished = earliest.replace(day=min(day, last.day))
    if wished >= earliest:
        return wished
    next_month = last + timedelta(days=1)
    return next_month.replace(day=min(day, end_of_month(next_month).day))
