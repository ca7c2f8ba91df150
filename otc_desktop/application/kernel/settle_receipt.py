"""The shared step of every allocation: locks, checks, entry, movements."""

from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.giving_up import (
    DifferenceAuthor,
    propose_vat_of_difference,
)
from otc_desktop.application.kernel.posting import post, save_settlements, settle_items
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.ledger.posting_rules import post_receipt
from otc_desktop.domain.receivables.allocation import (
    Allocation,
    Difference,
    DifferenceKind,
    Reason,
    check_allocation,
)
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import (
    AllocationId,
    BankTransactionId,
    EntryProposalId,
    JournalEntryId,
    OpenItemId,
)
from otc_desktop.domain.shared.money import Money, total


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptAllocated(Event):
    """A receipt was laid on open items."""

    allocation: str
    amount: str
    by_machine: bool
    numbers: tuple[str, ...]


def settle_receipt(
    uow: UnitOfWork,
    ctx: Context,
    *,
    transaction_id: BankTransactionId,
    parts: Sequence[tuple[OpenItemId, Money]],
    difference: Difference,
    confidence: float | None = None,
    reasons: tuple[Reason, ...] = (),
    by_machine: bool = False,
) -> Allocation:
    """Lay a receipt or a refund on open items and post it, inside the caller's transaction.

    A person may lay it on the items of several customers; the machine never does.

    Raises:
        RuleError: `receivables.several_customers` for the machine, and what
            `check_allocation` and `OpenItem.settle` refuse.
    """
    transaction = uow.bank.get(transaction_id, lock=True)
    items = uow.open_items.lock([item_id for item_id, _ in parts])
    laid = [(items[item_id], amount) for item_id, amount in parts]
    check_allocation(transaction, laid, difference)
    company = uow.company.get()
    customers = {item.customer_id for item in items.values()}
    if by_machine and len(customers) > 1:
        raise RuleError("receivables.several_customers")
    account = uow.bank.get_account(transaction.account_id)
    allocation_id = AllocationId(ctx.new_id())
    by_receipts = company.vat_regime.waits_for_money
    entry_id = JournalEntryId(ctx.new_id())
    allocation = Allocation(
        id=allocation_id,
        transaction_id=transaction.id,
        on=transaction.booked_on,
        parts=tuple(parts),
        difference=difference,
        confidence=confidence,
        reasons=reasons,
        made_by_machine=by_machine,
    )
    settlements, released = settle_items(
        items, parts, on=transaction.booked_on, release_vat=by_receipts
    )
    entry = post_receipt(
        transaction,
        account,
        entry_id,
        parts=laid,
        customer_codes={each: uow.customers.get(each).code for each in customers},
        difference=difference,
        vat_released=released,
        scheme=ctx.account_scheme,
    )
    post(uow, entry, company, today=ctx.today)
    uow.allocations.add(allocation, currency=transaction.amount.currency, entry_id=entry_id)
    save_settlements(uow, settlements, allocation_id)
    if difference.kind is DifferenceKind.BAD_DEBT:
        author = DifferenceAuthor(EntryProposalId(ctx.new_id()), ctx.today, ctx.user.name)
        propose_vat_of_difference(uow, allocation, laid, author)
    received = total((amount for _, amount in parts), transaction.amount.currency)
    received -= difference.amount
    uow.bank.save(transaction.explained(transaction.allocated + received))
    for customer_id in sorted(customers):
        theirs = [(item, amount) for item, amount in laid if item.customer_id == customer_id]
        paid = total((amount for _, amount in theirs), transaction.amount.currency)
        uow.record(
            ReceiptAllocated(
                subject_id=transaction.id,
                customer_id=customer_id,
                allocation=str(allocation_id),
                amount=str(received if len(customers) == 1 else paid),
                by_machine=by_machine,
                numbers=tuple(item.number for item, _ in theirs),
            )
        )
    return allocation
