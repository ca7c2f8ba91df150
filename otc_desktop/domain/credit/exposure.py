"""How much a customer owes and is about to owe, as a credit controller counts it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.money import Money, total


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """What would be lost if the customer paid nothing more. All amounts include tax.

    `open_items` is signed: credit notes and payments on account count against what is owed.
    `delivered` is what left and was not issued as an invoice yet: a draft is no invoice.
    `ordered` is what was accepted and did not leave. Drafts of orders and orders that are
    held count for nothing, for nobody has promised to deliver them; `held` tells the latter.
    """

    open_items: Money
    delivered: Money
    ordered: Money
    held: Money

    @property
    def amount(self) -> Money:
        """The exposure: what is open, delivered and ordered."""
        return self.open_items + self.delivered + self.ordered

    def with_order(self, amount: Money) -> "Exposure":
        """What it would be with an order accepted."""
        return replace(self, ordered=self.ordered + amount)

    @classmethod
    def none(cls, currency: Currency = EUR) -> "Exposure":
        """Nothing at risk."""
        nothing = Money.zero(currency)
        return cls(open_items=nothing, delivered=nothing, ordered=nothing, held=nothing)


def exposure_of_group(members: Iterable[Exposure], currency: Currency = EUR) -> Exposure:
    """What a head and its members owe together."""
    found = list(members)
    return Exposure(
        open_items=total((each.open_items for each in found), currency),
        delivered=total((each.delivered for each in found), currency),
        ordered=total((each.ordered for each in found), currency),
        held=total((each.held for each in found), currency),
    )
