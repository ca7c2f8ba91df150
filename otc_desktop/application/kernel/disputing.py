"""Shared steps of disputes: opened by a person or by the customer's system, and settled."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.disputes.dispute import (
    Dispute,
    DisputeOutcome,
    DisputeReason,
    default_due_on,
)
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import DisputeCauseId, DisputeId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeOpened(Event):
    """A customer contests an invoice."""

    number: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeClosed(Event):
    """A dispute was settled."""

    resolution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeDetails:
    """What more is known of a dispute when it is opened; empty for what is not."""

    owner: str = ""
    due_on: date | None = None
    cause_id: DisputeCauseId | None = None
    line: int = 0
    note: str = ""


NO_DETAILS = DisputeDetails()


def uncontested(uow: UnitOfWork, item: OpenItem) -> Money:
    """What is open of an item and not contested yet."""
    return item.open - Money.from_minor(uow.disputes.open_total(item.id), item.open.currency)


def open_dispute_on(
    uow: UnitOfWork,
    ctx: Context,
    item: OpenItem,
    reason: DisputeReason,
    amount: Money,
    *,
    details: DisputeDetails = NO_DETAILS,
) -> Dispute:
    """A dispute on a part of an item; that part is not reminded of until it is closed.

    Raises:
        NotFoundError: `disputes.cause_not_found`.
        RuleError: `disputes.bad_amount`, `disputes.cause_of_other_reason`.
    """
    dispute = Dispute(
        id=DisputeId(ctx.new_id()),
        item_id=item.id,
        customer_id=item.customer_id,
        reason=reason,
        amount=amount,
        opened_on=ctx.today,
        due_on=details.due_on or default_due_on(ctx.today),
        owner=details.owner or ctx.user.name,
        cause_id=cause_under(uow, details.cause_id, reason),
        line=details.line,
        note=details.note,
    )
    uow.disputes.add(dispute)
    uow.record(
        DisputeOpened(
            subject_id=dispute.id,
            customer_id=item.customer_id,
            number=item.number,
            reason=reason.value,
        )
    )
    return dispute


def cause_under(
    uow: UnitOfWork, cause_id: DisputeCauseId | None, reason: DisputeReason
) -> DisputeCauseId | None:
    """The cause, if it belongs under the reason.

    Raises:
        NotFoundError: `disputes.cause_not_found`.
        RuleError: `disputes.cause_of_other_reason`.
    """
    if cause_id is None:
        return None
    cause = uow.disputes.get_cause(cause_id)
    if cause.reason is not reason:
        raise RuleError("disputes.cause_of_other_reason", where="cause", title=cause.title)
    return cause.id


def settle_dispute(
    uow: UnitOfWork,
    ctx: Context,
    dispute: Dispute,
    resolution: str,
    *,
    outcome: DisputeOutcome,
    settled_by: str = "",
) -> Dispute:
    """End a dispute, inside the caller's transaction, with what carries its outcome out.

    Raises:
        RuleError: `disputes.already_closed`, `disputes.missing_resolution`.
    """
    closed = dispute.close(resolution, on=ctx.today, outcome=outcome, settled_by=settled_by)
    uow.disputes.save(closed)
    uow.record(
        DisputeClosed(subject_id=closed.id, customer_id=closed.customer_id, resolution=resolution)
    )
    return closed
