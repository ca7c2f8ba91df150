"""A telephone call with a customer, and how it went."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CallId, CustomerId

LONGEST_TEXT = 10_000
_MINUTES_A_DAY = 24 * 60


class CallDirection(StrEnum):
    """Who called whom."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"


class CallOutcome(StrEnum):
    """What came of a call."""

    REACHED = "reached"
    PROMISED = "promised"
    DISPUTED = "disputed"
    DOCUMENTS_ASKED = "documents_asked"
    REFUSED = "refused"
    CALL_BACK = "call_back"
    VOICEMAIL = "voicemail"
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call as noted; `contact` is the person spoken to, `next_call_on` when to call again.

    A call happened as it did: it is noted once and not changed.

    Raises:
        RuleError: `dunning.call_in_future`, `dunning.next_call_in_past`,
            `dunning.call_minutes`, `dunning.call_text_too_long`.
    """

    id: CallId
    customer_id: CustomerId
    called_on: date
    direction: CallDirection
    outcome: CallOutcome
    noted_on: date
    author: str
    contact: str = ""
    phone: str = ""
    minutes: int | None = None
    text: str = ""
    next_call_on: date | None = None

    def __post_init__(self) -> None:
        if self.called_on > self.noted_on:
            raise RuleError("dunning.call_in_future", where="called_on", on=self.called_on)
        if self.next_call_on is not None and self.next_call_on < self.noted_on:
            raise RuleError("dunning.next_call_in_past", where="next_call_on", on=self.next_call_on)
        if self.minutes is not None and not 0 <= self.minutes <= _MINUTES_A_DAY:
            raise RuleError("dunning.call_minutes", where="minutes", minutes=self.minutes)
        if len(self.text) > LONGEST_TEXT:
            raise RuleError("dunning.call_text_too_long", where="text", longest=LONGEST_TEXT)
