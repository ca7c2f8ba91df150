"""What is sold: goods and services with their price and VAT."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import ProductId
from otc_desktop.domain.shared.scales import UNIT_PRICE_PLACES, on_scale
from otc_desktop.domain.taxes.vat import VatTreatment


class ProductKind(StrEnum):
    """What is sold: decides the VAT rules and the framework code of the invoice (BT-23)."""

    GOODS = "goods"
    SERVICE = "service"


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A product or service; the price is per unit, excluding tax, in the company's currency.

    `unit` is a UN/ECE Rec 20 code, `family` a word of the company's own by which prices and
    figures are grouped, `details` the long description. An archived product is kept for its
    documents and sold no more.

    Raises:
        RuleError: `catalogue.missing_code`, `catalogue.missing_name`,
            `catalogue.negative_price`, `number.out_of_scale`.
    """

    id: ProductId
    code: str
    name: str
    price: Decimal
    vat: VatTreatment
    unit: str = "C62"
    income_account: str = ""
    barcode: str = ""
    kind: ProductKind = ProductKind.GOODS
    family: str = ""
    details: str = ""
    archived_on: date | None = None
    version: int = 1

    def __post_init__(self) -> None:
        on_scale(self.price, UNIT_PRICE_PLACES, field="price_excl_tax")
        if not self.code.strip():
            raise RuleError("catalogue.missing_code", where="code")
        if not self.name.strip():
            raise RuleError("catalogue.missing_name", where="name")
        if self.price < 0:
            raise RuleError(
                "catalogue.negative_price", where="price_excl_tax", value=str(self.price)
            )
