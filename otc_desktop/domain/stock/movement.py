"""Stock as a list of movements; what is on hand is their sum."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import DeliveryId, ProductId, SalesReturnId
from otc_desktop.domain.shared.scales import QUANTITY_PLACES, on_scale


class MovementReason(StrEnum):
    """Why stock moved."""

    COUNT = "count"
    DELIVERY = "delivery"
    RECEIPT = "receipt"
    CORRECTION = "correction"
    SCRAP = "scrap"
    RETURN = "return"
    DELIVERY_CANCELLED = "delivery_cancelled"


# What a person may note; the others follow from deliveries, returns and counts.
TYPED_REASONS = (MovementReason.RECEIPT, MovementReason.CORRECTION, MovementReason.SCRAP)


@dataclass(frozen=True, slots=True, kw_only=True)
class StockMovement:
    """A change of stock: positive comes in, negative goes out. `note` says why in words."""

    id: UUID
    product_id: ProductId
    moved_on: date
    quantity: Decimal
    reason: MovementReason
    delivery_id: DeliveryId | None = None
    return_id: SalesReturnId | None = None
    note: str = ""


def signed_quantity(reason: MovementReason, quantity: Decimal) -> Decimal:
    """The change of stock that a typed quantity means: scrap goes out however it is typed.

    Raises:
        RuleError: `stock.no_quantity`, `stock.receipt_is_negative`, `stock.not_typed` for a
            reason that only deliveries, returns and counts give, `number.out_of_scale`.
    """
    if reason not in TYPED_REASONS:
        raise RuleError("stock.not_typed", where="reason", reason=reason.value)
    on_scale(quantity, QUANTITY_PLACES, field="quantity")
    if not quantity:
        raise RuleError("stock.no_quantity", where="quantity")
    if reason is MovementReason.RECEIPT and quantity < 0:
        raise RuleError("stock.receipt_is_negative", where="quantity", quantity=quantity)
    return -abs(quantity) if reason is MovementReason.SCRAP else quantity
