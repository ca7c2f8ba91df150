"""The rate of invoices that had to be taken back because they were wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otc_desktop.domain.invoicing.correction_reason import CorrectionReason
from otc_desktop.domain.shared.rounding import round_half_up

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceErrors:
    """Invoices of a period, and those of them that a later document corrected for an error.

    Args:
        first: day of the period's first invoices.
        last: day of the period's last ones, which is also the day it is looked at.
        issued: invoices, corrective and deposit invoices issued.
        corrected: how many of them were credited or replaced for an error, each once.
        by_reason: how many by reason; an invoice corrected for two reasons counts in both.
        unexplained: how many were credited without a reason; they count as no error.
    """

    first: date
    last: date
    issued: int
    corrected: int
    by_reason: Mapping[CorrectionReason, int]
    unexplained: int = 0

    @property
    def percent(self) -> Decimal | None:
        """Corrected invoices per hundred issued; None where none was issued."""
        if not self.issued:
            return None
        return round_half_up(_HUNDRED * self.corrected / self.issued, 1)
