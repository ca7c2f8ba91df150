"""A recurring contract as somebody typed it."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.domain.invoicing.recurring import Indexation, Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractInput:
    """What a contract says; `anchor_on` None means that periods count from the start.

    `months` is the length of a period, `renewal_months` that of a tacit renewal, 0 for none.
    """

    customer: str
    lines: tuple[LineInput, ...]
    starts_on: date
    months: int = 1
    timing: Timing = Timing.ADVANCE
    anchor_on: date | None = None
    ends_on: date | None = None
    renewal_months: int = 0
    indexation: Indexation | None = None
    title: str = ""
    purchase_order: str = ""
