"""Rows of letters for the post and of hand-overs."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.domain.dunning.formal_notice import LetterKind, LetterState
from otc_desktop.domain.dunning.handover import HandoverKind, HandoverOutcome
from otc_desktop.domain.shared.ids import HandoverId, PostalLetterId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRow:
    """A letter to print and post."""

    id: PostalLetterId
    kind: LetterKind
    title: str
    customer_code: str
    customer_name: str
    made_on: date
    is_registered: bool
    state: LetterState
    posted_on: date | None
    registered_number: str
    settled_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverRow:
    """Claims handed over."""

    id: HandoverId
    number: str
    customer_code: str
    customer_name: str
    kind: HandoverKind
    to: str
    handed_on: date
    reference: str
    amount: Money
    outcome: HandoverOutcome
    fee: Money | None
    closed_on: date | None
