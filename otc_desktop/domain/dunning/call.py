"""A telephone call with a customer, and how it went."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from otc_desktop.domain.shared.business_days import plus_business_days
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CallId, CustomerId

LONGEST_TEXT = 10_000
_MINUTES_A_DAY = 24 * 60
_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


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

    @property
    def is_talk(self) -> bool:
        """Whether somebody was spoken to, so that the call asked for was made."""
        return self not in (
            CallOutcome.VOICEMAIL,
            CallOutcome.NO_ANSWER,
            CallOutcome.WRONG_NUMBER,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call as noted; `contact` is the person spoken to, `next_call_on` when to call again,
    at the hour `next_call_at` («14:30») where one was agreed.

    A call happened as it did: it is noted once and not changed.

    Raises:
        RuleError: `dunning.call_in_future`, `dunning.next_call_in_past`, `dunning.call_hour`,
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
    next_call_at: str = ""

    def __post_init__(self) -> None:
        if self.called_on > self.noted_on:
            raise RuleError("dunning.call_in_future", where="called_on", on=self.called_on)
        if self.next_call_on is not None and self.next_call_on < self.noted_on:
            raise RuleError("dunning.next_call_in_past", where="next_call_on", on=self.next_call_on)
        if self.next_call_at and not _HOUR.fullmatch(self.next_call_at):
            raise RuleError("dunning.call_hour", where="next_call_at", hour=self.next_call_at)
        if self.minutes is not None and not 0 <= self.minutes <= _MINUTES_A_DAY:
            raise RuleError("dunning.call_minutes", where="minutes", minutes=self.minutes)
        if len(self.text) > LONGEST_TEXT:
            raise RuleError("dunning.call_text_too_long", where="text", longest=LONGEST_TEXT)


# Business days until the next call, where nothing else was agreed.
_AGAIN_IN: Mapping[CallOutcome, int] = {
    CallOutcome.NO_ANSWER: 1,
    CallOutcome.VOICEMAIL: 2,
    CallOutcome.REACHED: 5,
    CallOutcome.DOCUMENTS_ASKED: 5,
}


def next_call_day(outcome: CallOutcome, *, on: date) -> date | None:
    """The day to call again if nothing was agreed; None where something else comes next."""
    days = _AGAIN_IN.get(outcome)
    return None if days is None else plus_business_days(on, days)


def to_mend(call: Call, numbers: Collection[str]) -> bool:
    """Whether a wrong number still stands in the customer's file.

    A call noted without its number is mended by the next call only.
    """
    if call.outcome is not CallOutcome.WRONG_NUMBER:
        return False
    return not call.phone or call.phone in numbers
