"""Take an allocation back: by a reversing entry, never by deletion."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.posting import post
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.receivables.payer_memory import doubt_what_taught
from otc_desktop.domain.ledger.posting_rules import reverse_receipt
from otc_desktop.domain.receivables.allocation import Allocation, Difference
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import AllocationId, JournalEntryId, OpenItemId
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

    Raises:
        NotFoundError: `receivables.allocation_not_found`.
        RuleError: `receivables.already_undone`, `receivables.undo_of_undo`,
            `receivables.credit_note_stays`.
    """
    with ctx.unit_of_work() as uow:
        allocation = uow.allocations.get(command.allocation_id)
        if allocation.reverses_id is not None:
            raise RuleError("receivables.undo_of_undo")
        if uow.allocations.is_reversed(allocation.id):
            raise RuleError("receivables.already_undone")
        entry_id = uow.allocations.entry_of(allocation.id)
        if allocation.transaction_id is None or entry_id is None:
            raise RuleError("receivables.credit_note_stays")
        transaction = uow.bank.get(allocation.transaction_id, lock=True)
        items = uow.open_items.lock([item_id for item_id, _ in allocation.parts])
        company = uow.company.get()
        undo_id = AllocationId(ctx.new_id())
        reopened, released = _reopen(
            items, allocation.parts, release_vat=company.vat_regime.waits_for_money
        )
        reversal = reverse_receipt(
            uow.journal.get(entry_id),
            JournalEntryId(ctx.new_id()),
            on=ctx.today,
            label=f"Annulation {transaction.label}"[:200],
            vat_released=released,
            scheme=ctx.account_scheme,
            auxiliaries=_accounts_now(uow, items),
        )
        post(uow, reversal, company, today=ctx.today)
        undo = replace(
            allocation,
            id=undo_id,
            on=ctx.today,
            parts=tuple((item_id, -amount) for item_id, amount in allocation.parts),
            difference=Difference(-allocation.difference.amount, allocation.difference.kind),
            made_by_machine=False,
            reverses_id=allocation.id,
        )
        currency = transaction.amount.currency
        uow.allocations.add(undo, currency=currency, entry_id=reversal.id)
        for item, amount in reopened:
            uow.open_items.save(
                replace(item, letter=item.letter.lower()),
                moved=amount,
                on=max(ctx.today, item.issued_on),
                kind="undo",
                allocation_id=undo_id,
            )
        received = total((amount for _, amount in allocation.parts), currency)
        received -= allocation.difference.amount
        uow.bank.save(transaction.explained(transaction.allocated - received))
        doubt_what_taught(uow, transaction, next(iter(items.values())).customer_id)
        uow.record(
            AllocationUndone(
                subject_id=transaction.id,
                customer_id=next(iter(items.values())).customer_id,
                allocation=str(allocation.id),
                amount=str(received),
                numbers=tuple(item.number for item in items.values()),
            )
        )
        return uow.commit(undo)


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
