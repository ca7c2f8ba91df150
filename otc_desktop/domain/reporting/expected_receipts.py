"""When a customer's open invoices will probably be paid, by its own behaviour."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.money import Money, total

WEEKS = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenClaim:
    """An open invoice; `promised_on` is a promise that still stands, `disputed` the contested
    part."""

    number: str
    due_on: date
    open: Money
    disputed: Money
    promised_on: date | None = None


@dataclass(frozen=True, slots=True)
class ExpectedWeek:
    """The amount expected in the week that begins on a Monday."""

    monday: date
    amount: Money


@dataclass(frozen=True, slots=True)
class ExpectedReceipts:
    """Thirteen weeks, what comes later, and what is contested and not counted on."""

    weeks: tuple[ExpectedWeek, ...]
    later: Money
    disputed: Money


def expected_on(claim: OpenClaim, *, usual_delay: int, today: date) -> date:
    """The day a claim is expected: the promise, else the due date and the usual delay.

    A day already past says that it is late even by habit: it is expected in a week's time.
    """
    if claim.promised_on is not None and claim.promised_on >= today:
        return claim.promised_on
    expected = claim.due_on + timedelta(days=usual_delay)
    return expected if expected >= today else today + timedelta(days=7)


def expect_receipts(
    claims: Iterable[OpenClaim], *, usual_delay: int, today: date, currency: Currency
) -> ExpectedReceipts:
    """What will probably come, week by week; only invoices, credit notes aside."""
    monday = today - timedelta(days=today.weekday())
    weeks: dict[int, list[Money]] = defaultdict(list)
    disputed: list[Money] = []
    for claim in claims:
        if claim.open.amount <= 0:
            continue
        contested = min(claim.disputed, claim.open)
        disputed.append(contested)
        day = expected_on(claim, usual_delay=usual_delay, today=today)
        weeks[(day - monday).days // 7].append(claim.open - contested)
    return ExpectedReceipts(
        weeks=tuple(
            ExpectedWeek(monday + timedelta(weeks=number), total(weeks[number], currency))
            for number in range(WEEKS)
        ),
        later=total(
            (amount for number, found in weeks.items() if number >= WEEKS for amount in found),
            currency,
        ),
        disputed=total(disputed, currency),
    )
