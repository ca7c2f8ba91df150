"""Rows of the dispute board."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.domain.disputes.dispute import (
    DisputeOutcome,
    DisputeReason,
    DisputeStage,
    DisputeStatus,
)
from otc_desktop.domain.shared.ids import DisputeCauseId, DisputeId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRow:
    """A contested amount and who settles it by when.

    `is_ours` tells an invoice of this program from one taken over from another.
    """

    id: DisputeId
    invoice_number: str
    customer_code: str
    customer_name: str
    reason: DisputeReason
    amount: Money
    status: DisputeStatus
    opened_on: date
    due_on: date
    owner: str
    resolution: str
    closed_on: date | None
    stage: DisputeStage
    cause_id: DisputeCauseId | None
    cause: str
    line: int
    note: str
    outcome: DisputeOutcome | None
    settled_by: str
    is_ours: bool
