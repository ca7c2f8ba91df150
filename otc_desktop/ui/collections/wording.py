"""Reminders in words, as presenter and pages hand them to each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from otc_desktop.application.dunning.plan_reminders import ReminderPlan
from otc_desktop.application.outbox.send_mail import SendOutcome
from otc_desktop.domain.dunning.planner import PlannedReminder
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.kernel.tones import StatusMark


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """A reminder that would leave."""

    id: UUID
    customer: str
    step: str
    channel: str
    amount: Money
    fate: StatusMark
    recipient: str
    invoices: str
    reminder: PlannedReminder


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldRow:
    """A document that will not be reminded of."""

    id: UUID
    customer: str
    invoice: str
    amount: Money
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanText:
    """The plan of a date, in words."""

    on: date
    planned: Sequence[PlannedRow]
    withheld: Sequence[WithheldRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class MailText:
    """A mail as it is read before it leaves, or after.

    `body` is empty for what has no text, such as a call; `note` then says so.
    """

    recipient: str = ""
    subject: str = ""
    body: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOutcome:
    """Reminders made, and what became of the mails; `problem` is why none could be sent."""

    plan: ReminderPlan
    sent: SendOutcome | None = None
    problem: OtcError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """Over how many reminders it was decided, and what was refused."""

    done: int
    refusals: Sequence[OtcError]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalOutcome:
    """How many notices went to the outbox, were noted as done, or were refused."""

    queued: int
    done: int
    refusals: Sequence[OtcError]
