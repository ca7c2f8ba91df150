"""Priced lines and adjustments: what every quote, order and invoice is made of."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import ProductId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.scales import (
    PERCENT_PLACES,
    QUANTITY_PLACES,
    UNIT_PRICE_PLACES,
    on_scale,
)
from otc_desktop.domain.taxes.vat import VatTreatment

_HUNDRED = Decimal(100)


class LineNature(StrEnum):
    """Goods or services: decides when VAT falls due and the framework code (BT-23)."""

    GOODS = "goods"
    SERVICES = "services"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """One line: quantity × unit price (excl. tax) − discount.

    The unit price is never negative (BR-27): a line taken back has a negative quantity.
    `unit` is a UN/ECE Rec 20 code (`C62` piece, `HUR` hour …). `price_origin` tells, as kept
    text, how the price was found; it is no part of what the document says.

    Raises:
        RuleError: `lines.missing_description`, `lines.negative_price`, `lines.bad_discount`,
            `number.out_of_scale`.
    """

    description: str
    quantity: Decimal
    unit_price: Decimal
    vat: VatTreatment
    unit: str = "C62"
    discount_percent: Decimal = Decimal(0)
    product_id: ProductId | None = None
    product_code: str = ""
    income_account: str = ""
    nature: LineNature = LineNature.GOODS
    price_origin: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        on_scale(self.quantity, QUANTITY_PLACES, field="quantity")
        on_scale(self.unit_price, UNIT_PRICE_PLACES, field="unit_price")
        on_scale(self.discount_percent, PERCENT_PLACES, field="discount_percent")
        if not self.description.strip():
            raise RuleError("lines.missing_description", where="description")
        if self.unit_price < 0:
            raise RuleError("lines.negative_price", where="unit_price", value=str(self.unit_price))
        if not 0 <= self.discount_percent <= _HUNDRED:
            raise RuleError(
                "lines.bad_discount", where="discount_percent", value=str(self.discount_percent)
            )

    def net(self, currency: Currency) -> Money:
        """Line total excluding tax (BT-131), rounded once."""
        factor = (_HUNDRED - self.discount_percent) / _HUNDRED
        return Money.rounded(self.quantity * self.unit_price * factor, currency)


class AdjustmentKind(StrEnum):
    """Whether a document adjustment lowers or raises the total (BG-20, BG-21)."""

    ALLOWANCE = "allowance"
    CHARGE = "charge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """A discount or charge on the whole document, inside one VAT group.

    `amount` is positive, excluding tax; `kind` gives the sign.

    Raises:
        RuleError: `lines.missing_description`, `lines.negative_adjustment`.
    """

    kind: AdjustmentKind
    description: str
    amount: Money
    vat: VatTreatment
    income_account: str = ""

    def __post_init__(self) -> None:
        if not self.description.strip():
            raise RuleError("lines.missing_description", where="description")
        if self.amount.amount < 0:
            raise RuleError("lines.negative_adjustment", where="amount", value=str(self.amount))

    @property
    def signed(self) -> Money:
        """The effect on the total: negative for an allowance."""
        return -self.amount if self.kind is AdjustmentKind.ALLOWANCE else self.amount
