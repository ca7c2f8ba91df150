"""Rows of the lists of quotes, orders and deliveries."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.domain.sales.quote import QuoteStatus
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.shared.ids import DeliveryId, QuoteId, SalesOrderId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRow:
    """An order in the list."""

    id: SalesOrderId
    number: str
    ordered_on: date
    customer_code: str
    customer_name: str
    purchase_order: str
    status: OrderStatus
    holds: tuple[str, ...]
    total_excl_tax: Money
    total_incl_tax: Money
    promised_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """A quote in the list, as it stands today."""

    id: QuoteId
    number: str
    quoted_on: date
    valid_until: date
    customer_code: str
    customer_name: str
    reference: str
    status: QuoteStatus
    order_number: str
    total_excl_tax: Money
    total_incl_tax: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryRow:
    """A delivery that waits for its invoice."""

    id: DeliveryId
    number: str
    delivered_on: date
    order_number: str
    customer_code: str
    customer_name: str
    purchase_order: str
