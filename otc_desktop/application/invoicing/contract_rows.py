"""Rows of the lists of contracts."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otc_desktop.domain.invoicing.recurring import Timing
from otc_desktop.domain.invoicing.works import WorksStatus
from otc_desktop.domain.shared.ids import RecurringContractId, WorksContractId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractRow:
    """A recurring contract; `period_total` is one whole period at the starting price."""

    id: RecurringContractId
    number: str
    customer_code: str
    customer_name: str
    title: str
    months: int
    timing: Timing
    starts_on: date
    ends_on: date | None
    renews: bool
    cancelled_on: date | None
    next_due_on: date | None
    period_total: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class WorksRow:
    """Works with what was invoiced of them, excluding tax."""

    id: WorksContractId
    number: str
    customer_code: str
    customer_name: str
    title: str
    signed_on: date
    status: WorksStatus
    retention_percent: Decimal
    total: Money
    cumulated: Money
