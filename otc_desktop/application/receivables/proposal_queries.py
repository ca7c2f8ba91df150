"""Rows of proposed entries."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otc_desktop.domain.ledger.entry_proposal import ProposalKind, ProposalState
from otc_desktop.domain.shared.ids import EntryProposalId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRow:
    """An entry that was proposed, and what became of it."""

    id: EntryProposalId
    number: str
    customer_code: str
    customer_name: str
    kind: ProposalKind
    entry_on: date
    percent: Decimal | None
    reason: str
    amount: Money
    vat: Money
    state: ProposalState
    proposed_on: date
    proposed_by: str
