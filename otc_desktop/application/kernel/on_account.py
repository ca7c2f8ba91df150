"""Money put on account, as it is taken back with the bank line that brought it."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.banking.posting import BankPosting
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.numbering import NumberFormat
from otc_desktop.domain.receivables.open_item import OpenItem, item_on_account
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import OpenItemId
from otc_desktop.domain.shared.money import Money

_SERIES = "on_account"
_NUMBERS = NumberFormat("RC{year}-{seq:05d}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OnAccountWithdrawn(Event):
    """Money on account was taken back with its bank line's posting."""

    number: str
    amount: str


def new_on_account(
    uow: UnitOfWork, ctx: Context, customer: Customer, amount: Money, *, on: date
) -> OpenItem:
    """Number and keep money on account as a claim of the customer's, not posted yet."""
    sequence = uow.number_series.take(_SERIES, _NUMBERS.period(ctx.today), ctx.today)
    item = item_on_account(
        OpenItemId(ctx.new_id()),
        _NUMBERS.format(sequence, ctx.today),
        customer_id=customer.id,
        amount=amount,
        on=on,
    )
    uow.open_items.add(item, customer)
    return item


def close_on_account(uow: UnitOfWork, ctx: Context, item_id: OpenItemId) -> OpenItem:
    """Close a claim on account: the money that made it is taken back; as it was before.

    Raises:
        RuleError: `receivables.on_account_used` while any of it is laid on invoices.
    """
    item = uow.open_items.lock([item_id])[item_id]
    if item.open != item.total:
        raise RuleError("receivables.on_account_used", number=item.number)
    day = max(ctx.today, item.issued_on)
    closed = item.settle(item.open, on=day)
    uow.open_items.save(closed, moved=-item.open, on=day, kind="undo", allocation_id=None)
    return item


def withdraw_on_account(uow: UnitOfWork, ctx: Context, posting: BankPosting) -> None:
    """Close the claim that a posting made, inside the caller's transaction.

    Raises:
        RuleError: `receivables.on_account_used` while any of it is laid on invoices.
    """
    if posting.item_id is None:
        return
    item = close_on_account(uow, ctx, posting.item_id)
    uow.record(
        OnAccountWithdrawn(
            subject_id=posting.transaction_id,
            customer_id=item.customer_id,
            number=item.number,
            amount=str(posting.amount),
        )
    )
