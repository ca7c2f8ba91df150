"""Rows of the orders' screen."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.shared.ids import DeliveryId, SalesOrderId
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
