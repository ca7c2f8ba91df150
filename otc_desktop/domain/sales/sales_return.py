"""Goods that come back: announced, received, credited."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Self

from otc_desktop.domain.sales.delivery import Delivery, DeliveryStatus
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import (
    CustomerId,
    DeliveryId,
    InvoiceId,
    SalesOrderId,
    SalesReturnId,
)
from otc_desktop.domain.shared.scales import QUANTITY_PLACES, on_scale

_NOTHING = Decimal(0)


class ReturnStatus(StrEnum):
    """How far a return has come; `credited` once its credit note is prepared."""

    NOTED = "noted"
    RECEIVED = "received"
    CREDITED = "credited"
    CANCELLED = "cancelled"


class ReturnReason(StrEnum):
    """Why goods come back."""

    DEFECTIVE = "defective"
    DAMAGED = "damaged"
    WRONG_GOODS = "wrong_goods"
    TOO_MANY = "too_many"
    LATE = "late"
    WITHDRAWAL = "withdrawal"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesReturn:
    """Delivered lines that come back; `quantities` by line position of the order.

    `restock` puts them on the shelf again, `replaces` opens the order's lines again so that
    they are delivered once more. `credit_due` says that they were invoiced when they came,
    so that a credit note is owed; `credit_id` is its draft or issued document.

    Raises:
        RuleError: `sales.nothing_to_return`, `number.out_of_scale`.
    """

    id: SalesReturnId
    number: str
    delivery_id: DeliveryId
    order_id: SalesOrderId
    customer_id: CustomerId
    noted_on: date
    quantities: Mapping[int, Decimal]
    reason: ReturnReason
    note: str = ""
    restock: bool = True
    replaces: bool = False
    status: ReturnStatus = ReturnStatus.NOTED
    received_on: date | None = None
    credit_due: bool = False
    credit_id: InvoiceId | None = None
    version: int = 1

    def __post_init__(self) -> None:
        if not self.quantities:
            raise RuleError("sales.nothing_to_return", where="lines")
        for quantity in self.quantities.values():
            on_scale(quantity, QUANTITY_PLACES, field="quantity")

    def receive(self, *, on: date, invoiced: bool) -> Self:
        """The goods are here.

        Raises:
            RuleError: `sales.return_not_noted`.
        """
        if self.status is not ReturnStatus.NOTED:
            raise RuleError("sales.return_not_noted", number=self.number)
        return replace(self, status=ReturnStatus.RECEIVED, received_on=on, credit_due=invoiced)

    def credit(self, credit_id: InvoiceId) -> Self:
        """Its credit note is prepared.

        Raises:
            RuleError: `sales.return_not_received`, `sales.return_already_credited`,
                `sales.return_needs_no_credit` where nothing of it was invoiced.
        """
        if self.status is ReturnStatus.CREDITED:
            raise RuleError("sales.return_already_credited", number=self.number)
        if self.status is not ReturnStatus.RECEIVED:
            raise RuleError("sales.return_not_received", number=self.number)
        if not self.credit_due:
            raise RuleError("sales.return_needs_no_credit", number=self.number)
        return replace(self, status=ReturnStatus.CREDITED, credit_id=credit_id)

    def uncredit(self) -> Self:
        """The draft of its credit note was thrown away."""
        return replace(self, status=ReturnStatus.RECEIVED, credit_id=None)

    def cancel(self) -> Self:
        """The customer keeps the goods after all.

        Raises:
            RuleError: `sales.return_not_noted`: what came back is no more undone.
        """
        if self.status is not ReturnStatus.NOTED:
            raise RuleError("sales.return_not_noted", number=self.number)
        return replace(self, status=ReturnStatus.CANCELLED)


def returnable(delivery: Delivery, returns: Iterable[SalesReturn]) -> Mapping[int, Decimal]:
    """What may still come back of a delivery, by line position; announced returns count."""
    if delivery.status is not DeliveryStatus.DELIVERED:
        return {}
    announced: dict[int, Decimal] = {}
    for each in returns:
        if each.status is ReturnStatus.NOTED:
            for position, quantity in each.quantities.items():
                announced[position] = announced.get(position, _NOTHING) + quantity
    left = {
        position: quantity
        - delivery.returned.get(position, _NOTHING)
        - announced.get(position, _NOTHING)
        for position, quantity in delivery.quantities.items()
    }
    return {position: quantity for position, quantity in left.items() if quantity > 0}


def check_return(
    wanted: Mapping[int, Decimal], delivery: Delivery, returns: Iterable[SalesReturn]
) -> None:
    """Only what was delivered and did not come back yet can come back.

    Raises:
        RuleError: `sales.nothing_to_return`, `sales.delivery_cancelled`,
            `sales.returns_more_than_delivered`.
    """
    if delivery.status is DeliveryStatus.CANCELLED:
        raise RuleError("sales.delivery_cancelled", number=delivery.number)
    if not wanted:
        raise RuleError("sales.nothing_to_return", where="lines")
    left = returnable(delivery, returns)
    for position, quantity in sorted(wanted.items()):
        most = left.get(position, _NOTHING)
        if not 0 < quantity <= most:
            raise RuleError(
                "sales.returns_more_than_delivered",
                where=f"lines[{position}]",
                line=position + 1,
                quantity=quantity,
                returnable=most,
            )
