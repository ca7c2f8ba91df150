"""A customer's promise to pay, and whether it was kept."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Self

from otc_desktop.domain.shared.business_days import plus_business_days
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId, PromiseId
from otc_desktop.domain.shared.money import Money

GRACE_BUSINESS_DAYS = 2


class PromiseState(StrEnum):
    """What became of a promise; computed from receipts, never stored."""

    PENDING = "pending"
    KEPT = "kept"
    KEPT_LATE = "kept_late"
    PARTLY = "partly"
    BROKEN = "broken"
    CANCELLED = "cancelled"

    @property
    def is_unkept(self) -> bool:
        """Whether its day passed without all of the money, whatever came afterwards."""
        return self in (PromiseState.KEPT_LATE, PromiseState.PARTLY, PromiseState.BROKEN)

    @property
    def is_owed(self) -> bool:
        """Whether its day passed and the money is still not all there."""
        return self in (PromiseState.PARTLY, PromiseState.BROKEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """An amount (including tax) that a customer said would arrive by a date.

    `item_ids` are the invoices it is for; none means the account as a whole. `made_by` is
    the person who promised. Only receipts noted after `recorded_at` count towards it.

    Raises:
        RuleError: `dunning.promise_amount`, `dunning.promise_in_past`.
    """

    id: PromiseId
    customer_id: CustomerId
    amount: Money
    promised_on: date
    recorded_on: date
    recorded_at: datetime
    recorded_by: str
    item_ids: frozenset[OpenItemId] = frozenset()
    made_by: str = ""
    text: str = ""
    cancelled_on: date | None = None
    cancel_reason: str = ""
    version: int = 1

    def __post_init__(self) -> None:
        if self.amount.amount <= 0:
            raise RuleError("dunning.promise_amount", where="amount", amount=self.amount)
        if self.promised_on < self.recorded_on:
            raise RuleError("dunning.promise_in_past", where="promised_on", on=self.promised_on)

    @property
    def last_day(self) -> date:
        """The last day on which the money is still in time: transfers take their time."""
        return plus_business_days(self.promised_on, GRACE_BUSINESS_DAYS)

    def cancel(self, reason: str, *, on: date) -> Self:
        """The promise called off, for instance because it was noted by mistake.

        Raises:
            RuleError: `dunning.promise_already_cancelled`, `dunning.promise_needs_reason`.
        """
        if self.cancelled_on is not None:
            raise RuleError("dunning.promise_already_cancelled")
        if not reason.strip():
            raise RuleError("dunning.promise_needs_reason", where="reason")
        return replace(self, cancelled_on=on, cancel_reason=reason.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A part of an open item that was settled and not undone.

    `on` is the day the money came, `noted_at` the instant it was laid on the item; a credit
    note's own item has a negative amount, so that setting it off nets to nothing.
    """

    customer_id: CustomerId
    item_id: OpenItemId
    on: date
    noted_at: datetime
    amount: Money


@dataclass(frozen=True, slots=True)
class Standing:
    """A promise on a date: its state, and what had been received towards it."""

    promise: Promise
    state: PromiseState
    received: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What an open item still asks for, as promises see it."""

    id: OpenItemId
    customer_id: CustomerId
    due_on: date
    open: Money


def judge(
    promises: Iterable[Promise], settled: Iterable[Settled], *, as_of: date
) -> list[Standing]:
    """Where promises stood on a date, by promised date.

    Money counts once: the promise for the earliest date takes it first. What came after the
    last day of grace does not make a promise kept in time: it is kept late with what the
    promises kept in time left over. What was undone never counted.
    """
    parts = sorted(settled, key=lambda part: (part.on, part.noted_at))
    left = [part.amount for part in parts]
    known = [
        each
        for each in sorted(promises, key=lambda each: (each.promised_on, each.recorded_at))
        if each.recorded_on <= as_of
    ]
    standing = [each for each in known if not _is_cancelled(each, as_of)]
    in_time = {
        each.id: _taken(each, parts, left, each.amount, until=min(as_of, each.last_day))
        for each in standing
    }
    late = {
        each.id: _taken(each, parts, left, each.amount - in_time[each.id], until=as_of)
        for each in standing
    }
    standings = []
    for promise in known:
        if promise.id not in in_time:
            nothing = Money.zero(promise.amount.currency)
            standings.append(Standing(promise, PromiseState.CANCELLED, nothing))
            continue
        timely, all_of_it = in_time[promise.id], in_time[promise.id] + late[promise.id]
        state = _state(promise, timely, all_of_it, as_of=as_of)
        standings.append(Standing(promise, state, all_of_it))
    return standings


def kept_percent(standings: Iterable[Standing]) -> int | None:
    """Promises kept in time of those whose day has passed or that were kept, in percent."""
    states = [standing.state for standing in standings]
    kept = states.count(PromiseState.KEPT)
    judged = kept + sum(state.is_unkept for state in states)
    return None if not judged else kept * 100 // judged


def broken_by_customer(standings: Iterable[Standing]) -> Mapping[CustomerId, int]:
    """How many promises each customer did not keep in time; who kept all is missing."""
    found: dict[CustomerId, int] = {}
    for standing in standings:
        if standing.state.is_unkept:
            customer_id = standing.promise.customer_id
            found[customer_id] = found.get(customer_id, 0) + 1
    return found


def under_promise(standings: Iterable[Standing], claims: Sequence[Claim]) -> frozenset[OpenItemId]:
    """The open items that a pending promise asks to leave in peace.

    A promise that names no invoice covers the oldest ones, up to what is still to come.
    """
    covered: set[OpenItemId] = set()
    oldest_first = sorted(claims, key=lambda claim: (claim.due_on, claim.id.bytes))
    for standing in standings:
        promise = standing.promise
        if standing.state is not PromiseState.PENDING:
            continue
        if promise.item_ids:
            covered |= promise.item_ids
            continue
        to_come = promise.amount - standing.received
        for claim in oldest_first:
            if to_come.amount <= 0:
                break
            if claim.customer_id == promise.customer_id and claim.id not in covered:
                covered.add(claim.id)
                to_come -= claim.open
    return frozenset(covered)


def check_promised_items(amount: Money, claims: Collection[Claim], customer_id: CustomerId) -> None:
    """Refuse a promise that names settled or foreign invoices, or more than they ask for.

    Raises:
        RuleError: `dunning.promise_other_customer`, `dunning.promise_nothing_open`,
            `dunning.promise_beyond_open`.
    """
    if any(claim.customer_id != customer_id for claim in claims):
        raise RuleError("dunning.promise_other_customer", where="items")
    if any(claim.open.amount <= 0 for claim in claims):
        raise RuleError("dunning.promise_nothing_open", where="items")
    asked = sum((claim.open for claim in claims), Money.zero(amount.currency))
    if claims and amount > asked:
        raise RuleError("dunning.promise_beyond_open", where="amount", amount=amount, open=asked)


def _counts(part: Settled, promise: Promise, *, until: date) -> bool:
    return (
        part.customer_id == promise.customer_id
        and part.amount.currency == promise.amount.currency
        and part.on <= until
        and part.noted_at > promise.recorded_at
        and (not promise.item_ids or part.item_id in promise.item_ids)
    )


def _is_cancelled(promise: Promise, as_of: date) -> bool:
    return promise.cancelled_on is not None and promise.cancelled_on <= as_of


def _taken(
    promise: Promise, parts: Sequence[Settled], left: list[Money], most: Money, *, until: date
) -> Money:
    """What a promise takes of the money that is left, which it lowers."""
    received = Money.zero(promise.amount.currency)
    for place, part in enumerate(parts):
        if not _counts(part, promise, until=until):
            continue
        taken = min(left[place], most - received)
        received += taken
        left[place] -= taken
    return received


def _state(promise: Promise, timely: Money, received: Money, *, as_of: date) -> PromiseState:
    if timely >= promise.amount:
        return PromiseState.KEPT
    if as_of <= promise.last_day:
        return PromiseState.PENDING
    if received >= promise.amount:
        return PromiseState.KEPT_LATE
    return PromiseState.PARTLY if received.amount > 0 else PromiseState.BROKEN
