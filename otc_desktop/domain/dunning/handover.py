"""Claims handed over to a collection agency, a lawyer, a bailiff or the court."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, HandoverId, OpenItemId
from otc_desktop.domain.shared.money import Money, total


class HandoverKind(StrEnum):
    """To whom claims are handed over; `COURT` is an order to pay (C. proc. civ. art. 1405)."""

    AGENCY = "agency"
    LAWYER = "lawyer"
    BAILIFF = "bailiff"
    COURT = "court"


class HandoverOutcome(StrEnum):
    """How it ended; `OPEN` while it runs."""

    OPEN = "open"
    PAID = "paid"
    PARTLY_PAID = "partly_paid"
    NOT_PAID = "not_paid"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """Claims of one customer that somebody else collects; we no longer remind of them.

    `reference` is the other side's, `fee` what it costs.

    Raises:
        RuleError: `dunning.handover_without_items`, `dunning.handover_needs_name`.
    """

    id: HandoverId
    number: str
    customer_id: CustomerId
    kind: HandoverKind
    to: str
    handed_on: date
    handed_by: str
    items: tuple[tuple[OpenItemId, Money], ...]
    reference: str = ""
    outcome: HandoverOutcome = HandoverOutcome.OPEN
    fee: Money | None = None
    closed_on: date | None = None
    note: str = ""
    version: int = 1

    def __post_init__(self) -> None:
        if not self.items:
            raise RuleError("dunning.handover_without_items", where="items")
        if not self.to.strip():
            raise RuleError("dunning.handover_needs_name", where="to")

    @property
    def amount(self) -> Money:
        """What was open of its claims when they were handed over."""
        return total((amount for _, amount in self.items), self.items[0][1].currency)

    def referenced(self, reference: str) -> Self:
        """The hand-over with the other side's reference."""
        return replace(self, reference=reference.strip())

    def close(
        self, outcome: HandoverOutcome, *, on: date, fee: Money | None, note: str = ""
    ) -> Self:
        """The hand-over at its end; what is still open is reminded of again.

        Raises:
            RuleError: `dunning.handover_closed`, `dunning.handover_needs_outcome`,
                `dunning.handover_before_handed`, `dunning.handover_fee`.
        """
        if self.outcome is not HandoverOutcome.OPEN:
            raise RuleError("dunning.handover_closed", number=self.number)
        if outcome is HandoverOutcome.OPEN:
            raise RuleError("dunning.handover_needs_outcome", where="outcome")
        if on < self.handed_on:
            raise RuleError("dunning.handover_before_handed", where="on", handed_on=self.handed_on)
        if fee is not None and fee.amount < 0:
            raise RuleError("dunning.handover_fee", where="fee")
        return replace(self, outcome=outcome, closed_on=on, fee=fee, note=note.strip())
