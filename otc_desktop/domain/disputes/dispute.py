"""A customer contests an invoice, in whole or in part."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, DisputeCauseId, DisputeId, OpenItemId
from otc_desktop.domain.shared.money import Money

DAYS_TO_SETTLE = 15
_LONGEST_NOTE = 5_000


class DisputeReason(StrEnum):
    """What the customer says is wrong: the roots of the tree of causes."""

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


class DisputeStage(StrEnum):
    """Who has the next move in an open dispute: nobody yet, we, or the customer."""

    NEW = "new"
    IN_HAND = "in_hand"
    WAITING = "waiting"


class DisputeOutcome(StrEnum):
    """How it ended: each but the last two is carried out together with the closing.

    `ACCEPTED`: the customer accepts the invoice after all and pays.
    """

    CREDIT_NOTE = "credit_note"
    REPLACEMENT = "replacement"
    REJECTED = "rejected"
    ACCEPTED = "accepted"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A contested amount (including tax) of one open item.

    `line` is the contested line of the invoice, counted from 1; 0 for none in particular.
    `note` are the customer's words. `settled_by` names what carried the outcome out: a
    credit note's or an order's number, an address.

    Raises:
        RuleError: `disputes.bad_amount`, `disputes.due_before_opening`,
            `disputes.note_too_long`.
    """

    id: DisputeId
    item_id: OpenItemId
    customer_id: CustomerId
    reason: DisputeReason
    amount: Money
    opened_on: date
    due_on: date
    owner: str
    cause_id: DisputeCauseId | None = None
    line: int = 0
    note: str = ""
    stage: DisputeStage = DisputeStage.NEW
    status: DisputeStatus = DisputeStatus.OPEN
    outcome: DisputeOutcome | None = None
    settled_by: str = ""
    resolution: str = ""
    closed_on: date | None = None
    version: int = 1

    def __post_init__(self) -> None:
        if self.amount.amount <= 0:
            raise RuleError("disputes.bad_amount", where="amount", amount=self.amount)
        if self.due_on < self.opened_on:
            raise RuleError("disputes.due_before_opening", where="due_on", opened=self.opened_on)
        if len(self.note) > _LONGEST_NOTE:
            raise RuleError("disputes.note_too_long", where="note", longest=_LONGEST_NOTE)

    def refuse_closed(self) -> None:
        """Stop whoever would change what is settled.

        Raises:
            RuleError: `disputes.already_closed`.
        """
        if self.status is DisputeStatus.CLOSED:
            raise RuleError("disputes.already_closed")

    def close(
        self,
        resolution: str,
        *,
        on: date,
        outcome: DisputeOutcome = DisputeOutcome.OTHER,
        settled_by: str = "",
    ) -> Self:
        """The dispute settled.

        Raises:
            RuleError: `disputes.already_closed`, `disputes.missing_resolution`.
        """
        self.refuse_closed()
        if not resolution.strip():
            raise RuleError("disputes.missing_resolution", where="resolution")
        return replace(
            self,
            status=DisputeStatus.CLOSED,
            outcome=outcome,
            settled_by=settled_by,
            resolution=resolution,
            closed_on=on,
        )

    @property
    def days_to_settle(self) -> int | None:
        """Calendar days from its opening to its end, None while it is open."""
        return None if self.closed_on is None else (self.closed_on - self.opened_on).days


def default_due_on(opened_on: date) -> date:
    """By when a dispute should be settled."""
    return opened_on + timedelta(days=DAYS_TO_SETTLE)
