"""Rows of the catalogue."""

from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.domain.shared.ids import ProductId


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductRow:
    """A product in the list; `on_hand` is the sum of its stock movements."""

    id: ProductId
    code: str
    name: str
    unit: str
    price: Decimal
    vat_rate: Decimal
    barcode: str
    on_hand: Decimal
