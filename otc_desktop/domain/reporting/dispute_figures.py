"""How often customers contest invoices, why, and how long it takes us to settle it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

from otc_desktop.domain.disputes.dispute import DisputeOutcome, DisputeReason
from otc_desktop.domain.shared.rounding import round_half_up

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeFigures:
    """Disputes of a period that ends on the day it is looked at.

    Args:
        first: first day of the period.
        last: its last day.
        issued: invoices issued in it.
        contested: how many of these were contested until its last day, each once.
        by_reason: disputes opened in it by reason.
        by_cause: the same by the company's own cause, its title.
        days_to_settle: days from opening to end of each dispute settled in it.
        by_outcome: how these ended.
        open: disputes not settled on the last day.
        late: those of them past their date.
    """

    first: date
    last: date
    issued: int
    contested: int
    by_reason: Mapping[DisputeReason, int]
    by_cause: Mapping[str, int]
    days_to_settle: tuple[int, ...]
    by_outcome: Mapping[DisputeOutcome, int]
    open: int
    late: int

    @property
    def percent(self) -> Decimal | None:
        """Contested invoices per hundred issued; None where none was issued."""
        if not self.issued:
            return None
        return round_half_up(_HUNDRED * self.contested / self.issued, 1)

    @property
    def average_days(self) -> Decimal | None:
        """Mean days to settle a dispute; None where none was settled."""
        if not self.days_to_settle:
            return None
        return round_half_up(Decimal(sum(self.days_to_settle)) / len(self.days_to_settle), 1)

    @property
    def median_days(self) -> Decimal | None:
        """Days within which half of the disputes were settled."""
        if not self.days_to_settle:
            return None
        return round_half_up(Decimal(str(median(self.days_to_settle))), 1)
