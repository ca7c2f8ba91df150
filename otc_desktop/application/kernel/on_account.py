"""Money put on account, as it is taken back with the bank line that brought it."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.banking.posting import BankPosting
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class OnAccountWithdrawn(Event):
    """Money on account was taken back with its bank line's posting."""

    number: str
    amount: str


def withdraw_on_account(uow: UnitOfWork, ctx: Context, posting: BankPosting) -> None:
    """Close the claim that a posting made, inside the caller's transaction.

    Raises:
        RuleError: `receivables.on_account_used` while any of it is laid on invoices.
    """
    if posting.item_id is None:
        return
    item = uow.open_items.lock([posting.item_id])[posting.item_id]
    if item.open != item.total:
        raise RuleError("receivables.on_account_used", number=item.number)
    closed = item.settle(item.open, on=max(ctx.today, item.issued_on))
    uow.open_items.save(
        closed, moved=-item.open, on=max(ctx.today, item.issued_on), kind="undo", allocation_id=None
    )
    uow.record(
        OnAccountWithdrawn(
            subject_id=posting.transaction_id,
            customer_id=item.customer_id,
            number=item.number,
            amount=str(posting.amount),
        )
    )
