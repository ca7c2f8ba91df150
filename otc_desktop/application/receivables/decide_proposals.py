"""Look at a proposed entry, post it, or decide against it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.giving_up import given_up
from otc_desktop.application.kernel.posting import post
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.ledger.doubtful_posting import (
    Heading,
    post_doubtful,
    post_provision,
    post_reinstated,
    post_vat_of_difference,
    post_write_off,
)
from otc_desktop.domain.ledger.entry_proposal import EntryProposal, ProposalKind
from otc_desktop.domain.ledger.journal_entry import JournalEntry
from otc_desktop.domain.receivables.bad_debt import GivenUp
from otc_desktop.domain.receivables.lettering import nth_letter
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.company import VatRegime
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import AllocationId, JournalEntryId, OpenItemId
from otc_desktop.domain.shared.money import Money

# Where each kind of proposal has its source, shown beside the entry.
SOURCES: Mapping[ProposalKind, str] = {
    ProposalKind.DOUBTFUL: "PCG 411, 416",
    ProposalKind.SOUND: "PCG 411, 416",
    ProposalKind.PROVISION: "PCG 491, 6817, 7817 ; CGI art. 39-1-5°",
    ProposalKind.WRITE_OFF: "PCG 654, 44571 ; CGI art. 272-1 ; BOI-TVA-DED-40-10-20",
    ProposalKind.REINSTATE: "PCG 758, 44571 ; CGI art. 272-1 ; BOI-TVA-DED-40-10-20",
    ProposalKind.DIFFERENCE_VAT: "PCG 654, 44571 ; CGI art. 272-1 ; BOI-TVA-DED-40-10-20",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadProposal:
    """Ask for a proposal and the entry it would make."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptProposal:
    """Ask for a proposed entry to be posted."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DropProposal:
    """Ask for a proposal to be put aside."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenProposal:
    """A proposal, the numbers of its claims, the entry it makes or made, and its source.

    `problem` is why it can't be posted as the books stand, with no entry then.
    """

    proposal: EntryProposal
    customer_code: str
    numbers: tuple[str, ...]
    entry: JournalEntry | None
    source: str
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalPosted(Event):
    """A proposed entry was accepted and posted."""

    number: str
    proposal_kind: str
    amount: str
    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalDropped(Event):
    """A proposed entry was put aside."""

    number: str
    proposal_kind: str
    author: str


@use_case(permission=Permission.READ)
def read_proposal(command: ReadProposal, ctx: Context, task: Task) -> SeenProposal:
    """The proposal as it would be posted now, or as it was.

    Raises:
        NotFoundError: `ledger.proposal_not_found`.
    """
    with ctx.snapshot() as uow:
        proposal = uow.entry_proposals.by_number(command.number)
        entry, problem = None, ""
        if proposal.entry_id is not None:
            entry = uow.journal.get(proposal.entry_id)
        else:
            try:
                entry = _drafted(uow, ctx, proposal).entry
            except RuleError as refusal:
                problem = refusal.code
        return SeenProposal(
            proposal=proposal,
            customer_code=uow.customers.get(proposal.customer_id).code,
            numbers=tuple(uow.open_items.get(each.item_id).number for each in proposal.items),
            entry=entry,
            source=SOURCES[proposal.kind],
            problem=problem,
        )


@use_case(permission=Permission.EXPORT_LEDGER)
def accept_proposal(command: AcceptProposal, ctx: Context, task: Task) -> EntryProposal:
    """Post the entry and move the claims, all or nothing.

    Raises:
        NotFoundError: `ledger.proposal_not_found`.
        RuleError: `ledger.proposal_decided`; `ledger.proposal_outdated` where the books
            changed since: it has to be proposed anew.
    """
    with ctx.unit_of_work() as uow:
        proposal = uow.entry_proposals.by_number(command.number)
        proposal.require_draft()
        uow.open_items.lock([each.item_id for each in proposal.items])
        drafted = _drafted(uow, ctx, proposal)
        post(uow, drafted.entry, uow.company.get(), today=ctx.today)
        _carry_out(uow, ctx, proposal, drafted)
        accepted = proposal.accept(drafted.entry.id, on=ctx.today, by=ctx.user.name)
        uow.entry_proposals.save(accepted)
        uow.record(
            ProposalPosted(
                subject_id=proposal.id,
                customer_id=proposal.customer_id,
                number=proposal.number,
                proposal_kind=proposal.kind.value,
                amount=str(proposal.amount),
                author=ctx.user.name,
            )
        )
        return uow.commit(accepted)


@use_case(permission=Permission.ALLOCATE)
def drop_proposal(command: DropProposal, ctx: Context, task: Task) -> EntryProposal:
    """Put a proposal aside; nothing was posted of it.

    Raises:
        NotFoundError: `ledger.proposal_not_found`.
        RuleError: `ledger.proposal_decided`.
    """
    with ctx.unit_of_work() as uow:
        dropped = uow.entry_proposals.by_number(command.number).drop(on=ctx.today, by=ctx.user.name)
        uow.entry_proposals.save(dropped)
        uow.record(
            ProposalDropped(
                subject_id=dropped.id,
                customer_id=dropped.customer_id,
                number=dropped.number,
                proposal_kind=dropped.kind.value,
                author=ctx.user.name,
            )
        )
        return uow.commit(dropped)


@dataclass(frozen=True, slots=True)
class _Drafted:
    entry: JournalEntry
    items: Sequence[OpenItem]
    parts: Sequence[GivenUp]
    provided: Mapping[OpenItemId, Money]
    vat: tuple[Money, Money] | None = None


def _drafted(uow: UnitOfWork, ctx: Context, proposal: EntryProposal) -> _Drafted:
    """The entry as the books stand, refused where they no longer say what was proposed."""
    scheme = ctx.account_scheme
    items = [uow.open_items.get(each.item_id) for each in proposal.items]
    code = uow.customers.get(proposal.customer_id).code
    heading = Heading(
        id=JournalEntryId(ctx.new_id()),
        on=proposal.entry_on,
        piece=proposal.number,
        label=" ".join((proposal.number, code, *(item.number for item in items))),
    )
    if proposal.kind is ProposalKind.PROVISION:
        changes = {each.item_id: each.amount for each in proposal.items}
        _refuse_old_provisions(uow, ctx, proposal, items)
        return _Drafted(post_provision(changes, heading, scheme=scheme), items, (), changes)
    if proposal.kind is ProposalKind.REINSTATE:
        part = proposal.items[0]
        if part.amount > items[0].total - items[0].open:
            raise RuleError("ledger.proposal_outdated", number=proposal.number)
        vat = _reinstated_vat(uow, part.vat)
        entry = post_reinstated(items[0], part.amount, vat, heading, code=code, scheme=scheme)
        return _Drafted(entry, items, (), {}, vat)
    if proposal.kind is ProposalKind.DIFFERENCE_VAT:
        if proposal.allocation_id is not None and uow.allocations.is_reversed(
            AllocationId(proposal.allocation_id)
        ):
            raise RuleError("ledger.proposal_outdated", number=proposal.number)
        entry = post_vat_of_difference(proposal.vat, heading, scheme=scheme)
        return _Drafted(entry, items, (), {})
    for item, each in zip(items, proposal.items, strict=True):
        if item.open != each.amount or item.customer_id != proposal.customer_id:
            raise RuleError("ledger.proposal_outdated", number=proposal.number)
    parts = [given_up(uow, item) for item in items]
    if proposal.kind is ProposalKind.WRITE_OFF:
        if [part.vat for part in parts] != [each.vat for each in proposal.items]:
            raise RuleError("ledger.proposal_outdated", number=proposal.number)
        known = uow.entry_proposals.provisions([item.id for item in items])
        provided = {item_id: each.amount for item_id, each in known.items()}
        entry = post_write_off(
            list(zip(items, parts, strict=True)), provided, heading, code=code, scheme=scheme
        )
        return _Drafted(entry, items, parts, {key: -sum_ for key, sum_ in provided.items()})
    doubtful = proposal.kind is ProposalKind.DOUBTFUL
    if any((item.account == scheme.doubtful) is doubtful for item in items):
        raise RuleError("ledger.proposal_outdated", number=proposal.number)
    to = scheme.doubtful if doubtful else scheme.customers
    return _Drafted(post_doubtful(items, to, heading, code=code, scheme=scheme), items, parts, {})


def _carry_out(uow: UnitOfWork, ctx: Context, proposal: EntryProposal, drafted: _Drafted) -> None:
    """Move the claims as their entry moved them."""
    kind = proposal.kind
    known = uow.entry_proposals.provisions(list(drafted.provided))
    for item_id, change in drafted.provided.items():
        if change:
            percent = proposal.percent
            if percent is None:
                percent = known[item_id].percent
            uow.entry_proposals.move_provision(
                item_id, change, percent=percent, on=proposal.entry_on, entry_id=drafted.entry.id
            )
    for item in drafted.items:
        if kind is ProposalKind.DOUBTFUL:
            uow.open_items.rewrite(replace(item, account=ctx.account_scheme.doubtful))
        elif kind is ProposalKind.SOUND:
            uow.open_items.rewrite(replace(item, account=""))
        elif kind is ProposalKind.WRITE_OFF:
            _settle(uow, item, proposal)
        elif kind is ProposalKind.REINSTATE:
            _reopen(uow, item, proposal, drafted)


def _settle(uow: UnitOfWork, item: OpenItem, proposal: EntryProposal) -> None:
    """Nothing is open of it any more; VAT that waited for its payment waits no longer."""
    on = max(proposal.entry_on, item.issued_on)
    after = item.settle(item.open, on=on)
    if item.vat_released or item.vat:
        after = replace(after, vat=_vat_left(uow, item))
    letter = item.letter or nth_letter(uow.open_items.next_letter_place(item.customer_id))
    uow.open_items.save(
        replace(after, letter=letter.upper()),
        moved=-item.open,
        on=on,
        kind="write_off",
        allocation_id=None,
    )


def _vat_left(uow: UnitOfWork, item: OpenItem) -> Money:
    """Under VAT on receipts only what was released; else the claim keeps the VAT it carries."""
    waits = uow.company.get().vat_regime.waits_for_money or item.kind.is_deposit
    return item.vat_released if waits else item.vat


def _reopen(uow: UnitOfWork, item: OpenItem, proposal: EntryProposal, drafted: _Drafted) -> None:
    part = proposal.items[0]
    _, pending = drafted.vat or (Money.zero(part.amount.currency),) * 2
    after = item.reopen(part.amount)
    uow.open_items.save(
        replace(after, vat=item.vat + pending, letter=item.letter.lower()),
        moved=part.amount,
        on=max(proposal.entry_on, item.issued_on),
        kind="reinstate",
        allocation_id=None,
    )


def _reinstated_vat(uow: UnitOfWork, vat: Money) -> tuple[Money, Money]:
    """The VAT is declared at once under debits, and with the receipt under receipts."""
    zero = Money.zero(vat.currency)
    return (zero, vat) if uow.company.get().vat_regime is VatRegime.RECEIPTS else (vat, zero)


def _refuse_old_provisions(
    uow: UnitOfWork, ctx: Context, proposal: EntryProposal, items: Sequence[OpenItem]
) -> None:
    """A provision never falls below nothing, nor exceeds the claim."""
    known = uow.entry_proposals.provisions([item.id for item in items])
    for item, each in zip(items, proposal.items, strict=True):
        zero = Money.zero(each.amount.currency)
        before = known[item.id].amount if item.id in known else zero
        after = before + each.amount
        limit = item.open if item.account == ctx.account_scheme.doubtful else zero
        if after < zero or after > limit:
            raise RuleError("ledger.proposal_outdated", number=proposal.number)
