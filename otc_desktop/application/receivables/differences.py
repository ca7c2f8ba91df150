"""What the gap between a receipt and the documents it is laid on may be, within the limits."""

from collections.abc import Sequence

from otc_desktop.domain.matching.limits import MatchingLimits
from otc_desktop.domain.receivables.allocation import Difference, DifferenceKind
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money, total


def difference_of(
    amounts: Sequence[Money], received: Money, kind: DifferenceKind, limits: MatchingLimits
) -> Difference:
    """The gap as that kind; nothing where no kind was named.

    Raises:
        RuleError: `receivables.rounding_too_large`, `receivables.no_difference`.
    """
    if kind is DifferenceKind.NONE:
        return Difference(Money.zero(received.currency), kind)
    gap = total(amounts, received.currency) - received
    if kind is DifferenceKind.ROUNDING and not limits.is_rounding(gap):
        raise RuleError(
            "receivables.rounding_too_large",
            difference=gap,
            tolerance=Money.from_minor(limits.rounding_minor, limits.currency),
        )
    both_ways = kind in (DifferenceKind.ROUNDING, DifferenceKind.EXCHANGE)
    if not both_ways and gap.amount <= 0:
        raise RuleError("receivables.no_difference", kind=kind.value, difference=gap)
    return Difference(gap, kind)
