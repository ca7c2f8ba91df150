"""Price lists, and prices agreed with one customer."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, ProductId
from otc_desktop.domain.shared.scales import (
    PERCENT_PLACES,
    QUANTITY_PLACES,
    UNIT_PRICE_PLACES,
    on_scale,
)

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceList:
    """A list of prices in one currency; customers name it by its code.

    Raises:
        RuleError: `prices.missing_code`, `prices.missing_name`.
    """

    id: UUID
    code: str
    name: str
    currency: Currency
    version: int = 1

    def __post_init__(self) -> None:
        if not self.code.strip():
            raise RuleError("prices.missing_code", where="code")
        if not self.name.strip():
            raise RuleError("prices.missing_name", where="name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """The days on which a price holds, both included; None has no end on that side.

    Raises:
        RuleError: `prices.ends_before_it_begins`.
    """

    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.last < self.first:
            raise RuleError("prices.ends_before_it_begins", where="valid_until", date=self.last)

    def holds_on(self, day: date) -> bool:
        """Whether the day is one of them."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


ALWAYS = Validity()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPrice:
    """A product's price in a list from a quantity on (a tier), excluding tax.

    Raises:
        RuleError: `prices.negative_price`, `prices.bad_quantity`, `number.out_of_scale`.
    """

    id: UUID
    list_id: UUID
    product_id: ProductId
    price: Decimal
    min_quantity: Decimal = Decimal(0)
    validity: Validity = ALWAYS

    def __post_init__(self) -> None:
        _check_price(self.price)
        _check_quantity(self.min_quantity)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedPrice:
    """What was negotiated with a customer: a net price, or a discount, from a quantity on.

    It is about one product, else about a family, else about everything the customer buys.
    A price needs a product. `reference` is where it was agreed (an offer, a contract).

    Raises:
        RuleError: `prices.price_or_discount`, `prices.price_without_product`,
            `prices.negative_price`, `prices.bad_quantity`, `lines.bad_discount`,
            `number.out_of_scale`.
    """

    id: UUID
    customer_id: CustomerId
    product_id: ProductId | None = None
    family: str = ""
    price: Decimal | None = None
    discount_percent: Decimal | None = None
    min_quantity: Decimal = Decimal(0)
    validity: Validity = ALWAYS
    reference: str = ""
    version: int = 1

    def __post_init__(self) -> None:
        if (self.price is None) == (self.discount_percent is None):
            raise RuleError("prices.price_or_discount", where="price")
        if self.price is not None:
            _check_price(self.price)
            if self.product_id is None:
                raise RuleError("prices.price_without_product", where="product")
        if self.discount_percent is not None:
            on_scale(self.discount_percent, PERCENT_PLACES, field="discount_percent")
            if not 0 <= self.discount_percent <= _HUNDRED:
                raise RuleError(
                    "lines.bad_discount",
                    where="discount_percent",
                    value=str(self.discount_percent),
                )
        _check_quantity(self.min_quantity)


def _check_price(price: Decimal) -> None:
    on_scale(price, UNIT_PRICE_PLACES, field="price")
    if price < 0:
        raise RuleError("prices.negative_price", where="price", value=str(price))


def _check_quantity(quantity: Decimal) -> None:
    on_scale(quantity, QUANTITY_PLACES, field="min_quantity")
    if quantity < 0:
        raise RuleError("prices.bad_quantity", where="min_quantity", value=str(quantity))
