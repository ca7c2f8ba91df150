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
from otc_desktop.domain.shared.ids import AddressId, CustomerId, DeliveryId, SalesOrderId
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


ENDED = frozenset((OrderStatus.CLOSED, OrderStatus.CANCELLED))


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesOrder:
    """An order. `holds` are the codes of what stands against delivering it.

    `delivered` counts what left already, by line position: positions never change, and a
    line struck from an accepted order stays with quantity zero. `ahead` counts what was
    invoiced from the order and is not delivered yet. `wished_on` is the date
    the customer wants, `promised_on` the one it was told. `site_id` is the delivery
    address, empty for the registered one; `ship_to` is its text. `quote_number` names the
    quote behind the order; `end_reason` says why it was closed or cancelled.

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
    ahead: tuple[Decimal, ...] = ()
    confirmed_on: date | None = None
    confirmation_sent_on: date | None = None
    wished_on: date | None = None
    promised_on: date | None = None
    site_id: AddressId | None = None
    ship_to: str = ""
    quote_number: str = ""
    end_reason: str = ""
    ended_on: date | None = None
    version: int = 1

    def __post_init__(self) -> None:
        if not self.lines:
            raise RuleError("sales.no_lines", where="lines")
        if not self.delivered:
            object.__setattr__(self, "delivered", (Decimal(0),) * len(self.lines))
        if len(self.ahead) != len(self.lines):
            padded = (*self.ahead, *(Decimal(0) for _ in self.lines))[: len(self.lines)]
            object.__setattr__(self, "ahead", padded)

    def totals(self) -> DocumentTotals:
        """Totals of the whole order."""
        return compute_totals(self.lines, self.adjustments, self.currency)

    def rewrite(self, lines: tuple[DocumentLine, ...], adjustments: tuple[Adjustment, ...]) -> Self:
        """A draft with other lines.

        Raises:
            RuleError: `sales.not_a_draft`, `sales.no_lines`.
        """
        if self.status is not OrderStatus.DRAFT:
            raise RuleError("sales.not_a_draft", number=self.number)
        nothing = (Decimal(0),) * len(lines)
        return replace(self, lines=lines, adjustments=adjustments, delivered=nothing)

    def confirm(self, holds: tuple[str, ...], *, on: date | None = None) -> Self:
        """The order accepted; with holds it waits for somebody to release it.

        Raises:
            RuleError: `sales.already_confirmed`.
        """
        if self.status is not OrderStatus.DRAFT:
            raise RuleError("sales.already_confirmed", number=self.number)
        status = OrderStatus.HELD if holds else OrderStatus.CONFIRMED
        return replace(self, status=status, holds=holds, confirmed_on=on)

    def amend(self, changes: Mapping[int, DocumentLine], added: tuple[DocumentLine, ...]) -> Self:
        """An accepted order with other quantities or lines; what was delivered stands.

        Args:
            changes: lines by position; quantity zero strikes a line of which nothing left.
            added: further lines.

        Raises:
            RuleError: `sales.not_confirmed`, `sales.order_ended`, `sales.delivered_already`,
                `sales.less_than_delivered`, `sales.delivered_line_fixed`,
                `sales.amended_to_nothing`.
        """
        self._refuse_unless_open()
        lines = list(self.lines)
        for position, line in changes.items():
            if not 0 <= position < len(lines):
                raise RuleError("sales.unknown_line", where=f"lines[{position}]")
            self._refuse_undoing(position, line)
            lines[position] = line
        after = replace(
            self,
            lines=(*lines, *added),
            delivered=(*self.delivered, *(Decimal(0) for _ in added)),
        )
        if after.remaining():
            return after
        if not any(self.delivered):
            raise RuleError("sales.amended_to_nothing", number=self.number)
        return replace(after, status=OrderStatus.DELIVERED, holds=())

    def _refuse_undoing(self, position: int, line: DocumentLine) -> None:
        """What left keeps its article and price, and can't become less than it is."""
        done = self.delivered[position] + self.ahead[position]
        if not done:
            return
        where = f"lines[{position}]"
        if replace(line, quantity=done) != replace(self.lines[position], quantity=done):
            raise RuleError("sales.delivered_line_fixed", where=where, number=self.number)
        if not (line.quantity == done or _within(done, line.quantity)):
            raise RuleError(
                "sales.less_than_delivered",
                where=f"{where}.quantity",
                quantity=line.quantity,
                delivered=done,
            )

    def cancel(self, reason: str, *, on: date) -> Self:
        """The order given up before anything left.

        Raises:
            RuleError: `sales.order_ended`, `sales.delivered_already`,
                `sales.partly_delivered`: then only the rest can be closed;
                `sales.reason_needed` for an order that was accepted;
                `sales.invoiced_ahead` while an invoice stands on what is not delivered.
        """
        if self.status is not OrderStatus.DRAFT:
            self._refuse_unless_open()
            if any(self.delivered):
                raise RuleError("sales.partly_delivered", number=self.number)
            _require_reason(reason)
        if any(self.ahead):
            raise RuleError("sales.invoiced_ahead", number=self.number)
        return replace(
            self, status=OrderStatus.CANCELLED, holds=(), end_reason=reason.strip(), ended_on=on
        )

    def close(self, reason: str, *, on: date) -> Self:
        """A partly delivered order whose rest is given up («solder»).

        Raises:
            RuleError: `sales.not_confirmed`, `sales.order_ended`, `sales.delivered_already`,
                `sales.nothing_delivered`: then it is cancelled; `sales.reason_needed`.
        """
        self._refuse_unless_open()
        if not any(self.delivered):
            raise RuleError("sales.nothing_delivered", number=self.number)
        _require_reason(reason)
        return replace(
            self, status=OrderStatus.CLOSED, holds=(), end_reason=reason.strip(), ended_on=on
        )

    def reopen(self) -> Self:
        """A closed order whose rest is to be delivered after all; `gated` follows.

        Raises:
            RuleError: `sales.not_closed`.
        """
        if self.status is not OrderStatus.CLOSED:
            raise RuleError("sales.not_closed", number=self.number)
        return replace(self, status=OrderStatus.CONFIRMED, end_reason="", ended_on=None)

    def gated(self, holds: tuple[str, ...]) -> Self:
        """An accepted order after it was weighed again: held, or free to go on."""
        if self.status not in (OrderStatus.CONFIRMED, OrderStatus.HELD):
            return self
        status = OrderStatus.HELD if holds else OrderStatus.CONFIRMED
        return replace(self, status=status, holds=holds)

    def promise(self, on: date | None) -> Self:
        """Another date told to the customer.

        Raises:
            RuleError: `sales.order_ended`, `sales.delivered_already`,
                `sales.promise_before_order`.
        """
        if self.status is not OrderStatus.DRAFT:
            self._refuse_unless_open()
        if on is not None and on < self.ordered_on:
            raise RuleError(
                "sales.promise_before_order", where="promised_on", ordered_on=self.ordered_on
            )
        return replace(self, promised_on=on)

    def _refuse_unless_open(self) -> None:
        """Accepted, and still something to deliver."""
        if self.status is OrderStatus.DRAFT:
            raise RuleError("sales.not_confirmed", number=self.number)
        if self.status is OrderStatus.DELIVERED:
            raise RuleError("sales.delivered_already", number=self.number)
        if self.status in ENDED:
            raise RuleError("sales.order_ended", number=self.number, status=self.status)

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

    def to_bill_ahead(self) -> Mapping[int, Decimal]:
        """What is neither delivered nor invoiced yet, by line position."""
        return {
            position: left - self.ahead[position]
            for position, left in self.remaining().items()
            if left != self.ahead[position]
        }

    def bill_ahead(self, quantities: Mapping[int, Decimal]) -> Self:
        """The order with these quantities invoiced before they are delivered.

        Raises:
            RuleError: `sales.not_confirmed`, `sales.held`, `sales.order_ended`,
                `sales.nothing_to_invoice`, `sales.more_than_ordered`.
        """
        if self.status is OrderStatus.HELD:
            raise RuleError("sales.held", number=self.number)
        if self.status is not OrderStatus.CONFIRMED:
            self._refuse_unless_open()
        left = self.to_bill_ahead()
        if not quantities:
            raise RuleError("sales.nothing_to_invoice", number=self.number)
        for position, quantity in quantities.items():
            most = left.get(position, Decimal(0))
            if not _within(quantity, most):
                raise RuleError(
                    "sales.more_than_ordered",
                    where=f"lines[{position}]",
                    quantity=quantity,
                    remaining=most,
                )
        return self.with_ahead(quantities)

    def with_ahead(self, change: Mapping[int, Decimal]) -> Self:
        """The order with more, or less where negative, invoiced ahead of its delivery."""
        return replace(
            self,
            ahead=tuple(
                done + change.get(position, Decimal(0)) for position, done in enumerate(self.ahead)
            ),
        )

    def deliver(
        self, delivery_id: DeliveryId, number: str, *, on: date, quantities: Mapping[int, Decimal]
    ) -> tuple[Self, Delivery]:
        """Goods or services handed over, in whole or in part.

        Raises:
            RuleError: `sales.not_confirmed`, `sales.held`, `sales.nothing_to_deliver`,
                `sales.more_than_ordered`, `sales.delivery_before_order`, `sales.order_ended`.
        """
        if self.status is OrderStatus.DRAFT:
            raise RuleError("sales.not_confirmed", number=self.number)
        if self.status is OrderStatus.HELD:
            raise RuleError("sales.held", number=self.number)
        if self.status in ENDED:
            raise RuleError("sales.order_ended", number=self.number, status=self.status)
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
        prebilled = {
            position: min(quantity, self.ahead[position], key=abs)
            for position, quantity in quantities.items()
            if self.ahead[position]
        }
        consumed = {position: -quantity for position, quantity in prebilled.items()}
        after = replace(self.with_ahead(consumed), delivered=delivered)
        if not after.remaining():
            after = replace(after, status=OrderStatus.DELIVERED)
        delivery = Delivery(
            id=delivery_id,
            number=number,
            order_id=self.id,
            customer_id=self.customer_id,
            delivered_on=on,
            quantities=dict(quantities),
            prebilled=prebilled,
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


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise RuleError("sales.reason_needed", where="reason")


def _within(quantity: Decimal, left: Decimal) -> bool:
    """Between nothing and what is left, on the same side of zero (a returned line is negative)."""
    return 0 < quantity <= left if left > 0 else left <= quantity < 0
