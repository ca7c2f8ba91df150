"""Laying a credit on claims of the same customer, and taking that back: no money moves."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.posting import post, save_settlements, settle_items
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.ledger.posting_rules import post_vat_release
from otc_desktop.domain.receivables.allocation import Allocation, Difference, DifferenceKind
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.ids import AllocationId, JournalEntryId, OpenItemId
from otc_desktop.domain.shared.money import Money, total


def lay_credit_on(
    uow: UnitOfWork,
    ctx: Context,
    *,
    company: Company,
    credit: OpenItem,
    items: Mapping[OpenItemId, OpenItem],
    parts: Sequence[tuple[OpenItemId, Money]],
    on: date,
    by_machine: bool,
) -> Allocation:
    """Settle claims by a credit note or money on account, one letter for all.

    Both stand on the customers' account: no entry but the VAT on receipts that it releases.

    Args:
        uow: the caller's transaction.
        ctx: of the intent.
        company: whose VAT regime holds.
        credit: the negative item, locked.
        items: the claims and the credit, locked, by id.
        parts: how much of each claim is settled.
        on: the day.
        by_machine: whether it follows from issuing a credit note.

    Raises:
        RuleError: what `OpenItem.settle` refuses.
    """
    currency = credit.open.currency
    laid = total((amount for _, amount in parts), currency)
    everything = (*parts, (credit.id, -laid))
    settlements, released = settle_items(
        items, everything, on=on, release_vat=company.vat_regime.waits_for_money
    )
    allocation = Allocation(
        id=AllocationId(ctx.new_id()),
        transaction_id=None,
        on=on,
        parts=everything,
        difference=Difference(Money.zero(currency), DifferenceKind.NONE),
        made_by_machine=by_machine,
    )
    uow.allocations.add(allocation, currency=currency, entry_id=None)
    save_settlements(uow, settlements, allocation.id, one_letter=True)
    post_release(uow, ctx, company, on=on, piece=credit.number, released=released)
    return allocation


def take_credit_off(
    uow: UnitOfWork, ctx: Context, company: Company, allocation: Allocation
) -> Allocation:
    """Reopen what a credit was laid on, and the credit; VAT goes back to pending."""
    items = uow.open_items.lock([item_id for item_id, _ in allocation.parts])
    currency = allocation.parts[0][1].currency
    undo = replace(
        allocation,
        id=AllocationId(ctx.new_id()),
        on=ctx.today,
        parts=tuple((item_id, -amount) for item_id, amount in allocation.parts),
        made_by_machine=False,
        reverses_id=allocation.id,
    )
    uow.allocations.add(undo, currency=currency, entry_id=None)
    released = Money.zero(EUR)
    for item_id, amount in allocation.parts:
        item = items[item_id].reopen(amount)
        if company.vat_regime.waits_for_money or item.kind.is_deposit:
            vat = item.vat_to_release()
            item = item.with_vat_released(vat)
            released += vat
        uow.open_items.save(
            replace(item, letter=item.letter.lower()),
            moved=amount,
            on=max(ctx.today, item.issued_on),
            kind="undo",
            allocation_id=undo.id,
        )
    numbers = " ".join(items[item_id].number for item_id, _ in allocation.parts)
    post_release(uow, ctx, company, on=ctx.today, piece=numbers, released=released)
    return undo


def post_release(
    uow: UnitOfWork, ctx: Context, company: Company, *, on: date, piece: str, released: Money
) -> None:
    """Post VAT on receipts that became payable, or went back to pending; nothing for none."""
    if released:
        entry = post_vat_release(
            JournalEntryId(ctx.new_id()),
            on=on,
            piece=piece,
            released=released,
            scheme=ctx.account_scheme,
        )
        post(uow, entry, company, today=ctx.today)
