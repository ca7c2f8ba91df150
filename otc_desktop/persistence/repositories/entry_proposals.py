"""Proposed entries, and what is provided for each claim."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import RowMapping, select
from uuid_utils.compat import uuid7

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.repositories.formal_end import ProvisionOf
from otc_desktop.domain.ledger.entry_proposal import (
    EntryProposal,
    ProposalKind,
    ProposalState,
    ProposedItem,
)
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import (
    CustomerId,
    EntryProposalId,
    JournalEntryId,
    OpenItemId,
)
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.session import Session, in_chunks
from otc_desktop.persistence.tables.formal_end import (
    entry_proposal,
    entry_proposal_item,
    provision_movement,
)
from otc_desktop.persistence.tables.receivables import open_item

_HUNDREDTHS = Decimal(100)
_TOPICS = {Topic.DUNNING, Topic.LEDGER}


class SqlEntryProposals:
    """Proposed entries of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, proposal: EntryProposal) -> None:
        """A new proposal."""
        percent = proposal.percent
        self._session.insert(
            entry_proposal,
            {
                "id": proposal.id,
                "number": proposal.number,
                "customer_id": proposal.customer_id,
                "kind": proposal.kind.value,
                "entry_on": proposal.entry_on,
                "percent_hundredths": None if percent is None else int(percent * _HUNDREDTHS),
                "reason": proposal.reason,
                "currency": proposal.amount.currency.code,
                "amount_minor": proposal.amount.minor,
                "vat_minor": proposal.vat.minor,
                "proposed_on": proposal.proposed_on,
                "proposed_by": proposal.proposed_by,
                "allocation_id": proposal.allocation_id,
                "version": 1,
                **_decision(proposal),
            },
        )
        self._session.insert_many(
            entry_proposal_item,
            [
                {
                    "proposal_id": proposal.id,
                    "item_id": each.item_id,
                    "position": position,
                    "amount_minor": each.amount.minor,
                    "vat_minor": each.vat.minor,
                }
                for position, each in enumerate(proposal.items)
            ],
        )
        self._session.topics.update(_TOPICS)

    def by_number(self, number: str) -> EntryProposal:
        """By number."""
        row = self._session.one(
            select(entry_proposal).where(entry_proposal.c.number == number), lock=True
        )
        if row is None:
            raise NotFoundError("ledger.proposal_not_found", number=number)
        return self._proposal(row)

    def save(self, proposal: EntryProposal) -> None:
        """A proposal decided."""
        self._session.update_versioned(
            entry_proposal, proposal.id, proposal.version, _decision(proposal)
        )
        self._session.topics.update(_TOPICS)

    def drafts_of(self, item_ids: Collection[OpenItemId]) -> Sequence[EntryProposal]:
        """Undecided proposals about any of these items."""
        found: dict[UUID, RowMapping] = {}
        for some in in_chunks(set(item_ids)):
            query = (
                select(entry_proposal)
                .join(entry_proposal_item, entry_proposal_item.c.proposal_id == entry_proposal.c.id)
                .where(entry_proposal_item.c.item_id.in_(some))
                .where(entry_proposal.c.state == ProposalState.DRAFT.value)
            )
            found.update((row["id"], row) for row in self._session.rows(query))
        return [self._proposal(row) for row in found.values()]

    def of_allocation(self, allocation_id: UUID) -> Sequence[EntryProposal]:
        """Proposals about the difference of a receipt."""
        query = select(entry_proposal).where(entry_proposal.c.allocation_id == allocation_id)
        return [self._proposal(row) for row in self._session.rows(query)]

    def written_off(self, item_id: OpenItemId) -> EntryProposal | None:
        """The last posted proposal that gave an item up."""
        query = (
            select(entry_proposal)
            .join(entry_proposal_item, entry_proposal_item.c.proposal_id == entry_proposal.c.id)
            .where(entry_proposal_item.c.item_id == item_id)
            .where(entry_proposal.c.kind == ProposalKind.WRITE_OFF.value)
            .where(entry_proposal.c.state == ProposalState.POSTED.value)
            .order_by(entry_proposal.c.decided_on.desc(), entry_proposal.c.number.desc())
            .limit(1)
        )
        row = self._session.one(query)
        return None if row is None else self._proposal(row)

    def provisions(self, item_ids: Collection[OpenItemId]) -> Mapping[OpenItemId, ProvisionOf]:
        """What is provided for these items."""
        minor: dict[OpenItemId, int] = {}
        last: dict[OpenItemId, RowMapping] = {}
        for some in in_chunks(set(item_ids)):
            query = (
                select(provision_movement)
                .where(provision_movement.c.item_id.in_(some))
                .order_by(provision_movement.c.moved_on, provision_movement.c.id)
            )
            for row in self._session.rows(query):
                item_id = OpenItemId(row["item_id"])
                minor[item_id] = minor.get(item_id, 0) + row["amount_minor"]
                last[item_id] = row
        return {
            item_id: ProvisionOf(
                amount=Money.from_minor(sum_, Currency(last[item_id]["currency"])),
                percent=Decimal(last[item_id]["percent_hundredths"]) / _HUNDREDTHS,
            )
            for item_id, sum_ in minor.items()
            if sum_
        }

    def provided_items(self) -> Sequence[OpenItemId]:
        """Every item that was ever provided for."""
        query = select(provision_movement.c.item_id).distinct()
        return [OpenItemId(row["item_id"]) for row in self._session.rows(query)]

    def doubtful_items(self, account: str) -> Sequence[OpenItemId]:
        """Every open item on the account of doubtful customers."""
        query = select(open_item.c.id).where(
            open_item.c.is_open.is_(True) & (open_item.c.account == account)
        )
        return [OpenItemId(row["id"]) for row in self._session.rows(query)]

    def move_provision(
        self,
        item_id: OpenItemId,
        amount: Money,
        *,
        percent: Decimal,
        on: date,
        entry_id: JournalEntryId,
    ) -> None:
        """Provide so much more, or less, for an item."""
        self._session.insert(
            provision_movement,
            {
                "id": uuid7(),
                "item_id": item_id,
                "moved_on": on,
                "percent_hundredths": int(percent * _HUNDREDTHS),
                "currency": amount.currency.code,
                "amount_minor": amount.minor,
                "entry_id": entry_id,
            },
        )

    def _proposal(self, row: RowMapping) -> EntryProposal:
        currency = Currency(row["currency"])
        parts = self._session.parts_of(entry_proposal_item, "proposal_id", row["id"])
        percent = row["percent_hundredths"]
        return EntryProposal(
            id=EntryProposalId(row["id"]),
            number=row["number"],
            customer_id=CustomerId(row["customer_id"]),
            kind=ProposalKind(row["kind"]),
            entry_on=row["entry_on"],
            items=tuple(
                ProposedItem(
                    OpenItemId(each["item_id"]),
                    Money.from_minor(each["amount_minor"], currency),
                    Money.from_minor(each["vat_minor"], currency),
                )
                for each in parts
            ),
            reason=row["reason"],
            proposed_on=row["proposed_on"],
            proposed_by=row["proposed_by"],
            percent=None if percent is None else Decimal(percent) / _HUNDREDTHS,
            state=ProposalState(row["state"]),
            decided_on=row["decided_on"],
            decided_by=row["decided_by"],
            entry_id=None if row["entry_id"] is None else JournalEntryId(row["entry_id"]),
            allocation_id=row["allocation_id"],
            version=row["version"],
        )


def _decision(proposal: EntryProposal) -> dict[str, object]:
    return {
        "state": proposal.state.value,
        "decided_on": proposal.decided_on,
        "decided_by": proposal.decided_by,
        "entry_id": proposal.entry_id,
    }
