"""Propose entries for claims that may never be paid: doubtful, provided for, given up."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.giving_up import given_up, proposal_number
from otc_desktop.application.kernel.lookups import customer_by_code
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.ledger.entry_proposal import (
    EntryProposal,
    ProposalKind,
    ProposedItem,
    provision_of,
)
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import CustomerId, EntryProposalId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeEntry:
    """Ask for an entry to be proposed for a customer's invoices, all that fit when none is named.

    `percent` is for a provision, None keeps each claim's last; `reason` why a claim is given
    up; `amount` the money received, for a claim that was given up. `on` None means today.
    """

    customer: str
    kind: ProposalKind
    numbers: tuple[str, ...] = ()
    percent: Decimal | None = None
    reason: str = ""
    amount: Decimal | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustProvisions:
    """Ask for the provisions of every doubtful customer to be brought to the books as they stand.

    `on` is the end of the period, None today.
    """

    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryProposed(Event):
    """An entry for claims that may never be paid was proposed."""

    number: str
    proposal_kind: str
    amount: str
    author: str


@use_case(permission=Permission.ALLOCATE)
def propose_entry(command: ProposeEntry, ctx: Context, task: Task) -> EntryProposal:
    """Keep a proposal; nothing is posted until it is accepted.

    Raises:
        NotFoundError: `customers.unknown_code`, `receivables.item_not_found`.
        RuleError: `ledger.nothing_to_propose`, `ledger.other_customer`,
            `ledger.proposal_open`, `ledger.not_for_proposal`, `ledger.proposal_needs_reason`,
            `ledger.bad_provision_percent`, `ledger.provision_needs_percent`,
            `ledger.never_given_up`, and what `give_up` refuses.
    """
    with ctx.unit_of_work() as uow:
        customer = customer_by_code(uow, command.customer)
        items = _items(uow, ctx, command, customer.id)
        proposal = _proposed(uow, ctx, command, customer.id, items)
        return uow.commit(_keep(uow, proposal))


@use_case(permission=Permission.ALLOCATE)
def adjust_provisions(
    command: AdjustProvisions, ctx: Context, task: Task
) -> Sequence[EntryProposal]:
    """Propose more, or less, for each customer whose provisions no longer fit what is open.

    A receipt on a doubtful claim makes its provision too high: the difference is taken back
    (7817). Customers with an undecided proposal are left out.
    """
    on = command.on or ctx.today
    with ctx.unit_of_work() as uow:
        ids = {
            *uow.entry_proposals.provided_items(),
            *uow.entry_proposals.doubtful_items(ctx.account_scheme.doubtful),
        }
        items = uow.open_items.lock(ids)
        by_customer: dict[CustomerId, list[OpenItem]] = {}
        for item in items.values():
            by_customer.setdefault(item.customer_id, []).append(item)
        made = []
        for customer_id, theirs in sorted(by_customer.items()):
            task.check_cancelled()
            if uow.entry_proposals.drafts_of([item.id for item in theirs]):
                continue
            parts = _provision_parts(uow, ctx, theirs, None)
            if parts:
                proposal = _new(
                    uow, ctx, ProposalKind.PROVISION, customer_id, parts, on=on, reason=""
                )
                made.append(_keep(uow, proposal))
        return uow.commit(made)


def _items(
    uow: UnitOfWork, ctx: Context, command: ProposeEntry, customer_id: CustomerId
) -> Sequence[OpenItem]:
    doubtful = ctx.account_scheme.doubtful
    if command.numbers:
        named = [uow.open_items.get_by_number(number) for number in command.numbers]
    else:
        named = [each for each in uow.open_items.open_of(customer_id) if each.open.amount > 0]
        if command.kind is ProposalKind.DOUBTFUL:
            named = [each for each in named if not each.account and each.due_on < ctx.today]
        elif command.kind in (ProposalKind.SOUND, ProposalKind.PROVISION):
            named = [each for each in named if each.account == doubtful]
        elif command.kind is ProposalKind.REINSTATE:
            raise RuleError("ledger.nothing_to_propose", where="items")
    for item in named:
        if item.customer_id != customer_id:
            raise RuleError("ledger.other_customer", where="items", number=item.number)
    if not named:
        raise RuleError("ledger.nothing_to_propose", where="items")
    locked = uow.open_items.lock([item.id for item in named])
    for draft in uow.entry_proposals.drafts_of(list(locked)):
        raise RuleError("ledger.proposal_open", where="items", number=draft.number)
    return [locked[item.id] for item in named]


def _proposed(
    uow: UnitOfWork,
    ctx: Context,
    command: ProposeEntry,
    customer_id: CustomerId,
    items: Sequence[OpenItem],
) -> EntryProposal:
    kind, doubtful = command.kind, ctx.account_scheme.doubtful
    if kind is ProposalKind.DIFFERENCE_VAT:
        raise RuleError("ledger.not_for_proposal", where="kind", number=items[0].number)
    if kind is ProposalKind.PROVISION:
        parts = _provision_parts(uow, ctx, items, command.percent)
    elif kind is ProposalKind.REINSTATE:
        parts = (_reinstated(uow, items, command.amount),)
    else:
        for item in items:
            _refuse_unfit(item, kind, doubtful)
        found = [given_up(uow, item) for item in items]
        parts = tuple(
            ProposedItem(item.id, item.open, given.vat)
            for item, given in zip(items, found, strict=True)
        )
    return _new(
        uow,
        ctx,
        kind,
        customer_id,
        parts,
        on=command.on or ctx.today,
        reason=command.reason,
        percent=command.percent,
    )


def _refuse_unfit(item: OpenItem, kind: ProposalKind, doubtful: str) -> None:
    """A claim moves from the usual account to the doubtful one, or back; both can be given up."""
    fits = {
        ProposalKind.DOUBTFUL: not item.account,
        ProposalKind.SOUND: item.account == doubtful,
        ProposalKind.WRITE_OFF: item.account in ("", doubtful) and not item.kind.is_deposit,
    }[kind]
    if not fits or item.open.amount <= 0:
        raise RuleError("ledger.not_for_proposal", where="items", number=item.number)


def _provision_parts(
    uow: UnitOfWork, ctx: Context, items: Sequence[OpenItem], percent: Decimal | None
) -> tuple[ProposedItem, ...]:
    """How much more or less is to be provided for each claim; those that fit are left out."""
    known = uow.entry_proposals.provisions([item.id for item in items])
    parts = []
    for item in items:
        zero = Money.zero(item.open.currency)
        before = known.get(item.id)
        rate = percent if percent is not None else (before.percent if before else None)
        is_doubtful = item.account == ctx.account_scheme.doubtful and item.open.amount > 0
        if rate is None:
            if percent is None and is_doubtful:
                continue
            rate = Decimal(0)
        target = provision_of(given_up(uow, item).excl_tax, rate) if is_doubtful else zero
        change = target - (before.amount if before else zero)
        if change:
            parts.append(ProposedItem(item.id, change, zero))
    return tuple(parts)


def _reinstated(uow: UnitOfWork, items: Sequence[OpenItem], amount: Decimal | None) -> ProposedItem:
    """Money that came on a claim given up, never more than was given up of it."""
    item = items[0]
    past = uow.entry_proposals.written_off(item.id)
    if past is None or len(items) > 1:
        raise RuleError("ledger.never_given_up", where="items", number=item.number)
    whole = next(each for each in past.items if each.item_id == item.id)
    came = whole.amount if amount is None else Money(amount, whole.amount.currency)
    if not 0 < came.amount <= (item.total - item.open).amount or came > whole.amount:
        raise RuleError(
            "ledger.more_than_given_up", where="amount", number=item.number, amount=whole.amount
        )
    vat = whole.vat.times(came.amount / whole.amount.amount)
    return ProposedItem(item.id, came, vat)


def _new(
    uow: UnitOfWork,
    ctx: Context,
    kind: ProposalKind,
    customer_id: CustomerId,
    parts: Collection[ProposedItem],
    *,
    on: date,
    reason: str,
    percent: Decimal | None = None,
) -> EntryProposal:
    if not parts:
        raise RuleError("ledger.nothing_to_propose", where="items")
    return EntryProposal(
        id=EntryProposalId(ctx.new_id()),
        number=proposal_number(uow, ctx.today),
        customer_id=customer_id,
        kind=kind,
        entry_on=on,
        items=tuple(parts),
        reason=reason.strip(),
        proposed_on=ctx.today,
        proposed_by=ctx.user.name,
        percent=percent,
    )


def _keep(uow: UnitOfWork, proposal: EntryProposal) -> EntryProposal:
    uow.entry_proposals.add(proposal)
    uow.record(
        EntryProposed(
            subject_id=proposal.id,
            customer_id=proposal.customer_id,
            number=proposal.number,
            proposal_kind=proposal.kind.value,
            amount=str(proposal.amount),
            author=proposal.proposed_by,
        )
    )
    return proposal
