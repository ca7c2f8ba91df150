"""Rows of the stock's screens."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from otc_desktop.domain.shared.ids import ProductId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.stock.movement import MovementReason


@dataclass(frozen=True, slots=True, kw_only=True)
class StockRow:
    """A stocked product: what is there, promised and free, and when to order more.

    `value` is cost × on hand, None without a cost.
    """

    id: ProductId
    code: str
    name: str
    unit: str
    on_hand: Decimal
    reserved: Decimal
    available: Decimal
    reorder_point: Decimal | None
    reorder_quantity: Decimal | None
    location: str
    expected_on: date | None
    expected_quantity: Decimal | None
    value: Money | None

    @property
    def must_reorder(self) -> bool:
        """Whether no more is free than the reorder point."""
        return self.reorder_point is not None and self.available <= self.reorder_point


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementRow:
    """A stock movement; `document` is the number of its delivery or return."""

    id: UUID
    moved_on: date
    product_code: str
    product_name: str
    quantity: Decimal
    reason: MovementReason
    note: str
    document: str
