"""Stock as a list of movements; what is on hand is their sum."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from otc_desktop.domain.shared.ids import DeliveryId, ProductId


class MovementReason(StrEnum):
    """Why stock moved."""

    COUNT = "count"
    DELIVERY = "delivery"


@dataclass(frozen=True, slots=True, kw_only=True)
class StockMovement:
    """A change of stock: positive comes in, negative goes out."""

    id: UUID
    product_id: ProductId
    moved_on: date
    quantity: Decimal
    reason: MovementReason
    delivery_id: DeliveryId | None = None
