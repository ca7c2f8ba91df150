"""Rows of flows to the approved platform."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from otc_desktop.domain.shared.ids import InvoiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowRow:
    """A file that waits for the platform, went there, or was refused, with the answer."""

    id: UUID
    kind: str
    syntax: str
    name: str
    number: str
    customer_code: str
    customer_name: str
    invoice_id: InvoiceId | None
    status: str
    attempts: int
    platform_id: str
    answer: str
    created_at: datetime
    deposited_at: datetime | None
