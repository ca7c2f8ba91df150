"""Note that a customer contests an invoice."""

from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.disputes.dispute import Dispute, DisputeReason, default_due_on
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import DisputeId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDispute:
    """Ask for a dispute; without an amount, all that is open is contested."""

    number: str
    reason: str
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeOpened(Event):
    """A customer contests an invoice."""

    number: str
    reason: str


@use_case(permission=Permission.HANDLE_DISPUTES)
def open_dispute(command: OpenDispute, ctx: Context, task: Task) -> Dispute:
    """Open a dispute; its part is not reminded of until it is closed.

    Raises:
        NotFoundError: `receivables.item_not_found`.
        RuleError: `disputes.unknown_reason`, `disputes.nothing_open`, `disputes.beyond_open`.
    """
    try:
        reason = DisputeReason(command.reason)
    except ValueError as problem:
        raise RuleError(
            "disputes.unknown_reason", where="reason", reason=command.reason
        ) from problem
    with ctx.unit_of_work() as uow:
        item = uow.open_items.get_by_number(command.number)
        currency = item.open.currency
        contested = Money.from_minor(uow.disputes.open_total(item.id), currency)
        left = item.open - contested
        if left.amount <= 0:
            raise RuleError("disputes.nothing_open", number=item.number)
        amount = left if command.amount is None else Money(command.amount, currency)
        if amount > left:
            raise RuleError(
                "disputes.beyond_open", where="amount", number=item.number, amount=amount, open=left
            )
        dispute = Dispute(
            id=DisputeId(ctx.new_id()),
            item_id=item.id,
            customer_id=item.customer_id,
            reason=reason,
            amount=amount,
            opened_on=ctx.today,
            due_on=default_due_on(ctx.today),
            owner=ctx.user.name,
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
        return uow.commit(dispute)
