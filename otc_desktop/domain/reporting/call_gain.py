"""What a call is worth: how much it may bring, by how the customer paid until now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otc_desktop.domain.reporting.payment_habit import Claim, settled_delays
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.rounding import round_half_up

# A call that brings nothing within so many days did not bring it.
_WINDOW = 30
_OLDEST = 120
_MONTH = 30
_FADES_IN = 720
_MOST_BROKEN = 3
_AFTER_A_BREACH = Decimal("0.8")


@dataclass(frozen=True, slots=True)
class CallGain:
    """`expected` is the amount times the chance (0 to 1); `rank` the same times its age.

    The rank orders a list and is no money.
    """

    expected: Money
    chance: Decimal
    rank: Decimal


def chance_of_payment(delays: Sequence[int], *, days_late: int, broken: int) -> Decimal:
    """The chance, two decimals, that a claim so late is paid within 30 days of a call.

    Of the customer's own invoices that were unpaid as long, the share paid in the 30 days
    after, with Laplace's rule of succession for those that have few: nothing known is one
    in two. Age lowers it, for what is old rarely comes by itself, and so does each promise
    broken in the year before.
    """
    as_late = [each for each in delays if each >= days_late]
    paid = sum(each <= days_late + _WINDOW for each in as_late)
    own = Decimal(paid + 1) / Decimal(len(as_late) + 2)
    fading = 1 - Decimal(min(max(days_late, 0), _FADES_IN // 2)) / _FADES_IN
    return round_half_up(own * fading * _AFTER_A_BREACH ** min(broken, _MOST_BROKEN), 2)


def call_gain(
    claims: Iterable[Claim], asked: Money, *, oldest_due_on: date, broken: int, on: date
) -> CallGain:
    """What a call for an amount may bring.

    Args:
        claims: the customer's history.
        asked: what the call asks for.
        oldest_due_on: of what it asks for.
        broken: promises broken in the year before.
        on: the day of the call.
    """
    days_late = (on - oldest_due_on).days
    chance = chance_of_payment(settled_delays(claims, on=on), days_late=days_late, broken=broken)
    age = Decimal(min(max(days_late, 1), _OLDEST)) / _MONTH
    return CallGain(
        expected=asked.times(chance),
        chance=chance,
        rank=round_half_up(asked.amount * chance * age, 2),
    )
