"""The approved platform, as use cases load and save what goes there and comes from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from otc_desktop.application.kernel.einvoicing_platform import FlowSyntax, IncomingFlow
from otc_desktop.domain.invoicing.platform_account import PlatformAccount
from otc_desktop.domain.shared.ids import CustomerId, InvoiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedFlow:
    """A file that waits for the platform, or went there; `status` tells.

    `subject` names what it carries (`invoice/…`, `status/…`, `ereport/…`): of one subject one
    flow stands at a time, another only after it was rejected, failed or was cancelled.
    """

    id: UUID
    tracking_id: str
    kind: str
    syntax: FlowSyntax
    name: str
    sha256: str
    subject: str
    profile: str = ""
    processing_rule: str = ""
    invoice_id: InvoiceId | None = None
    customer_id: CustomerId | None = None
    ereport_id: UUID | None = None
    status_id: UUID | None = None
    status: str = "queued"
    attempts: int = 0
    claimed_by: str = ""
    platform_id: str = ""
    answer: str = ""
    deposited_at: datetime | None = None


class PlatformRepository(Protocol):
    """Account, flows out, flows in."""

    def account(self) -> PlatformAccount:
        """The company's platform; of kind none before one is chosen."""

    def save_account(self, account: PlatformAccount) -> None:
        """Keep it."""

    def queue(self, flow: QueuedFlow) -> None:
        """A new flow, ready to leave.

        Raises:
            RuleError: `platform.already_queued` when one of this subject stands.
        """

    def get(self, flow_id: UUID) -> QueuedFlow:
        """A flow as it stands; locked.

        Raises:
            NotFoundError: `platform.flow_not_found`.
        """

    def standing(self, subject: str) -> QueuedFlow | None:
        """The flow of a subject that waits, left, or was accepted."""

    def claim(self, owner: str, *, lease_seconds: int) -> QueuedFlow | None:
        """Take one flow that is ready, or whose sender vanished: `attempts` above 1 says so."""

    def ready_count(self) -> int:
        """How many could leave now."""

    def untold_statuses(self) -> Sequence[UUID]:
        """Own statuses of documents that the platform has, which were never queued."""

    def awaiting(self) -> Sequence[QueuedFlow]:
        """Flows deposited whose fate the platform has not told yet, the oldest first."""

    def mark(
        self,
        flow: QueuedFlow,
        status: str,
        *,
        answer: str = "",
        platform_id: str = "",
        retry_in_seconds: int | None = None,
        counts: bool = True,
    ) -> bool:
        """Write down what became of a flow; False when somebody else decided meanwhile."""

    def requeue(self, flow_id: UUID, *, made_by: str) -> None:
        """A person has it leave with the next sending."""

    def cancel(self, flow_id: UUID, *, made_by: str) -> None:
        """A person decides that it never leaves."""

    def place(self, account: str) -> str:
        """How far an account was read; empty before the first time."""

    def advance(self, account: str, place: str) -> None:
        """Note how far it was read; locks the account's place."""

    def is_taken(self, platform_id: str) -> bool:
        """Whether an incoming flow was dealt with."""

    def take(
        self, taken_id: UUID, flow: IncomingFlow, *, sha256: str, status: str, problem: str
    ) -> None:
        """Note that an incoming flow was dealt with."""
