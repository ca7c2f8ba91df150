"""What was decided about credit, by whom and why: rows that never change."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, SalesOrderId
from otc_desktop.domain.shared.money import Money


class DecisionKind(StrEnum):
    """What was decided."""

    HELD = "held"
    ASKED = "asked"
    APPROVED = "approved"
    DEPOSIT_ASKED = "deposit_asked"
    REFUSED = "refused"
    LIFTED = "lifted"
    PASSED = "passed"
    LIMIT_SET = "limit_set"
    GRADE_SET = "grade_set"
    CEASED = "ceased"


class Gate(StrEnum):
    """Where goods, services or claims would go out on credit."""

    CONFIRM = "confirm"
    AMEND = "amend"
    REOPEN = "reopen"
    DELIVER = "deliver"
    INVOICE = "invoice"
    UNBLOCK = "unblock"
    UNARCHIVE = "unarchive"


@dataclass(frozen=True, slots=True, kw_only=True)
class TracedDecision:
    """One decision. `amount` is the order's or the document's total including tax, or a
    limit; `overrun` what goes beyond the limit; `deposit` what has to be on account.

    `gate` is where it came up, empty for what is decided without one.
    """

    id: UUID
    customer_id: CustomerId
    order_id: SalesOrderId | None
    kind: DecisionKind
    decided_on: date
    role: str
    codes: tuple[str, ...] = ()
    reason: str = ""
    gate: str = ""
    amount: Money
    overrun: Money
    deposit: Money
    until: date | None = None
    before: str = ""
    after: str = ""


class RequestStatus(StrEnum):
    """How far a request for agreement has come."""

    OPEN = "open"
    APPROVED = "approved"
    DEPOSIT = "deposit"
    REFUSED = "refused"
    LIFTED = "lifted"


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRequest:
    """A held order that waits for somebody: since when, why, until when it is wanted.

    `action` is what the rules want, `note` what the person who asks has to say for it.
    """

    id: UUID
    order_id: SalesOrderId
    customer_id: CustomerId
    status: RequestStatus
    gate: Gate
    action: str
    codes: tuple[str, ...]
    amount: Money
    overrun: Money
    deposit: Money
    asked_on: date
    asked_by: str
    note: str = ""
    wanted_until: date | None = None
    settled_on: date | None = None
    version: int = 1


def checked_reason(reason: str) -> str:
    """The reason without blanks around it.

    Raises:
        RuleError: `credit.missing_reason`.
    """
    if not reason.strip():
        raise RuleError("credit.missing_reason", where="reason")
    return reason.strip()
