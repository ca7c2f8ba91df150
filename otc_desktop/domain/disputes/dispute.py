"""A customer contests an invoice, in whole or in part."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, DisputeId, OpenItemId
from otc_desktop.domain.shared.money import Money

DAYS_TO_SETTLE = 15


class DisputeReason(StrEnum):
    """What the customer says is wrong."""

    PRICE = "price"
    QUANTITY = "quantity"
    DELIVERY = "delivery"
    QUALITY = "quality"
    DUPLICATE = "duplicate"
    PURCHASE_ORDER = "purchase_order"
    RECIPIENT = "recipient"
    VAT = "vat"
    OTHER = "other"


class DisputeStatus(StrEnum):
    """Whether it is still contested."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A contested amount (including tax) of one open item.

    Raises:
        RuleError: `disputes.bad_amount`.
    """

    id: DisputeId
    item_id: OpenItemId
    customer_id: CustomerId
    reason: DisputeReason
    amount: Money
    opened_on: date
    due_on: date
    owner: str
    status: DisputeStatus = DisputeStatus.OPEN
    resolution: str = ""
    closed_on: date | None = None
    version: int = 1

    def __post_init__(self) -> None:
        if self.amount.amount <= 0:
            raise RuleError("disputes.bad_amount", where="amount", amount=self.amount)

    def close(self, resolution: str, *, on: date) -> Self:
        """The dispute settled.

        Raises:
            RuleError: `disputes.already_closed`, `disputes.missing_resolution`.
        """
        if self.status is DisputeStatus.CLOSED:
            raise RuleError("disputes.already_closed")
        if not resolution.strip():
            raise RuleError("disputes.missing_resolution", where="resolution")
        return replace(self, status=DisputeStatus.CLOSED, resolution=resolution, closed_on=on)


def default_due_on(opened_on: date) -> date:
    """By when a dispute should be settled."""
    return opened_on + timedelta(days=DAYS_TO_SETTLE)
