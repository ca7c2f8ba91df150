"""Take an allocation back: by a reversing entry, never by deletion."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.giving_up import take_difference_vat_back
from otc_desktop.application.kernel.laying import take_credit_off
from otc_desktop.application.kernel.posting import post
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.receivables.payer_memory import doubt_what_taught
from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.ledger.posting_rules import reverse_receipt
from otc_desktop.domain.receivables.allocation import Allocation, Difference
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import AllocationId, CustomerId, JournalEntryId, OpenItemId
from otc_desktop.domain.shared.money import Money, total


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoAllocation:
    """Ask for an allocation to be taken back."""

    allocation_id: AllocationId


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationUndone(Event):
    """An allocation was taken back."""

    allocation: str
    amount: str
    numbers: tuple[str, ...]


@use_case(permission=Permission.ALLOCATE)
def undo_allocation(command: UndoAllocation, ctx: Context, task: Task) -> Allocation:
    """Reopen the items and the receipt; the machine never makes this match again.

    A credit laid by hand is taken off as well; one that a document was issued for stays.

    Raises:
        NotFoundError: `receivables.allocation_not_found`.
        RuleError: `receivables.already_undone`, `receivables.undo_of_undo`,
            `receivables.credit_note_stays`.
    """
    with ctx.unit_of_work() as uow:
        allocation = standing_allocation(uow, command.allocation_id)
        if allocation.transaction_id is None:
            return uow.commit(_take_off(uow, ctx, allocation))
        transaction = uow.bank.get(allocation.transaction_id, lock=True)
        undo, items = reverse_allocation(
            uow, ctx, allocation, on=ctx.today, label=f"Annulation {transaction.label}"
        )
        received = received_by(allocation)
        uow.bank.save(transaction.explained(transaction.allocated - received))
        _tell(uow, transaction, allocation, items)
        return uow.commit(undo)


def standing_allocation(uow: UnitOfWork, allocation_id: AllocationId) -> Allocation:
    """An allocation that was not undone.

    Raises:
        NotFoundError: `receivables.allocation_not_found`.
        RuleError: `receivables.already_undone`, `receivables.undo_of_undo`,
            `receivables.undo_the_receipt` for a cheque, bill, card or cash receipt.
    """
    allocation = uow.allocations.get(allocation_id)
    if allocation.reverses_id is not None:
        raise RuleError("receivables.undo_of_undo")
    if uow.allocations.is_reversed(allocation.id):
        raise RuleError("receivables.already_undone")
    if allocation.paper_id is not None:
        raise RuleError("receivables.undo_the_receipt")
    return allocation


def received_by(allocation: Allocation) -> Money:
    """The money of the bank line that an allocation explains; negative for a refund."""
    currency = allocation.difference.amount.currency
    parts = total((amount for _, amount in allocation.parts), currency)
    return parts - allocation.difference.amount


def reverse_allocation(
    uow: UnitOfWork,
    ctx: Context,
    allocation: Allocation,
    *,
    on: date,
    label: str,
    returned_by: BankTransaction | None = None,
) -> tuple[Allocation, Mapping[OpenItemId, OpenItem]]:
    """Reverse the entry and reopen the items, inside the caller's transaction.

    `returned_by` is the bank line that brought the money back; without it the receipt
    itself waits again.

    Raises:
        RuleError: `receivables.credit_note_stays` for what made no entry.
    """
    entry_id = uow.allocations.entry_of(allocation.id)
    if entry_id is None:
        raise RuleError("receivables.credit_note_stays")
    items = uow.open_items.lock([item_id for item_id, _ in allocation.parts])
    take_difference_vat_back(uow, ctx, allocation, on=on)
    company = uow.company.get()
    reopened, released = _reopen(
        items, allocation.parts, release_vat=company.vat_regime.waits_for_money
    )
    reversal = reverse_receipt(
        uow.journal.get(entry_id),
        JournalEntryId(ctx.new_id()),
        on=on,
        label=label[:200],
        vat_released=released,
        scheme=ctx.account_scheme,
        auxiliaries=_accounts_now(uow, items),
    )
    # A claim may stand on another account than when it was paid: doubtful, or released.
    accounts = {key: item.account or ctx.account_scheme.customers for key, item in items.items()}
    reversal = replace(
        reversal,
        lines=tuple(
            line if line.item_id is None else replace(line, account=accounts[line.item_id])
            for line in reversal.lines
        ),
    )
    post(uow, reversal, company, today=ctx.today)
    undo = replace(
        allocation,
        id=AllocationId(ctx.new_id()),
        transaction_id=allocation.transaction_id if returned_by is None else returned_by.id,
        on=on,
        parts=tuple((item_id, -amount) for item_id, amount in allocation.parts),
        difference=Difference(-allocation.difference.amount, allocation.difference.kind),
        made_by_machine=False,
        reverses_id=allocation.id,
    )
    uow.allocations.add(undo, currency=allocation.difference.amount.currency, entry_id=reversal.id)
    for item, amount in reopened:
        uow.open_items.save(
            replace(item, letter=item.letter.lower()),
            moved=amount,
            on=max(on, item.issued_on),
            kind="undo" if returned_by is None else "return",
            allocation_id=undo.id,
        )
    return undo, items


def numbers_by_customer(
    items: Mapping[OpenItemId, OpenItem],
) -> Mapping[CustomerId, tuple[str, ...]]:
    """The documents concerned, by customer, for what is told to each file."""
    found: dict[CustomerId, list[str]] = {}
    for item in items.values():
        found.setdefault(item.customer_id, []).append(item.number)
    return {customer_id: tuple(numbers) for customer_id, numbers in found.items()}


def _take_off(uow: UnitOfWork, ctx: Context, allocation: Allocation) -> Allocation:
    if allocation.made_by_machine or allocation.paper_id is not None:
        raise RuleError("receivables.credit_note_stays")
    undo = take_credit_off(uow, ctx, uow.company.get(), allocation)
    items = uow.open_items.lock([item_id for item_id, _ in allocation.parts])
    laid = total(
        (amount for _, amount in allocation.parts if amount.amount > 0),
        allocation.difference.amount.currency,
    )
    for customer_id, numbers in numbers_by_customer(items).items():
        uow.record(
            AllocationUndone(
                subject_id=allocation.parts[-1][0],
                customer_id=customer_id,
                allocation=str(allocation.id),
                amount=str(laid),
                numbers=numbers,
            )
        )
    return undo


def _tell(
    uow: UnitOfWork,
    transaction: BankTransaction,
    allocation: Allocation,
    items: Mapping[OpenItemId, OpenItem],
) -> None:
    concerned = numbers_by_customer(items)
    if len(concerned) == 1:
        doubt_what_taught(uow, transaction, next(iter(concerned)))
    for customer_id, numbers in concerned.items():
        uow.record(
            AllocationUndone(
                subject_id=transaction.id,
                customer_id=customer_id,
                allocation=str(allocation.id),
                amount=str(received_by(allocation)),
                numbers=numbers,
            )
        )


def _accounts_now(uow: UnitOfWork, items: Mapping[OpenItemId, OpenItem]) -> dict[OpenItemId, str]:
    """The auxiliary account of each item: another than when it was paid, after a merge."""
    codes = {
        customer_id: uow.customers.get(customer_id).code
        for customer_id in {item.customer_id for item in items.values()}
    }
    return {item_id: codes[item.customer_id] for item_id, item in items.items()}


def _reopen(
    items: Mapping[OpenItemId, OpenItem],
    parts: Sequence[tuple[OpenItemId, Money]],
    *,
    release_vat: bool,
) -> tuple[list[tuple[OpenItem, Money]], Money]:
    """The items with their amounts back on them, and the VAT released by it (negative)."""
    released = Money.zero(EUR)
    reopened = []
    for item_id, amount in parts:
        item = items[item_id].reopen(amount)
        if release_vat or item.kind.is_deposit:
            vat = item.vat_to_release()
            item = item.with_vat_released(vat)
            released += vat
        reopened.append((item, amount))
    return reopened, released
