"""How a customer pays: what was claimed, when it was settled, and how late."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil

from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.shared.rounding import round_half_up

HABIT_DAYS = 365
# Fewer settled invoices say nothing about a habit.
FEWEST_SETTLED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An invoice or credit note as the balance of any day needs it.

    `movements` are signed changes of the open amount by date, the issue itself included.
    `paid_by_money` tells that receipts settled most of it; a claim that a credit note
    settled says nothing about how its customer pays.
    """

    number: str
    issued_on: date
    due_on: date
    total: Money
    movements: tuple[tuple[date, Money], ...]
    paid_by_money: bool

    @property
    def is_invoice(self) -> bool:
        """Whether it is owed to us."""
        return self.total.amount > 0

    def open_on(self, day: date) -> Money:
        """What was open at the end of a day."""
        return total(
            (amount for moved_on, amount in self.movements if moved_on <= day),
            self.total.currency,
        )

    def settled_on(self, day: date) -> date | None:
        """The day it was settled as seen on `day`, None while something was open."""
        seen = [moved_on for moved_on, _ in self.movements if moved_on <= day]
        if not seen or self.open_on(day):
            return None
        return max(seen)


@dataclass(frozen=True, slots=True)
class PaymentHabit:
    """Days between due date and settlement, negative when early.

    `average` weighs each invoice by its amount, one decimal; `median` counts each once.
    Both are None without a settled invoice.
    """

    settled: int
    average: Decimal | None
    median: int | None

    @property
    def is_known(self) -> bool:
        """Whether enough was settled to speak of a habit."""
        return self.settled >= FEWEST_SETTLED


def payment_habit(claims: Iterable[Claim], *, on: date, since: date | None = None) -> PaymentHabit:
    """The habit shown by invoices that money settled in a period, as seen on its last day.

    Args:
        claims: of one customer.
        on: the last day of the period.
        since: its first day; a year before `on` when None.
    """
    delays = _weighed_delays(claims, on=on, since=since)
    if not delays:
        return PaymentHabit(0, None, None)
    weight = sum((amount for _, amount in delays), Decimal(0))
    weighed = sum((days * amount for days, amount in delays), Decimal(0))
    return PaymentHabit(
        settled=len(delays),
        average=round_half_up(weighed / weight, 1),
        median=median_days([days for days, _ in delays]),
    )


def settled_delays(claims: Iterable[Claim], *, on: date) -> list[int]:
    """The delays of the invoices that money settled in the year before a day."""
    return [days for days, _ in _weighed_delays(claims, on=on, since=None)]


def median_days(delays: Sequence[int]) -> int:
    """The middle of some delays; between two middle ones the later, for caution."""
    ordered = sorted(delays)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    # Half a day is a day: a forecast had better be late than early.
    return ceil(Fraction(ordered[middle - 1] + ordered[middle], 2))


def open_total(claims: Iterable[Claim], on: date, currency: Currency) -> Money:
    """What was owed at the end of a day, credit notes and payments on account deducted."""
    return total((claim.open_on(on) for claim in claims), currency)


def overdue_total(claims: Iterable[Claim], on: date, currency: Currency) -> Money:
    """What was owed past its due date at the end of a day; credits don't lower it."""
    late = (claim.open_on(on) for claim in claims if claim.is_invoice and claim.due_on < on)
    return total((amount for amount in late if amount.amount > 0), currency)


def _weighed_delays(
    claims: Iterable[Claim], *, on: date, since: date | None
) -> list[tuple[int, Decimal]]:
    """Delay and amount of each invoice that money settled in a period."""
    first = since or on - timedelta(days=HABIT_DAYS - 1)
    delays: list[tuple[int, Decimal]] = []
    for claim in claims:
        if not (claim.is_invoice and claim.paid_by_money):
            continue
        settled = claim.settled_on(on)
        if settled is not None and settled >= first:
            delays.append(((settled - claim.due_on).days, claim.total.amount))
    return delays
