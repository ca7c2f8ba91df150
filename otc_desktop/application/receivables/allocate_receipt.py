"""Lay a receipt on invoices by hand."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.settle_receipt import settle_receipt
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.receivables.differences import difference_of
from otc_desktop.application.receivables.payer_memory import learn_from, matching_limits
from otc_desktop.domain.receivables.allocation import (
    Allocation,
    DifferenceKind,
    Reason,
)
from otc_desktop.domain.security.approval_limits import require_write_off
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import BankTransactionId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocateReceipt:
    """Ask for a receipt to settle invoices, by number and amount.

    `difference_kind` says what the gap is when the amounts exceed the receipt, or, for
    rounding, fall short of it.
    """

    transaction_id: BankTransactionId
    parts: tuple[tuple[str, Money], ...]
    difference_kind: DifferenceKind = DifferenceKind.NONE
    confidence: float | None = None
    reasons: tuple[Reason, ...] = ()


@use_case(permission=Permission.ALLOCATE)
def allocate_receipt(command: AllocateReceipt, ctx: Context, task: Task) -> Allocation:
    """Settle invoices with a receipt; what is left of it stays to be explained.

    Matching learns from it who pays how.

    Raises:
        NotFoundError: `receivables.item_not_found`, `banking.transaction_not_found`.
        RuleError: `receivables.rounding_too_large`, `receivables.no_difference`, and what
            the shared step refuses.
        ApprovalRequired: `receivables.write_off_beyond_limit` for a bad debt that somebody
            with a higher limit has to give up.
    """
    with ctx.unit_of_work() as uow:
        transaction = uow.bank.get(command.transaction_id)
        items = [(uow.open_items.get_by_number(number), amount) for number, amount in command.parts]
        difference = difference_of(
            [amount for _, amount in items],
            transaction.unallocated,
            command.difference_kind,
            matching_limits(uow),
        )
        if difference.kind is DifferenceKind.BAD_DEBT:
            require_write_off(
                uow.credit.approval_limits(), role=ctx.user.role, amount=difference.amount
            )
        allocation = settle_receipt(
            uow,
            ctx,
            transaction_id=transaction.id,
            parts=[(item.id, amount) for item, amount in items],
            difference=difference,
            confidence=command.confidence,
            reasons=command.reasons,
        )
        # Who pays for several at once, or is paid back, says nothing about who pays how.
        if transaction.amount.amount > 0 and len({item.customer_id for item, _ in items}) == 1:
            learn_from(uow, transaction, [item for item, _ in items], difference)
        return uow.commit(allocation)
