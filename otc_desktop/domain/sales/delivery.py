"""A delivery: what left on one day, what came back of it, what was invoiced of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Self

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, DeliveryId, SalesOrderId

_NOTHING = Decimal(0)


class DeliveryStatus(StrEnum):
    """How a delivery stands; `returned` when all of it came back before any invoice."""

    DELIVERED = "delivered"
    RETURNED = "returned"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What left on one day; `quantities` by line position of the order.

    `returned` counts what came back, `billed` what the delivery's document (`invoiced`: a
    draft or an issued invoice) says of it, both by line position; `prebilled` what an
    invoice of the order had invoiced before. `ship_to` is the address
    as it stood on that day, a line of text each.
    """

    id: DeliveryId
    number: str
    order_id: SalesOrderId
    customer_id: CustomerId
    delivered_on: date
    quantities: Mapping[int, Decimal]
    invoiced: bool = False
    returned: Mapping[int, Decimal] = field(default_factory=dict)
    billed: Mapping[int, Decimal] = field(default_factory=dict)
    prebilled: Mapping[int, Decimal] = field(default_factory=dict)
    status: DeliveryStatus = DeliveryStatus.DELIVERED
    ship_to: str = ""
    carrier: str = ""
    tracking: str = ""
    note: str = ""
    cancelled_on: date | None = None
    cancel_reason: str = ""
    version: int = 1

    def to_invoice(self) -> Mapping[int, Decimal]:
        """What an invoice of it would say: what left and did not come back."""
        if self.status is not DeliveryStatus.DELIVERED:
            return {}
        left = {
            position: quantity
            - self.returned.get(position, _NOTHING)
            - self.prebilled.get(position, _NOTHING)
            for position, quantity in self.quantities.items()
        }
        # More came back than the delivery was still to invoice: the order's invoice is credited.
        return {
            position: quantity
            for position, quantity in left.items()
            if quantity * self.quantities[position] > 0
        }

    def bill(self) -> Self:
        """The delivery on a document that invoices what is left of it.

        Raises:
            RuleError: `sales.delivery_already_invoiced`, `sales.delivery_cancelled`,
                `sales.nothing_to_invoice`.
        """
        if self.invoiced:
            raise RuleError("sales.delivery_already_invoiced", number=self.number)
        self._require_not_cancelled()
        quantities = self.to_invoice()
        if not quantities:
            raise RuleError("sales.nothing_to_invoice", number=self.number)
        return replace(self, invoiced=True, billed=quantities)

    def unbill(self) -> Self:
        """The delivery after its draft was thrown away."""
        return replace(self, invoiced=False, billed={})

    def cancel(self, reason: str, *, on: date) -> Self:
        """A delivery that never was: everything is back; the number stays, marked.

        Raises:
            RuleError: `sales.delivery_cancelled`, `sales.cancel_invoiced_delivery`,
                `sales.cancel_returned_delivery`, `sales.missing_reason`.
        """
        self._require_not_cancelled()
        if not reason.strip():
            raise RuleError("sales.missing_reason", where="reason")
        if self.invoiced:
            raise RuleError("sales.cancel_invoiced_delivery", number=self.number)
        if any(self.returned.values()):
            raise RuleError("sales.cancel_returned_delivery", number=self.number)
        return replace(
            self,
            status=DeliveryStatus.CANCELLED,
            cancelled_on=on,
            cancel_reason=reason.strip(),
        )

    def take_back(self, quantities: Mapping[int, Decimal]) -> Self:
        """Goods of it came back.

        Raises:
            RuleError: `sales.delivery_cancelled`, `sales.returns_more_than_delivered`.
        """
        self._require_not_cancelled()
        returned = dict(self.returned)
        for position, quantity in quantities.items():
            back = returned.get(position, _NOTHING) + quantity
            delivered = self.quantities.get(position, _NOTHING)
            if quantity <= 0 or back > delivered:
                raise RuleError(
                    "sales.returns_more_than_delivered",
                    where=f"lines[{position}]",
                    line=position + 1,
                    quantity=quantity,
                    returnable=max(delivered - back + quantity, _NOTHING),
                )
            returned[position] = back
        after = replace(self, returned=returned)
        if not after.invoiced and not after.to_invoice():
            after = replace(after, status=DeliveryStatus.RETURNED)
        return after

    def _require_not_cancelled(self) -> None:
        if self.status is DeliveryStatus.CANCELLED:
            raise RuleError("sales.delivery_cancelled", number=self.number)
