"""What is given up of a claim as the books stand, with the VAT that its document carries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.posting import post
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.invoicing.numbering import NumberFormat
from otc_desktop.domain.ledger.entry_proposal import (
    EntryProposal,
    ProposalKind,
    ProposalState,
    ProposedItem,
)
from otc_desktop.domain.ledger.journal_entry import reversal_of
from otc_desktop.domain.receivables.allocation import Allocation, DifferenceKind
from otc_desktop.domain.receivables.bad_debt import GivenUp, RatedVat, give_up
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.company import VatRegime
from otc_desktop.domain.shared.ids import EntryProposalId, JournalEntryId
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.taxes.exigibility import due_vat

_SERIES = "entry_proposal"
_NUMBERS = NumberFormat("PRO{year}-{seq:04d}")


def proposal_number(uow: UnitOfWork, today: date) -> str:
    """The next number of a proposal."""
    sequence = uow.number_series.take(_SERIES, _NUMBERS.period(today), date.min)
    return _NUMBERS.format(sequence, today)


def given_up(uow: UnitOfWork, item: OpenItem) -> GivenUp:
    """What is open of an item, its price apart from its VAT.

    The VAT of a document taken over from another program isn't known: all of it is price.

    Raises:
        RuleError: `receivables.not_a_debt`, `receivables.bills_run`.
    """
    regime = uow.company.get().vat_regime
    document_total, vat = _vat_of(uow, item, regime)
    waits = regime.waits_for_money or item.kind.is_deposit
    return give_up(item, vat, document_total=document_total, waits=waits)


@dataclass(frozen=True, slots=True)
class DifferenceAuthor:
    """Who laid the receipt, when."""

    id: EntryProposalId
    on: date
    by: str


def propose_vat_of_difference(
    uow: UnitOfWork,
    allocation: Allocation,
    items: Sequence[tuple[OpenItem, Money]],
    author: DifferenceAuthor,
) -> EntryProposal | None:
    """A difference given up is a loss with its VAT until this proposal takes the VAT out.

    Each item bears its share of the difference, and that share the VAT of its document.
    """
    difference = allocation.difference
    if difference.kind is not DifferenceKind.BAD_DEBT or difference.amount.amount <= 0:
        return None
    shares = difference.amount.split([abs(amount.amount) for _, amount in items])
    parts = []
    for (item, _), share in zip(items, shares, strict=True):
        vat = _whole_vat(uow, item)
        if share and vat and item.total.amount > 0:
            inside = vat.times(share.amount / item.total.amount)
            parts.append(ProposedItem(item.id, share, inside))
    if not parts or not total((each.vat for each in parts), difference.amount.currency):
        return None
    proposal = EntryProposal(
        id=author.id,
        number=proposal_number(uow, author.on),
        customer_id=items[0][0].customer_id,
        kind=ProposalKind.DIFFERENCE_VAT,
        entry_on=allocation.on,
        items=tuple(parts),
        reason="",
        proposed_on=author.on,
        proposed_by=author.by,
        allocation_id=allocation.id,
    )
    uow.entry_proposals.add(proposal)
    return proposal


def take_difference_vat_back(
    uow: UnitOfWork, ctx: Context, allocation: Allocation, *, on: date
) -> None:
    """A receipt undone gives nothing up: its proposal is dropped, its entry reversed."""
    if allocation.difference.kind is not DifferenceKind.BAD_DEBT:
        return
    for proposal in uow.entry_proposals.of_allocation(allocation.id):
        if proposal.state is ProposalState.DRAFT:
            uow.entry_proposals.save(proposal.drop(on=on, by=ctx.user.name))
        elif proposal.entry_id is not None:
            entry = uow.journal.get(proposal.entry_id)
            reversal = reversal_of(
                entry, JournalEntryId(ctx.new_id()), on=on, label=f"Annulation {entry.label}"[:200]
            )
            post(uow, reversal, uow.company.get(), today=ctx.today)


def _whole_vat(uow: UnitOfWork, item: OpenItem) -> Money | None:
    if item.invoice_id is None:
        return None
    return uow.invoices.get_issued(item.invoice_id).totals.total_vat


def _vat_of(uow: UnitOfWork, item: OpenItem, regime: VatRegime) -> tuple[Money, Sequence[RatedVat]]:
    """The document's total with VAT, and its VAT by rate."""
    if item.invoice_id is None:
        return item.total, ()
    invoice = uow.invoices.get_issued(item.invoice_id)
    due = due_vat(invoice.totals, invoice.lines, regime=regime, is_deposit=invoice.kind.is_deposit)
    groups = zip(invoice.totals.vat_groups, due.at_issue, due.on_receipt, strict=True)
    return invoice.totals.total_incl_tax, [
        RatedVat(group.vat.rate, at_issue, on_receipt) for group, at_issue, on_receipt in groups
    ]
