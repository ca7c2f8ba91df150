"""Work on a dispute: who has it, by when, how far it is, and what exactly is contested."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.disputing import cause_under, uncontested
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.disputes.dispute import Dispute, DisputeReason, DisputeStage
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import DisputeCauseId, DisputeId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDispute:
    """Ask for a change of an open dispute; None leaves a field.

    With `reason`, the cause is the one given with it, or none.
    """

    dispute_id: DisputeId
    stage: DisputeStage | None = None
    owner: str | None = None
    due_on: date | None = None
    amount: Decimal | None = None
    note: str | None = None
    reason: DisputeReason | None = None
    cause_id: DisputeCauseId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeChanged(Event):
    """A dispute moved on."""

    number: str
    stage: str
    owner: str


@use_case(permission=Permission.HANDLE_DISPUTES)
def change_dispute(command: ChangeDispute, ctx: Context, task: Task) -> Dispute:
    """Keep how a dispute stands; another amount changes what is withheld from reminders.

    Raises:
        NotFoundError: `disputes.not_found`, `disputes.cause_not_found`.
        RuleError: `disputes.already_closed`, `disputes.beyond_open`,
            `disputes.cause_of_other_reason`, and what the domain refuses.
    """
    with ctx.unit_of_work() as uow:
        dispute = uow.disputes.get(command.dispute_id)
        dispute.refuse_closed()
        given = {
            name: value
            for name in ("stage", "owner", "due_on", "note")
            if (value := getattr(command, name)) is not None
        }
        changed = replace(dispute, **given)
        if command.reason is not None:
            cause_id = cause_under(uow, command.cause_id, command.reason)
            changed = replace(changed, reason=command.reason, cause_id=cause_id)
        item = uow.open_items.lock([dispute.item_id])[dispute.item_id]
        if command.amount is not None:
            changed = replace(changed, amount=_within_open(uow, dispute, command.amount))
        uow.disputes.save(changed)
        uow.record(
            DisputeChanged(
                subject_id=changed.id,
                customer_id=changed.customer_id,
                number=item.number,
                stage=changed.stage.value,
                owner=changed.owner,
            )
        )
        return uow.commit(changed)


def _within_open(uow: UnitOfWork, dispute: Dispute, wanted: Decimal) -> Money:
    item = uow.open_items.lock([dispute.item_id])[dispute.item_id]
    amount = Money(wanted, dispute.amount.currency)
    most = uncontested(uow, item) + dispute.amount
    if amount > most:
        raise RuleError(
            "disputes.beyond_open", where="amount", number=item.number, amount=amount, open=most
        )
    return amount
