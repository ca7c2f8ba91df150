"""Settle a dispute."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.disputes.dispute import Dispute
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import DisputeId


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDispute:
    """Ask for a dispute to be closed, and say how it was settled."""

    dispute_id: DisputeId
    resolution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeClosed(Event):
    """A dispute was settled."""

    resolution: str


@use_case(permission=Permission.HANDLE_DISPUTES)
def close_dispute(command: CloseDispute, ctx: Context, task: Task) -> Dispute:
    """Close a dispute; its invoice is reminded of again.

    Raises:
        NotFoundError: `disputes.not_found`.
        RuleError: `disputes.already_closed`, `disputes.missing_resolution`.
    """
    with ctx.unit_of_work() as uow:
        closed = uow.disputes.get(command.dispute_id).close(command.resolution, on=ctx.today)
        uow.disputes.save(closed)
        uow.record(
            DisputeClosed(
                subject_id=closed.id,
                customer_id=closed.customer_id,
                resolution=command.resolution,
            )
        )
        return uow.commit(closed)
