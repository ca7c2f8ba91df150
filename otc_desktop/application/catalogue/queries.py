"""Rows of the catalogue and of its prices."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from otc_desktop.domain.catalogue.product import ProductKind
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import CustomerId, ProductId


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductRow:
    """A product in the list; `on_hand` is the sum of its stock movements."""

    id: ProductId
    code: str
    name: str
    kind: ProductKind
    family: str
    unit: str
    price: Decimal
    vat_rate: Decimal
    vat_category: str
    barcode: str
    on_hand: Decimal
    is_stocked: bool
    is_archived: bool
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceListRow:
    """A price list, with how many prices it has and how many customers buy by it."""

    id: UUID
    code: str
    name: str
    currency: Currency
    prices: int
    customers: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPriceRow:
    """A product's price in a list from a quantity on, beside that of the catalogue."""

    id: UUID
    list_code: str
    currency: Currency
    product_id: ProductId
    product_code: str
    product_name: str
    price: Decimal
    usual_price: Decimal
    min_quantity: Decimal
    valid_from: date | None
    valid_until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedPriceRow:
    """What was agreed with a customer: about a product, else a family, else everything."""

    id: UUID
    customer_id: CustomerId
    customer_code: str
    customer_name: str
    product_code: str
    product_name: str
    family: str
    price: Decimal | None
    discount_percent: Decimal | None
    min_quantity: Decimal
    valid_from: date | None
    valid_until: date | None
    reference: str
