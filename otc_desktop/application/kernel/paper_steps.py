"""Steps that receipts which are no bank line share: laid on items, reopened, become payments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.on_account import close_on_account, new_on_account
from otc_desktop.application.kernel.posting import (
    Settlement,
    post,
    save_settlements,
    settle_items,
)
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.banking.posting import BankPosting
from otc_desktop.domain.ledger.paper_posting import (
    post_paper,
    post_return,
    post_return_undone,
    post_ripened,
)
from otc_desktop.domain.ledger.posting_rules import reverse_receipt
from otc_desktop.domain.receivables.allocation import Allocation, Difference, DifferenceKind
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.receivables.paper_receipt import PaperReceipt, PaperStatus, Remittance
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import AllocationId, JournalEntryId, OpenItemId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipCreditUndone(Event):
    """The bank line that had credited a slip was taken from it."""

    number: str
    amount: str


def lay_paper(
    uow: UnitOfWork,
    ctx: Context,
    paper: PaperReceipt,
    parts: Sequence[tuple[OpenItem, Money]],
    *,
    on_account: OpenItem | None = None,
    difference: Difference | None = None,
) -> Allocation:
    """Settle items by a receipt and post it, inside the caller's transaction.

    A bill settles them too, but its VAT on receipts waits until it is paid. `on_account` is
    the claim that keeps what the items leave of it, `difference` what is let go.

    Raises:
        RuleError: `receivables.nothing_allocated`, `receivables.item_twice`,
            `receivables.other_currency`, and what `OpenItem.settle` refuses.
    """
    _check_parts(paper, parts, on_account)
    let_go = difference or _nothing(paper)
    amounts = [(item.id, amount) for item, amount in parts]
    items = uow.open_items.lock([item_id for item_id, _ in amounts])
    company = uow.company.get()
    released = Money.zero(EUR)
    if paper.ripe:
        settlements, released = settle_items(
            items,
            amounts,
            on=paper.received_on,
            release_vat=company.vat_regime.waits_for_money,
        )
    else:
        settlements = _settle_unripe(items, amounts, on=paper.received_on)
    entry = post_paper(
        paper,
        JournalEntryId(ctx.new_id()),
        parts=[*((items[item_id], amount) for item_id, amount in amounts), *_kept(on_account)],
        auxiliaries=_accounts_now(uow, _with(items, on_account)),
        vat_released=released,
        scheme=ctx.account_scheme,
        difference=let_go,
    )
    post(uow, entry, company, today=ctx.today)
    allocation = Allocation(
        id=paper.allocation_id or AllocationId(ctx.new_id()),
        transaction_id=None,
        paper_id=paper.id,
        on=paper.received_on,
        parts=tuple(amounts),
        difference=let_go,
    )
    uow.allocations.add(allocation, currency=paper.amount.currency, entry_id=entry.id)
    save_settlements(uow, settlements, allocation.id)
    return allocation


def reopen_paper(
    uow: UnitOfWork,
    ctx: Context,
    paper: PaperReceipt,
    *,
    on: date,
    remittance: Remittance | None = None,
) -> tuple[str, ...]:
    """Take a receipt's settlement back; the numbers of what is open again.

    `remittance` is that of its slip where the bank returned it: then the customer owes again
    against the account where it stood. Without it the entry of the receipt is reversed.
    """
    allocation = uow.allocations.get(_allocation_of(paper))
    items = uow.open_items.lock([item_id for item_id, _ in allocation.parts])
    company = uow.company.get()
    reopened, released = _reopen(
        items,
        allocation.parts,
        unripe=not paper.ripe,
        release_vat=company.vat_regime.waits_for_money,
    )
    on_account = None
    if paper.account_item_id is not None:
        on_account = close_on_account(uow, ctx, paper.account_item_id)
    auxiliaries = _accounts_now(uow, _with(items, on_account))
    entry_id = JournalEntryId(ctx.new_id())
    if remittance is None:
        received = uow.allocations.entry_of(allocation.id)
        if received is None:
            raise RuleError("receivables.paper_not_held", number=paper.number)
        entry = reverse_receipt(
            uow.journal.get(received),
            entry_id,
            on=on,
            label=f"Annulation {paper.drawer} {paper.number}".strip()[:200],
            vat_released=released,
            scheme=ctx.account_scheme,
            auxiliaries=auxiliaries,
        )
    else:
        entry = post_return(
            paper,
            remittance,
            entry_id,
            on=on,
            parts=[
                *((items[item_id], amount) for item_id, amount in allocation.parts),
                *_kept(on_account),
            ],
            auxiliaries=auxiliaries,
            vat_released=released,
            scheme=ctx.account_scheme,
            difference=allocation.difference,
        )
    post(uow, entry, company, today=ctx.today)
    undo = replace(
        allocation,
        id=AllocationId(ctx.new_id()),
        on=on,
        parts=tuple((item_id, -amount) for item_id, amount in allocation.parts),
        difference=Difference(-allocation.difference.amount, allocation.difference.kind),
        reverses_id=allocation.id,
    )
    uow.allocations.add(undo, currency=paper.amount.currency, entry_id=entry.id)
    for item, amount in reopened:
        uow.open_items.save(
            replace(item, letter=item.letter.lower()),
            moved=amount,
            on=max(on, item.issued_on),
            kind="undo" if remittance is None else "return",
            allocation_id=undo.id,
        )
    return tuple(items[item_id].number for item_id, _ in allocation.parts)


def settle_again(
    uow: UnitOfWork, ctx: Context, paper: PaperReceipt, *, remittance: Remittance
) -> PaperReceipt:
    """A return that was none: the receipt settles today what it settled before.

    Raises:
        RuleError: what `OpenItem.settle` refuses, where an item was settled otherwise since.
    """
    before = uow.allocations.get(_allocation_of(paper))
    items = uow.open_items.lock([item_id for item_id, _ in before.parts])
    company = uow.company.get()
    released = Money.zero(EUR)
    if paper.ripe:
        settlements, released = settle_items(
            items, before.parts, on=ctx.today, release_vat=company.vat_regime.waits_for_money
        )
    else:
        settlements = _settle_unripe(items, before.parts, on=ctx.today)
    on_account = None
    if paper.account_item_id is not None:
        kept = uow.open_items.lock([paper.account_item_id])[paper.account_item_id]
        customer = uow.customers.get(kept.customer_id)
        on_account = new_on_account(uow, ctx, customer, -kept.total, on=ctx.today)
    entry = post_return_undone(
        paper,
        remittance,
        JournalEntryId(ctx.new_id()),
        on=ctx.today,
        parts=[*((items[item_id], amount) for item_id, amount in before.parts), *_kept(on_account)],
        auxiliaries=_accounts_now(uow, _with(items, on_account)),
        vat_released=released,
        scheme=ctx.account_scheme,
        difference=before.difference,
    )
    post(uow, entry, company, today=ctx.today)
    allocation = replace(before, id=AllocationId(ctx.new_id()), on=ctx.today)
    uow.allocations.add(allocation, currency=paper.amount.currency, entry_id=entry.id)
    save_settlements(uow, settlements, allocation.id)
    return replace(
        paper,
        settled_by_id=allocation.id,
        account_item_id=None if on_account is None else on_account.id,
    )


def ripen(uow: UnitOfWork, ctx: Context, papers: Sequence[PaperReceipt], *, on: date) -> None:
    """Bills that were paid become payments for VAT on receipts; others are left alone."""
    _turn(uow, ctx, [paper for paper in papers if not paper.ripe], on=on, ripe=True)


def loosen_posting(uow: UnitOfWork, ctx: Context, posting: BankPosting) -> None:
    """A bank posting is taken back: the slip it credited, or the return it debited, waits again.

    Collected bills are no payments again; discounted ones stay what their due date made them.
    """
    slip = uow.papers.find_by_posting(posting.id)
    if slip is None:
        paper = uow.papers.find_by_return_posting(posting.id)
        if paper is not None:
            uow.papers.save(replace(paper, return_posting_id=None, return_transaction_id=None))
        return
    papers = uow.papers.of_slip(slip.id)
    uow.papers.save_slip(slip.uncredit())
    for paper in papers:
        if paper.status is PaperStatus.PAID:
            uow.papers.save(paper.unpay())
    if slip.kind.falls_due and slip.remittance is Remittance.COLLECTION:
        again = [
            paper
            for paper in uow.papers.of_slip(slip.id)
            if paper.ripe and paper.status is PaperStatus.REMITTED
        ]
        _turn(uow, ctx, again, on=ctx.today, ripe=False)
    uow.record(SlipCreditUndone(subject_id=slip.id, number=slip.number, amount=str(posting.amount)))


def _turn(
    uow: UnitOfWork, ctx: Context, papers: Sequence[PaperReceipt], *, on: date, ripe: bool
) -> None:
    company = uow.company.get()
    for paper in papers:
        allocation = uow.allocations.get(_allocation_of(paper))
        items = uow.open_items.lock([item_id for item_id, _ in allocation.parts])
        released = Money.zero(EUR)
        for item_id, amount in allocation.parts:
            item = items[item_id].with_unripe(-amount if ripe else amount)
            if company.vat_regime.waits_for_money or item.kind.is_deposit:
                vat = item.vat_to_release()
                item = item.with_vat_released(vat)
                released += vat
            uow.open_items.rewrite(item)
        if released:
            entry = post_ripened(
                JournalEntryId(ctx.new_id()),
                on=on,
                piece=f"{paper.drawer} {paper.number}".strip(),
                released=released,
                scheme=ctx.account_scheme,
            )
            post(uow, entry, company, today=ctx.today)
        uow.papers.save(replace(paper, ripe=ripe, ripe_on=on if ripe else None))


def _nothing(paper: PaperReceipt) -> Difference:
    return Difference(Money.zero(paper.amount.currency), DifferenceKind.NONE)


def _kept(on_account: OpenItem | None) -> list[tuple[OpenItem, Money]]:
    """What is kept on account, as a part of the receipt."""
    return [] if on_account is None else [(on_account, -on_account.total)]


def _with(
    items: Mapping[OpenItemId, OpenItem], on_account: OpenItem | None
) -> Mapping[OpenItemId, OpenItem]:
    return items if on_account is None else {**items, on_account.id: on_account}


def _check_parts(
    paper: PaperReceipt, parts: Sequence[tuple[OpenItem, Money]], on_account: OpenItem | None
) -> None:
    if not parts and on_account is None:
        raise RuleError("receivables.nothing_allocated")
    if len({item.id for item, _ in parts}) != len(parts):
        raise RuleError("receivables.item_twice")
    for item, amount in parts:
        if amount.currency != paper.amount.currency or item.total.currency != amount.currency:
            raise RuleError(
                "receivables.other_currency",
                number=item.number,
                item_currency=item.total.currency.code,
                receipt_currency=paper.amount.currency.code,
            )


def _settle_unripe(
    items: Mapping[OpenItemId, OpenItem],
    parts: Sequence[tuple[OpenItemId, Money]],
    *,
    on: date,
) -> list[Settlement]:
    settlements = []
    for item_id, amount in parts:
        item = items[item_id]
        moved_on = max(on, item.issued_on)
        settlements.append(
            Settlement(item.settle(amount, on=moved_on).with_unripe(amount), amount, moved_on)
        )
    return settlements


def _reopen(
    items: Mapping[OpenItemId, OpenItem],
    parts: Sequence[tuple[OpenItemId, Money]],
    *,
    unripe: bool,
    release_vat: bool,
) -> tuple[list[tuple[OpenItem, Money]], Money]:
    released = Money.zero(EUR)
    reopened = []
    for item_id, amount in parts:
        item = items[item_id].reopen(amount)
        if unripe:
            item = item.with_unripe(-amount)
        if release_vat or item.kind.is_deposit:
            vat = item.vat_to_release()
            item = item.with_vat_released(vat)
            released += vat
        reopened.append((item, amount))
    return reopened, released


def _accounts_now(uow: UnitOfWork, items: Mapping[OpenItemId, OpenItem]) -> dict[OpenItemId, str]:
    """The auxiliary account of each item: another than when it was paid, after a merge."""
    codes = {
        customer_id: uow.customers.get(customer_id).code
        for customer_id in {item.customer_id for item in items.values()}
    }
    return {item_id: codes[item.customer_id] for item_id, item in items.items()}


def _allocation_of(paper: PaperReceipt) -> AllocationId:
    if paper.allocation_id is None:
        raise RuleError("receivables.paper_not_held", number=paper.number)
    return paper.settled_by_id or paper.allocation_id
