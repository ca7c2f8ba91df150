"""Rows and figures of the credit screens."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from otc_desktop.domain.credit.alerts import AlertKind
from otc_desktop.domain.credit.credit_file import CreditFile
from otc_desktop.domain.credit.decision import LimitScope
from otc_desktop.domain.credit.exposure import Exposure, exposure_of_group
from otc_desktop.domain.credit.trace import RequestStatus
from otc_desktop.domain.shared.ids import CustomerId, SalesOrderId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitLine:
    """A limit that holds for a customer: its own, or that of the head of its group."""

    scope: LimitScope
    holder_code: str
    limit: Money
    used: Money

    @property
    def available(self) -> Money:
        """What is left; negative once it is exceeded."""
        return self.limit - self.used


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """One customer of a group."""

    id: CustomerId
    code: str
    name: str
    limit: Money | None
    exposure: Exposure


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditSituation:
    """How a customer stands today. `uninsured` is the exposure no insurer covers."""

    file: CreditFile
    exposure: Exposure
    limits: tuple[LimitLine, ...]
    members: tuple[MemberLine, ...]
    overdue: Money
    oldest_due_on: date | None
    on_account: Money
    uninsured: Money | None
    alerts: tuple[AlertKind, ...]

    @property
    def together(self) -> Exposure:
        """What the group owes, the customer's own where it has none."""
        if not self.members:
            return self.exposure
        return exposure_of_group(each.exposure for each in self.members)

    @property
    def available(self) -> Money | None:
        """What may still be sold on credit: the least that any limit leaves; None without."""
        return min((line.available for line in self.limits), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRow:
    """A customer that gives reason to look."""

    id: CustomerId
    customer_code: str
    customer_name: str
    alerts: tuple[AlertKind, ...]
    exposure: Money
    limit: Money | None
    overdue: Money
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow:
    """A held order that waits for somebody; its id is the order's."""

    id: SalesOrderId
    number: str
    customer_id: CustomerId
    customer_code: str
    customer_name: str
    status: RequestStatus
    action: str
    codes: tuple[str, ...]
    amount: Money
    overrun: Money
    deposit: Money
    asked_on: date
    asked_by: str
    note: str
    wanted_until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """What was decided, newest first."""

    id: UUID
    decided_at: datetime
    decided_on: date
    decided_by: str
    role: str
    kind: str
    order_number: str
    codes: tuple[str, ...]
    reason: str
    gate: str
    amount: Money
    overrun: Money
    deposit: Money
    until: date | None
    before: str
    after: str
