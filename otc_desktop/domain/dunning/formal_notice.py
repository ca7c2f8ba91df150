"""The formal notice to pay (mise en demeure, C. civ. art. 1344) and letters sent by post."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self
from uuid import UUID

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, FormalNoticeId, OpenItemId, PostalLetterId
from otc_desktop.domain.shared.money import Money, total

SHORTEST_DEADLINE = 1
USUAL_DEADLINE = 8
LONGEST_DEADLINE = 90
_LONGEST_NUMBER = 30


@dataclass(frozen=True, slots=True)
class NoticedItem:
    """What a formal notice claims of one invoice, stopped on the day it was made."""

    item_id: OpenItemId
    principal: Money
    interest: Money
    indemnity: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class FormalNotice:
    """A formal notice as it was made; it never changes.

    `deadline_days` run from the receipt of the letter.

    Raises:
        RuleError: `dunning.notice_without_items`, `dunning.notice_deadline`,
            `dunning.notice_without_signatory`.
    """

    id: FormalNoticeId
    number: str
    customer_id: CustomerId
    made_on: date
    deadline_days: int
    place: str
    signatory: str
    items: tuple[NoticedItem, ...]

    def __post_init__(self) -> None:
        if not self.items:
            raise RuleError("dunning.notice_without_items", where="items")
        if not SHORTEST_DEADLINE <= self.deadline_days <= LONGEST_DEADLINE:
            raise RuleError(
                "dunning.notice_deadline",
                where="deadline_days",
                shortest=SHORTEST_DEADLINE,
                longest=LONGEST_DEADLINE,
            )
        if not self.signatory.strip():
            raise RuleError("dunning.notice_without_signatory", where="signatory")

    @property
    def principal(self) -> Money:
        """What the invoices are owed."""
        return total((each.principal for each in self.items), self.items[0].principal.currency)

    @property
    def interest(self) -> Money:
        """Late interest up to the day it was made."""
        return total((each.interest for each in self.items), self.items[0].interest.currency)

    @property
    def indemnity(self) -> Money:
        """The fixed indemnities for recovery costs."""
        return total((each.indemnity for each in self.items), self.items[0].indemnity.currency)

    @property
    def claimed(self) -> Money:
        """All that is claimed."""
        return self.principal + self.interest + self.indemnity


class LetterKind(StrEnum):
    """What a letter for the post is."""

    REMINDER = "reminder"
    FORMAL_NOTICE = "formal_notice"


class LetterState(StrEnum):
    """How far a letter has come: `UNCLAIMED` came back without having been fetched."""

    TO_PRINT = "to_print"
    POSTED = "posted"
    RECEIVED = "received"
    UNCLAIMED = "unclaimed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class PostalLetter:
    """A letter to print and post, with what the post says of it.

    `subject_id` is the formal notice or reminder; `registered_number` is typed in once it is
    posted. `settled_on` is the day of the acknowledgement, or of its return unclaimed.
    """

    id: PostalLetterId
    kind: LetterKind
    subject_id: UUID
    customer_id: CustomerId
    title: str
    made_on: date
    is_registered: bool
    sha256: str
    state: LetterState = LetterState.TO_PRINT
    posted_on: date | None = None
    registered_number: str = ""
    settled_on: date | None = None
    version: int = 1

    def post(self, *, on: date, registered_number: str) -> Self:
        """The letter once it was handed to the post; said again, it corrects.

        Raises:
            RuleError: `dunning.letter_settled`, `dunning.letter_needs_number`,
                `dunning.letter_number_too_long`, `dunning.letter_before_made`.
        """
        if self.state not in (LetterState.TO_PRINT, LetterState.POSTED):
            raise RuleError("dunning.letter_settled", title=self.title)
        number = " ".join(registered_number.split()).upper()
        if self.is_registered and not number:
            raise RuleError("dunning.letter_needs_number", where="registered_number")
        if len(number) > _LONGEST_NUMBER:
            raise RuleError(
                "dunning.letter_number_too_long",
                where="registered_number",
                longest=_LONGEST_NUMBER,
            )
        if on < self.made_on:
            raise RuleError("dunning.letter_before_made", where="on", made_on=self.made_on)
        return replace(self, state=LetterState.POSTED, posted_on=on, registered_number=number)

    def settle(self, state: LetterState, *, on: date) -> Self:
        """The letter once its acknowledgement, or the letter itself, came back.

        Raises:
            RuleError: `dunning.letter_not_posted`, `dunning.letter_before_posted`.
        """
        if self.posted_on is None or self.state is LetterState.CANCELLED:
            raise RuleError("dunning.letter_not_posted", title=self.title)
        if on < self.posted_on:
            raise RuleError("dunning.letter_before_posted", where="on", posted_on=self.posted_on)
        return replace(self, state=state, settled_on=on)

    def cancel(self) -> Self:
        """The letter that will not be posted.

        Raises:
            RuleError: `dunning.letter_posted_already`.
        """
        if self.state is not LetterState.TO_PRINT:
            raise RuleError("dunning.letter_posted_already", title=self.title)
        return replace(self, state=LetterState.CANCELLED)
