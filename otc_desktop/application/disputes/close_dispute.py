"""Settle a dispute without a document of ours: the customer pays after all, or otherwise."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.disputing import settle_dispute
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.disputes.dispute import Dispute, DisputeOutcome
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import DisputeId


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDispute:
    """Ask for a dispute to be closed, and say how it was settled."""

    dispute_id: DisputeId
    resolution: str
    outcome: DisputeOutcome = DisputeOutcome.OTHER


@use_case(permission=Permission.HANDLE_DISPUTES)
def close_dispute(command: CloseDispute, ctx: Context, task: Task) -> Dispute:
    """Close a dispute; its invoice is reminded of again.

    Raises:
        NotFoundError: `disputes.not_found`.
        RuleError: `disputes.already_closed`, `disputes.missing_resolution`.
    """
    with ctx.unit_of_work() as uow:
        dispute = uow.disputes.get(command.dispute_id)
        closed = settle_dispute(uow, ctx, dispute, command.resolution, outcome=command.outcome)
        return uow.commit(closed)
