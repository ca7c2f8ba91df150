"""How lines being written are priced, and their prices explained."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from otc_desktop.application.sales.price_order import PricedOrder, PriceOrder
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.taxes.lines import DocumentLine

Priced = Callable[[PricedOrder], None]
Refused = Callable[[OtcError], None]


@dataclass(frozen=True, slots=True)
class Pricing:
    """The program's own rules, asked off the GUI thread.

    `price` prices lines; `explain` tells where the price of a priced line comes from, one
    line of text for each thing that was looked at, what applied first.
    """

    price: Callable[[PriceOrder, Priced, Refused], None]
    explain: Callable[[DocumentLine], Sequence[str]]
