"""A customer's order: what was asked for, and how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Self

from otc_desktop.domain.sales.delivery import Delivery
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, DeliveryId, SalesOrderId
from otc_desktop.domain.taxes.lines import Adjustment, DocumentLine
from otc_desktop.domain.taxes.totals import DocumentTotals, compute_totals


class OrderStatus(StrEnum):
    """How far an order has come."""

    DRAFT = "draft"
    HELD = "held"
    CONFIRMED = "confirmed"
    DELIVERED = "delivered"
    CLOSED = "closed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesOrder:
    """An order. `holds` are the codes of what stands against delivering it.

    `delivered` counts what left already, by line position.

    Raises:
        RuleError: `sales.no_lines`.
    """

    id: SalesOrderId
    number: str
    customer_id: CustomerId
    ordered_on: date
    currency: Currency
    lines: tuple[DocumentLine, ...]
    adjustments: tuple[Adjustment, ...] = ()
    purchase_order: str = ""
    status: OrderStatus = OrderStatus.DRAFT
    holds: tuple[str, ...] = ()
    delivered: tuple[Decimal, ...] = ()
    version: int = 1

    def __post_init__(self) -> None:
        if not self.lines:
            raise RuleError("sales.no_lines", where="lines")
        if not self.delivered:
            object.__setattr__(self, "delivered", (Decimal(0),) * len(self.lines))

    def totals(self) -> DocumentTotals:
        """Totals of the whole order."""
        return compute_totals(self.lines, self.adjustments, self.currency)

    def confirm(self, holds: tuple[str, ...]) -> Self:
        """The order accepted; with holds it waits for somebody to release it.

        Raises:
            RuleError: `sales.already_confirmed`.
        """
        if self.status is not OrderStatus.DRAFT:
            raise RuleError("sales.already_confirmed", number=self.number)
        status = OrderStatus.HELD if holds else OrderStatus.CONFIRMED
        return replace(self, status=status, holds=holds)

    def hold(self, holds: tuple[str, ...]) -> Self:
        """What stands against an order that was accepted before: nothing more is delivered.

        Raises:
            RuleError: `sales.not_confirmed` unless it is accepted or held already.
        """
        if self.status not in (OrderStatus.CONFIRMED, OrderStatus.HELD):
            raise RuleError("sales.not_confirmed", number=self.number)
        return replace(self, status=OrderStatus.HELD, holds=holds)

    def release(self) -> Self:
        """The holds lifted by somebody who may.

        Raises:
            RuleError: `sales.not_held`.
        """
        if self.status is not OrderStatus.HELD:
            raise RuleError("sales.not_held", number=self.number)
        return replace(self, status=OrderStatus.CONFIRMED, holds=())

    def remaining(self) -> Mapping[int, Decimal]:
        """What is still to be delivered, by line position."""
        return {
            position: line.quantity - self.delivered[position]
            for position, line in enumerate(self.lines)
            if line.quantity != self.delivered[position]
        }

    def deliver(
        self, delivery_id: DeliveryId, number: str, *, on: date, quantities: Mapping[int, Decimal]
    ) -> tuple[Self, Delivery]:
        """Goods or services handed over, in whole or in part.

        Raises:
            RuleError: `sales.not_confirmed`, `sales.held`, `sales.nothing_to_deliver`,
                `sales.more_than_ordered`, `sales.delivery_before_order`.
        """
        if self.status is OrderStatus.DRAFT:
            raise RuleError("sales.not_confirmed", number=self.number)
        if self.status is OrderStatus.HELD:
            raise RuleError("sales.held", number=self.number)
        if on < self.ordered_on:
            raise RuleError(
                "sales.delivery_before_order", number=self.number, ordered_on=self.ordered_on
            )
        remaining = self.remaining()
        if not quantities or not remaining:
            raise RuleError("sales.nothing_to_deliver", number=self.number)
        for position, quantity in quantities.items():
            left = remaining.get(position, Decimal(0))
            if not _within(quantity, left):
                raise RuleError(
                    "sales.more_than_ordered",
                    where=f"lines[{position}]",
                    quantity=quantity,
                    remaining=left,
                )
        delivered = tuple(
            done + quantities.get(position, Decimal(0))
            for position, done in enumerate(self.delivered)
        )
        after = replace(self, delivered=delivered)
        if not after.remaining():
            after = replace(after, status=OrderStatus.DELIVERED)
        delivery = Delivery(
            id=delivery_id,
            number=number,
            order_id=self.id,
            customer_id=self.customer_id,
            delivered_on=on,
            quantities=dict(quantities),
        )
        return after, delivery

    def undeliver(self, quantities: Mapping[int, Decimal]) -> Self:
        """Lines that are to be delivered again: a cancelled delivery, or goods replaced.

        What was delivered in full is waited for again; a closed order stays closed.
        """
        delivered = tuple(
            done - quantities.get(position, Decimal(0))
            for position, done in enumerate(self.delivered)
        )
        after = replace(self, delivered=delivered)
        if after.status is OrderStatus.DELIVERED and after.remaining():
            return replace(after, status=OrderStatus.CONFIRMED)
        return after


def _within(quantity: Decimal, left: Decimal) -> bool:
    """Between nothing and what is left, on the same side of zero (a returned line is negative)."""
    return 0 < quantity <= left if left > 0 else left <= quantity < 0
