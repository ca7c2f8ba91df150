"""The company's limits for differences, in the cents that matching counts in."""

from dataclasses import dataclass

from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.difference_limits import DifferenceLimits
from otc_desktop.domain.shared.money import Money

_WHOLE = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingLimits:
    """What may be taken for rounding, for bank charges, for the discount agreed.

    `charges_share` is in hundredths of a percent of what was owed.
    """

    currency: Currency
    rounding_minor: int
    charges_minor: int
    charges_share: int
    discount_minor: int

    def is_rounding(self, short: Money) -> bool:
        """Whether so little is a rounding difference; another currency's has no limit here."""
        return short.currency == self.currency and abs(short.minor) <= self.rounding_minor

    def may_be_charges(self, short: Money, owed: Money) -> bool:
        """Whether banks may have kept that much."""
        return (
            short.minor <= self.charges_minor
            and short.minor * _WHOLE <= owed.minor * self.charges_share
        )


def limits_in(currency: Currency, limits: DifferenceLimits) -> MatchingLimits:
    """The company's limits for amounts in its currency."""
    scale = 10**currency.digits
    return MatchingLimits(
        currency=currency,
        rounding_minor=int(limits.rounding * scale),
        charges_minor=int(limits.bank_charges * scale),
        charges_share=int(limits.bank_charges_percent * 100),
        discount_minor=int(limits.discount * scale),
    )
