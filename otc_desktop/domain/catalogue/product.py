"""What is sold: goods and services with their price and VAT."""

from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import ProductId
from otc_desktop.domain.shared.scales import UNIT_PRICE_PLACES, on_scale
from otc_desktop.domain.taxes.vat import VatTreatment


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A product or service; the price is per unit, excluding tax, in the company's currency.

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
