"""The statuses of one invoice: kept as they came, and what they say together.

Nothing is ever taken out of a history. A message may come late or out of order; it keeps its
own instant and its place follows from it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import NewType
from uuid import UUID

from otc_desktop.domain.invoicing.lifecycle import (
    FACTS,
    TURNED_DOWN,
    Phase,
    StatusCode,
)
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import AllocationId, InvoiceId
from otc_desktop.domain.shared.money import Money, total

StatusId = NewType("StatusId", UUID)

# The kind of amount that 212 tells: received including tax (MDT-207).
RECEIVED = "MEN"


class StatusSource(StrEnum):
    """How a status came here."""

    HAND = "hand"
    MESSAGE = "message"
    BOOKS = "books"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusAmount:
    """An amount that a status tells: its kind (MDT-207), and its rate of VAT where it has one."""

    kind: str
    amount: Money
    rate: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReformStatus:
    """One status of one invoice, never changed once kept.

    `at` is French legal time as messages write it, without zone. `is_own` says that it is
    ours to send; `is_bound` that the law wants it sent to the State. `allocation_id` is the
    receipt that a 212 tells; `message_id` and `message_position` name the message it came or
    goes with, `message_sha256` the bytes kept of one that came.
    """

    id: StatusId
    invoice_id: InvoiceId
    code: StatusCode
    at: datetime
    source: StatusSource
    is_own: bool = False
    is_bound: bool = False
    reasons: tuple[str, ...] = ()
    reason_text: str = ""
    note: str = ""
    action: str = ""
    amounts: tuple[StatusAmount, ...] = ()
    allocation_id: AllocationId | None = None
    message_id: str = ""
    message_position: int = 0
    message_sha256: str = ""
    recorded_at: datetime | None = None
    recorded_by: str = ""


@dataclass(frozen=True, slots=True)
class Present:
    """Where an invoice stands: its status now, since when, and the money told as received.

    `is_partial` says that «Encaissée» tells of less than the whole invoice.
    """

    code: StatusCode
    since: datetime
    cashed: Money
    is_partial: bool


# After these an invoice goes on only with money that is given back.
ENDED = frozenset((*TURNED_DOWN, StatusCode.CANCELLED))
# In this order where two statuses have the same instant.
_RANK = {
    code: place
    for place, code in enumerate(
        StatusCode(text)
        for text in (
            "501 221 200 201 202 203 213 204 214 206 205 207 208 209 211 212 210 220".split()
        )
    )
}


def in_order(history: Sequence[ReformStatus]) -> tuple[ReformStatus, ...]:
    """Statuses by their own instants, whenever they came in."""
    return tuple(sorted(history, key=lambda each: (each.at, _RANK[each.code])))


def present_status(history: Sequence[ReformStatus], gross: Money) -> Present | None:
    """Where the invoice stands; None before its first status.

    Rules, in this order:

    1. Refused, rejected or cancelled ends it: such a status stands whatever else is dated
       later, the last of them where there are several.
    2. A status of processing stands before one of transmission, whatever their instants: the
       clocks of platforms differ, and an invoice that was approved has been delivered.
    3. Among what is left the last by its own instant stands.
    4. «Encaissée» stands only while money is left that was told: receipts taken back are in
       the history, and what stood before them stands again.

    Args:
        history: in any order.
        gross: the document's total including tax, signed as its receipts are.
    """
    cashed = total(
        (
            part.amount
            for each in history
            if each.code is StatusCode.CASHED
            for part in each.amounts
            if part.kind == RECEIVED and part.amount.currency == gross.currency
        ),
        gross.currency,
    )
    if not history:
        return None
    ordered = in_order(history)
    # A history of nothing but money told and taken back still has its last word.
    standing = [each for each in ordered if each.code is not StatusCode.CASHED or cashed] or ordered
    ended = [each for each in standing if each.code in ENDED]
    processing = [each for each in standing if FACTS[each.code].phase is Phase.PROCESSING]
    last = (ended or processing or standing)[-1]
    return Present(
        code=last.code,
        since=last.at,
        cashed=cashed,
        is_partial=last.code is StatusCode.CASHED and abs(cashed) < abs(gross),
    )


def _codes(text: str) -> frozenset[StatusCode]:
    return frozenset(StatusCode(each) for each in text.split())


_DELIVERING = _codes("200 201 202 203")
_UNDECIDED = _DELIVERING | _codes("204 206 207 208 209 214")
# What may be noted by hand after what; an invoice without history may begin anywhere but
# where the status answers to another.
_AFTER = {
    StatusCode.DEPOSITED: _codes("501 221"),
    StatusCode.SENT: _codes("200 221"),
    StatusCode.RECEIVED: _codes("200 201"),
    StatusCode.MADE_AVAILABLE: _codes("200 201 202"),
    StatusCode.TAKEN_CHARGE: _DELIVERING,
    StatusCode.APPROVED: _UNDECIDED,
    StatusCode.PARTLY_APPROVED: _UNDECIDED,
    StatusCode.DISPUTED: _UNDECIDED | _codes("205 211 212"),
    StatusCode.SUSPENDED: _UNDECIDED,
    StatusCode.COMPLETED: _codes("208"),
    StatusCode.REFUSED: _UNDECIDED,
    StatusCode.PAYMENT_SENT: _UNDECIDED | _codes("205 211 212"),
    StatusCode.CASHED: _UNDECIDED | _codes("205 210 211 212 213 220"),
    StatusCode.REJECTED: _DELIVERING,
    StatusCode.ENDORSED: _DELIVERING | _codes("204"),
    StatusCode.CANCELLED: _UNDECIDED | _codes("205 211 212"),
    StatusCode.ROUTING_ERROR: _codes("200 201 202"),
    StatusCode.INADMISSIBLE: _codes("200"),
}
_ONLY_ANSWERS = frozenset((StatusCode.COMPLETED, StatusCode.CANCELLED))


def may_follow(present: StatusCode | None, code: StatusCode) -> bool:
    """Whether a status may be set where the invoice stands."""
    if present is None:
        return code not in _ONLY_ANSWERS
    return present in _AFTER[code]


def check_by_hand(
    history: Sequence[ReformStatus], gross: Money, code: StatusCode, at: datetime
) -> None:
    """Refuse a status that can't be true where the invoice stood at that instant.

    Only what people note is refused: what a partner's message says is kept as it is.

    Raises:
        RuleError: `status.comes_from_receipts`, `status.not_after`,
            `status.answers_nothing`.
    """
    if code is StatusCode.CASHED:
        raise RuleError("status.comes_from_receipts", where="code")
    stood = present_status([each for each in history if each.at <= at], gross)
    if stood is None:
        if not may_follow(None, code):
            raise RuleError("status.answers_nothing", where="code", reform_status=code.value)
    elif not may_follow(stood.code, code):
        raise RuleError(
            "status.not_after",
            where="code",
            reform_status=code.value,
            present=stood.code.value,
        )
