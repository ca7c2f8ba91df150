"""Rows of deliveries, back-orders, returns, and of orders' times."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from otc_desktop.domain.sales.delivery import DeliveryStatus
from otc_desktop.domain.sales.sales_return import ReturnReason, ReturnStatus
from otc_desktop.domain.shared.ids import DeliveryId, SalesOrderId, SalesReturnId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryListRow:
    """A delivery of any state."""

    id: DeliveryId
    number: str
    delivered_on: date
    order_number: str
    customer_code: str
    customer_name: str
    purchase_order: str
    status: DeliveryStatus
    invoiced: bool
    carrier: str
    tracking: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BackOrderRow:
    """A line of an accepted order that is still owed; `on_hand` is None where none is kept."""

    id: UUID
    order_id: SalesOrderId
    order_number: str
    ordered_on: date
    customer_code: str
    customer_name: str
    position: int
    product_code: str
    description: str
    ordered: Decimal
    delivered: Decimal
    left: Decimal
    on_hand: Decimal | None
    due_on: date | None
    is_late: bool
    is_held: bool

    @property
    def deliverable(self) -> Decimal:
        """What of it is there, other orders aside."""
        if self.on_hand is None:
            return self.left
        return max(min(self.left, self.on_hand), Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRow:
    """Goods that came back or are announced."""

    id: SalesReturnId
    number: str
    noted_on: date
    delivery_number: str
    order_number: str
    customer_code: str
    customer_name: str
    reason: ReturnReason
    note: str
    status: ReturnStatus
    credit_due: bool
    credit_number: str


class LateReason(StrEnum):
    """What keeps an order from leaving."""

    HELD = "held"
    STOCK = "stock"
    PURCHASE_ORDER = "purchase_order"
    NOT_SHIPPED = "not_shipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class LateOrderRow:
    """An accepted order past its date; `due_on` is the date promised, wished or usual."""

    id: SalesOrderId
    number: str
    ordered_on: date
    customer_code: str
    customer_name: str
    due_on: date
    is_agreed: bool
    days_late: int
    reason: LateReason
    total_excl_tax: Money
