"""An entry that somebody proposed and the accountant looks at before it is posted."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Self
from uuid import UUID

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import (
    CustomerId,
    EntryProposalId,
    JournalEntryId,
    OpenItemId,
)
from otc_desktop.domain.shared.money import Money, total

WHOLE = Decimal(100)


class ProposalKind(StrEnum):
    """What is proposed.

    `REINSTATE` is for money on a claim that was given up; `DIFFERENCE_VAT` for the VAT in a
    difference that a receipt gave up.
    """

    DOUBTFUL = "doubtful"
    SOUND = "sound"
    PROVISION = "provision"
    WRITE_OFF = "write_off"
    REINSTATE = "reinstate"
    DIFFERENCE_VAT = "difference_vat"


class ProposalState(StrEnum):
    """What became of it."""

    DRAFT = "draft"
    POSTED = "posted"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class ProposedItem:
    """One claim: the amount, with the VAT in it; for a provision how much more or less."""

    item_id: OpenItemId
    amount: Money
    vat: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryProposal:
    """A proposed entry for one customer's claims.

    `percent` is the provision's; `allocation_id` the receipt whose difference was given up.

    Raises:
        RuleError: `ledger.nothing_to_propose`, `ledger.proposal_needs_reason`,
            `ledger.bad_provision_percent`.
    """

    id: EntryProposalId
    number: str
    customer_id: CustomerId
    kind: ProposalKind
    entry_on: date
    items: tuple[ProposedItem, ...]
    reason: str
    proposed_on: date
    proposed_by: str
    percent: Decimal | None = None
    state: ProposalState = ProposalState.DRAFT
    decided_on: date | None = None
    decided_by: str = ""
    entry_id: JournalEntryId | None = None
    allocation_id: UUID | None = None
    version: int = 1

    def __post_init__(self) -> None:
        if not self.items:
            raise RuleError("ledger.nothing_to_propose", where="items")
        if self.kind is ProposalKind.WRITE_OFF and not self.reason.strip():
            raise RuleError("ledger.proposal_needs_reason", where="reason")
        if self.percent is not None and not 0 <= self.percent <= WHOLE:
            raise RuleError("ledger.bad_provision_percent", where="percent")

    @property
    def amount(self) -> Money:
        """The sum of its claims."""
        return total((each.amount for each in self.items), self.items[0].amount.currency)

    @property
    def vat(self) -> Money:
        """The VAT in it."""
        return total((each.vat for each in self.items), self.items[0].amount.currency)

    def accept(self, entry_id: JournalEntryId, *, on: date, by: str) -> Self:
        """The proposal once its entry is posted.

        Raises:
            RuleError: `ledger.proposal_decided`.
        """
        self.require_draft()
        return replace(
            self, state=ProposalState.POSTED, entry_id=entry_id, decided_on=on, decided_by=by
        )

    def drop(self, *, on: date, by: str) -> Self:
        """The proposal once somebody decided against it.

        Raises:
            RuleError: `ledger.proposal_decided`.
        """
        self.require_draft()
        return replace(self, state=ProposalState.DROPPED, decided_on=on, decided_by=by)

    def require_draft(self) -> None:
        """Refuse one that was decided.

        Raises:
            RuleError: `ledger.proposal_decided`.
        """
        if self.state is not ProposalState.DRAFT:
            raise RuleError("ledger.proposal_decided", number=self.number)


def provision_of(excl_tax: Money, percent: Decimal) -> Money:
    """What is to be provided for a claim: a share of its price without VAT."""
    return excl_tax.times(percent / WHOLE)
