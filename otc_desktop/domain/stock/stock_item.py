"""How a product is kept in stock: whether at all, when to order more, where it lies."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Self

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import ProductId
from otc_desktop.domain.shared.scales import QUANTITY_PLACES, UNIT_PRICE_PLACES, on_scale


@dataclass(frozen=True, slots=True, kw_only=True)
class StockPolicy:
    """The company's rules where a product has none of its own.

    `late_after_days`: an order without a date agreed is late after so many days.

    Raises:
        RuleError: `stock.bad_late_days`.
    """

    allow_negative: bool = False
    late_after_days: int = 14
    version: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.late_after_days <= 365:
            raise RuleError(
                "stock.bad_late_days", where="late_after_days", value=self.late_after_days
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class StockItem:
    """A product as the shelf knows it; a service is not stocked.

    `reorder_point` None means that nobody watches it. `allow_negative` None follows the
    company. `unit_cost` is per unit, excluding tax, in the company's currency. `expected_on`
    and `expected_quantity` are what somebody typed of the next receipt.

    Raises:
        RuleError: `stock.negative_setting`, `stock.expected_without_date`,
            `number.out_of_scale`.
    """

    product_id: ProductId
    code: str
    name: str
    unit: str
    is_stocked: bool = False
    reorder_point: Decimal | None = None
    reorder_quantity: Decimal | None = None
    location: str = ""
    allow_negative: bool | None = None
    expected_on: date | None = None
    expected_quantity: Decimal | None = None
    unit_cost: Decimal | None = None
    version: int = 1

    def __post_init__(self) -> None:
        for name, places in (
            ("reorder_point", QUANTITY_PLACES),
            ("reorder_quantity", QUANTITY_PLACES),
            ("expected_quantity", QUANTITY_PLACES),
            ("unit_cost", UNIT_PRICE_PLACES),
        ):
            value = getattr(self, name)
            if value is None:
                continue
            on_scale(value, places, field=name)
            if value < 0:
                raise RuleError("stock.negative_setting", where=name, value=value)
        if self.expected_quantity and self.expected_on is None:
            raise RuleError("stock.expected_without_date", where="expected_on")

    def may_go_below_zero(self, policy: StockPolicy) -> bool:
        """Whether more may leave than is on hand."""
        return policy.allow_negative if self.allow_negative is None else self.allow_negative

    def stocked(self) -> Self:
        """The product taken into stock: somebody counted or received it."""
        return self if self.is_stocked else replace(self, is_stocked=True)

    def received(self, quantity: Decimal) -> Self:
        """What was expected, less what came."""
        if self.expected_quantity is None:
            return self
        left = self.expected_quantity - quantity
        if left > 0:
            return replace(self, expected_quantity=left)
        return replace(self, expected_quantity=None, expected_on=None)
