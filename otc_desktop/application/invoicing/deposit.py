"""What a person decides about deposits: queue, queue again, give up."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from otc_desktop.application.invoicing.flow_queue import queue_ereport, queue_invoice
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.repositories.platform import QueuedFlow
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import NotFoundError, OtcError, RuleError

QUEUED, SENDING, DEPOSITED, ACCEPTED = "queued", "sending", "deposited", "accepted"
REJECTED, FAILED, CANCELLED = "rejected", "failed", "cancelled"
STATUSES = (QUEUED, SENDING, DEPOSITED, ACCEPTED, REJECTED, FAILED, CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositInvoices:
    """Ask for issued documents to be deposited on the platform, by their numbers."""

    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedDeposits:
    """Documents that wait for the platform now, and those that can't, each with its reason."""

    queued: tuple[str, ...]
    refused: tuple[tuple[str, OtcError], ...]


@use_case(permission=Permission.SEND_MAIL)
def deposit_invoices(command: DepositInvoices, ctx: Context, task: Task) -> QueuedDeposits:
    """Queue documents, each in a transaction of its own; they leave with the next sending.

    Raises:
        RuleError: `platform.not_configured`.
    """
    queued, refused = [], []
    for done, number in enumerate(dict.fromkeys(command.numbers)):
        task.check_cancelled()
        task.progress(done, len(command.numbers))
        try:
            with ctx.unit_of_work() as uow:
                invoice = uow.invoices.get_by_number(number, lock=True)
                queue_invoice(uow, ctx, invoice, uow.platform.account())
                uow.commit(None)
        except OtcError as problem:
            if problem.code == "platform.not_configured":
                raise
            refused.append((number, problem))
        else:
            queued.append(number)
    return QueuedDeposits(queued=tuple(queued), refused=tuple(refused))


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositReport:
    """Ask for a transmission of e-reporting to be deposited, by its number."""

    number: str


@use_case(permission=Permission.SEND_MAIL)
def deposit_report(command: DepositReport, ctx: Context, task: Task) -> QueuedFlow:
    """Queue a transmission.

    Raises:
        NotFoundError: `ereporting.not_found`.
        RuleError: what `queue_ereport` refuses.
    """
    with ctx.unit_of_work() as uow:
        found = [each for each in uow.ereports.all() if each.number == command.number]
        if not found:
            raise NotFoundError("ereporting.not_found", number=command.number)
        return uow.commit(queue_ereport(uow, ctx, found[0], uow.platform.account()))


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryFlows:
    """Ask for flows that failed to leave with the next sending."""

    ids: Sequence[UUID]


@use_case(permission=Permission.SEND_MAIL)
def retry_flows(command: RetryFlows, ctx: Context, task: Task) -> int:
    """Queue them again; how many. What was rejected needs another file, not another try.

    Raises:
        RuleError: `platform.not_failed`.
        NotFoundError: `platform.flow_not_found`.
    """
    with ctx.unit_of_work() as uow:
        for flow_id in command.ids:
            flow = uow.platform.get(flow_id)
            if flow.status not in (FAILED, QUEUED):
                raise RuleError("platform.not_failed", name=flow.name)
            if flow.status == FAILED and uow.platform.standing(flow.subject) is not None:
                raise RuleError("platform.already_queued", name=flow.name)
            uow.platform.requeue(flow_id, made_by=ctx.user.name)
        return uow.commit(len(command.ids))


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelFlow:
    """Ask for a flow that never left to stay here, or for a refusal to be done with."""

    flow_id: UUID


@use_case(permission=Permission.SEND_MAIL)
def cancel_flow(command: CancelFlow, ctx: Context, task: Task) -> None:
    """Give it up.

    Raises:
        RuleError: `platform.already_left`: tried once, it may have arrived.
        NotFoundError: `platform.flow_not_found`.
    """
    with ctx.unit_of_work() as uow:
        flow = uow.platform.get(command.flow_id)
        never_tried = flow.status == QUEUED and flow.attempts == 0
        if not never_tried and flow.status not in (FAILED, REJECTED):
            raise RuleError("platform.already_left", name=flow.name)
        uow.platform.cancel(flow.id, made_by=ctx.user.name)
        uow.commit(None)
