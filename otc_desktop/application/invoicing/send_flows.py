"""Send what waits for the platform: claimed, committed, and only then handed over.

A crash between the platform's acceptance and our note of it leaves the flow `sending`. Past
its lease somebody claims it again, and asks the platform for its tracking id before anything
is sent a second time.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from otc_desktop.application.invoicing.deposit import (
    ACCEPTED,
    DEPOSITED,
    FAILED,
    QUEUED,
    REJECTED,
)
from otc_desktop.application.invoicing.flow_queue import queue_own_statuses
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.einvoicing_platform import (
    FlowReceipt,
    FlowState,
    InvoicePlatform,
    OutgoingFlow,
)
from otc_desktop.application.kernel.receipt_statuses import tell_untold_receipts
from otc_desktop.application.kernel.repositories.platform import QueuedFlow
from otc_desktop.application.kernel.status_messages import record_platform_status
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.platform_account import PlatformKind
from otc_desktop.domain.invoicing.platform_rules import status_reason
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import ExternalError, OtcError, RuleError
from otc_desktop.domain.shared.events import Event

LEASE_SECONDS = 600
_FIRST_RETRY = timedelta(minutes=5)
_LONGEST_RETRY = timedelta(hours=4)
_INADMISSIBLE = "501"
_UNKNOWN_FATE = "platform.unknown_fate"
_STATUS_AFTER = {
    FlowState.PENDING: DEPOSITED,
    FlowState.OK: ACCEPTED,
    FlowState.ERROR: REJECTED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SendFlows:
    """Ask for everything that waits for the platform to leave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowDeposited(Event):
    """The platform has a file of ours."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowRefused(Event):
    """The platform will not have a file of ours; `answer` is its own."""

    name: str
    answer: str


@dataclass(slots=True)
class FlowOutcome:
    """How many flows met which fate; `problem` is what stopped the run, if anything did."""

    counts: dict[str, int] = field(default_factory=dict)
    problem: OtcError | None = None

    def note(self, status: str) -> None:
        """Count one more."""
        self.counts[status] = self.counts.get(status, 0) + 1


@use_case(permission=Permission.SEND_MAIL)
def send_flows(command: SendFlows, ctx: Context, task: Task) -> FlowOutcome:
    """Deposit what waits, one by one, each claimed by this workstation alone.

    Raises:
        RuleError: `platform.not_configured` when something waits and no platform is chosen.
    """
    outcome = FlowOutcome()
    with ctx.snapshot() as uow:
        account = uow.platform.account()
    if account.kind is not PlatformKind.NONE:
        tell_untold_receipts(ctx, task)
    with ctx.unit_of_work() as uow:
        queue_own_statuses(uow, ctx, account)
        waiting = uow.platform.ready_count()
        uow.commit(None)
    if not waiting:
        return outcome
    if account.kind is PlatformKind.NONE:
        raise RuleError("platform.not_configured")
    platform = ctx.ports.platform(account)
    owner = f"{ctx.workstation}/{ctx.new_id()}"
    for done in range(waiting):
        task.check_cancelled()
        task.progress(done, waiting)
        claimed = _claim(ctx, owner)
        if claimed is None:
            break
        flow, outgoing = claimed
        status, problem = _deposit(ctx, platform, flow, outgoing)
        outcome.note(status)
        if problem is not None and status == QUEUED:
            # Whatever stopped this one would stop the next.
            outcome.problem = problem
            break
    return outcome


def note_receipt(uow: UnitOfWork, ctx: Context, flow: QueuedFlow, receipt: FlowReceipt) -> str:
    """Write down what the platform says of a flow, inside the caller's transaction."""
    status, answer = _STATUS_AFTER[receipt.state], "; ".join(receipt.reasons)
    if not uow.platform.mark(flow, status, answer=answer, platform_id=receipt.flow_id):
        return status
    if status == REJECTED:
        tell_refusal(uow, ctx, flow, answer)
    elif not flow.platform_id and flow.customer_id is not None:
        uow.record(
            FlowDeposited(
                subject_id=flow.invoice_id or flow.id,
                customer_id=flow.customer_id,
                name=flow.name,
            )
        )
    return status


def tell_refusal(uow: UnitOfWork, ctx: Context, flow: QueuedFlow, answer: str) -> None:
    """The timeline hears of a refusal, and the life cycle where it has a word for it (501)."""
    if flow.customer_id is None:
        return
    uow.record(
        FlowRefused(
            subject_id=flow.invoice_id or flow.id,
            customer_id=flow.customer_id,
            name=flow.name,
            answer=answer,
        )
    )
    reason = status_reason(answer)
    if reason and flow.invoice_id is not None and flow.status_id is None:
        record_platform_status(
            uow, ctx, flow.invoice_id, code=_INADMISSIBLE, reason=reason, note=answer
        )


def _claim(ctx: Context, owner: str) -> tuple[QueuedFlow, OutgoingFlow] | None:
    with ctx.unit_of_work() as uow:
        flow = uow.platform.claim(owner, lease_seconds=LEASE_SECONDS)
        if flow is None:
            return None
        outgoing = OutgoingFlow(
            tracking_id=flow.tracking_id,
            name=flow.name,
            syntax=flow.syntax,
            content=uow.archive.content(flow.sha256),
            processing_rule=flow.processing_rule,
            profile=flow.profile,
            maybe_deposited=flow.attempts > 1,
        )
        return uow.commit((flow, outgoing))


def _deposit(
    ctx: Context, platform: InvoicePlatform, flow: QueuedFlow, outgoing: OutgoingFlow
) -> tuple[str, OtcError | None]:
    """Hand one flow over and write down what the platform said."""
    try:
        receipt = platform.deposit(outgoing)
    except ExternalError as problem:
        return _note_failure(ctx, flow, problem), problem
    with ctx.unit_of_work() as uow:
        return uow.commit(note_receipt(uow, ctx, flow, receipt)), None


def _note_failure(ctx: Context, flow: QueuedFlow, problem: ExternalError) -> str:
    """Refused for good, or to be tried later; an unknown fate counts as a try."""
    answer = f"{problem.code} {problem.params.get('answer', '')}".strip()
    final = problem.code in ("platform.refused", "platform.chorus_syntax")
    status = FAILED if final else QUEUED
    delay = min(_FIRST_RETRY * 2 ** min(flow.attempts - 1, 8), _LONGEST_RETRY)
    with ctx.unit_of_work() as uow:
        marked = uow.platform.mark(
            flow,
            status,
            answer=answer,
            retry_in_seconds=None if final else int(delay.total_seconds()),
            counts=final or problem.code == _UNKNOWN_FATE,
        )
        if marked and final:
            tell_refusal(uow, ctx, flow, answer)
        uow.commit(None)
    return status
