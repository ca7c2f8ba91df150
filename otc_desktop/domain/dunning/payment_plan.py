"""Payment plans: what a customer pays off in instalments, and whether it does."""

from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Self

from otc_desktop.domain.dunning.promise import Claim, Settled
from otc_desktop.domain.shared.business_days import is_business_day
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId, PaymentPlanId
from otc_desktop.domain.shared.money import Money, total

MOST_INSTALMENTS = 60
MOST_TOLERANCE = 30
USUAL_TOLERANCE = 5
LONGEST_TEXT = 2_000
_WEEK = 7


class Rhythm(StrEnum):
    """How far instalments lie apart."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"


class PlanState(StrEnum):
    """What became of a plan; computed from receipts, never stored."""

    WAITING = "waiting"
    KEPT = "kept"
    PAID = "paid"
    BROKEN = "broken"
    CANCELLED = "cancelled"


class InstalmentState(StrEnum):
    """Where one instalment stands."""

    TO_COME = "to_come"
    DUE = "due"
    PAID = "paid"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Instalment:
    """An amount (including tax) and the day it is due."""

    due_on: date
    amount: Money


@dataclass(frozen=True, slots=True)
class PlanItem:
    """The part of an open invoice that a plan pays off."""

    item_id: OpenItemId
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentPlan:
    """Invoices of one customer and the instalments that settle them, to the cent.

    `tolerance_days` are the days that an instalment may be late before the plan is broken.
    A plan that nobody with the authority approved yet has no `approved_by` and withholds
    nothing. Only receipts noted after `agreed_at` count towards it.

    Raises:
        RuleError: `dunning.plan_without_items`, `dunning.plan_without_instalments`,
            `dunning.plan_too_long`, `dunning.plan_amount`, `dunning.plan_sum`,
            `dunning.plan_order`, `dunning.plan_in_past`, `dunning.plan_tolerance`,
            `dunning.plan_text`.
    """

    id: PaymentPlanId
    number: str
    customer_id: CustomerId
    items: tuple[PlanItem, ...]
    instalments: tuple[Instalment, ...]
    agreed_on: date
    agreed_at: datetime
    agreed_by: str
    approved_by: str = ""
    tolerance_days: int = USUAL_TOLERANCE
    text: str = ""
    cancelled_on: date | None = None
    cancel_reason: str = ""
    version: int = 1

    def __post_init__(self) -> None:
        if not self.items:
            raise RuleError("dunning.plan_without_items", where="items")
        if not self.instalments:
            raise RuleError("dunning.plan_without_instalments", where="instalments")
        if len(self.instalments) > MOST_INSTALMENTS:
            raise RuleError("dunning.plan_too_long", where="instalments", most=MOST_INSTALMENTS)
        amounts = [item.amount for item in self.items]
        amounts += [instalment.amount for instalment in self.instalments]
        if any(amount.amount <= 0 for amount in amounts):
            raise RuleError("dunning.plan_amount", where="instalments")
        days = [each.due_on for each in self.instalments]
        if any(later <= earlier for earlier, later in pairwise(days)):
            raise RuleError("dunning.plan_order", where="instalments")
        if days[0] < self.agreed_on:
            raise RuleError("dunning.plan_in_past", where="instalments", on=days[0])
        owed = total((each.amount for each in self.items), self.amount.currency)
        if owed != self.amount:
            raise RuleError("dunning.plan_sum", where="instalments", amount=self.amount, open=owed)
        if not 0 <= self.tolerance_days <= MOST_TOLERANCE:
            raise RuleError("dunning.plan_tolerance", where="tolerance", most=MOST_TOLERANCE)
        if len(self.text) > LONGEST_TEXT:
            raise RuleError("dunning.plan_text", where="text", longest=LONGEST_TEXT)

    @property
    def amount(self) -> Money:
        """All instalments together."""
        return total(
            (each.amount for each in self.instalments), self.instalments[0].amount.currency
        )

    @property
    def item_ids(self) -> frozenset[OpenItemId]:
        """The invoices it pays off."""
        return frozenset(each.item_id for each in self.items)

    @property
    def is_in_force(self) -> bool:
        """Whether it was approved and not called off."""
        return bool(self.approved_by) and self.cancelled_on is None

    def last_day(self, instalment: Instalment) -> date:
        """The last day on which an instalment is still in time; banks rest at weekends."""
        day = instalment.due_on + timedelta(days=self.tolerance_days)
        while not is_business_day(day):
            day += timedelta(days=1)
        return day

    def approve(self, by: str) -> Self:
        """The plan as it takes effect.

        Raises:
            RuleError: `dunning.plan_cancelled_already`, `dunning.plan_approved_already`.
        """
        if self.cancelled_on is not None:
            raise RuleError("dunning.plan_cancelled_already", number=self.number)
        if self.approved_by:
            raise RuleError("dunning.plan_approved_already", number=self.number)
        return replace(self, approved_by=by)

    def cancel(self, reason: str, *, on: date) -> Self:
        """The plan called off: reminders resume where they stopped.

        Raises:
            RuleError: `dunning.plan_cancelled_already`, `dunning.plan_needs_reason`.
        """
        if self.cancelled_on is not None:
            raise RuleError("dunning.plan_cancelled_already", number=self.number)
        if not reason.strip():
            raise RuleError("dunning.plan_needs_reason", where="reason")
        return replace(self, cancelled_on=on, cancel_reason=reason.strip())


@dataclass(frozen=True, slots=True)
class InstalmentStanding:
    """An instalment on a date, and what was received towards it."""

    instalment: Instalment
    state: InstalmentState
    received: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStanding:
    """A plan on a date; `ended_on` is the day from which it withholds nothing any more."""

    plan: PaymentPlan
    state: PlanState
    received: Money
    instalments: tuple[InstalmentStanding, ...]
    ended_on: date | None = None

    @property
    def next_instalment(self) -> Instalment | None:
        """The first that is not paid in full."""
        return next(
            (
                each.instalment
                for each in self.instalments
                if each.state is not InstalmentState.PAID
            ),
            None,
        )


def equal_instalments(
    amount: Money, *, count: int, first_on: date, rhythm: Rhythm
) -> tuple[Instalment, ...]:
    """Equal parts, the cents that don't divide on the first ones; dates from the first on.

    Monthly dates keep the day of the first, or the month's last where it has none such.

    Raises:
        RuleError: `dunning.plan_without_instalments`, `dunning.plan_too_long`.
    """
    if count < 1:
        raise RuleError("dunning.plan_without_instalments", where="instalments")
    if count > MOST_INSTALMENTS:
        raise RuleError("dunning.plan_too_long", where="instalments", most=MOST_INSTALMENTS)
    parts = amount.split([Decimal(1)] * count)
    return tuple(
        Instalment(_shifted(first_on, place, rhythm), part) for place, part in enumerate(parts)
    )


def check_planned_claims(claims: Collection[Claim], customer_id: CustomerId) -> None:
    """Refuse invoices of somebody else, settled ones, and several currencies.

    Raises:
        RuleError: `dunning.plan_other_customer`, `dunning.plan_nothing_open`,
            `dunning.plan_currencies`, `dunning.plan_without_items`.
    """
    if not claims:
        raise RuleError("dunning.plan_without_items", where="items")
    if any(claim.customer_id != customer_id for claim in claims):
        raise RuleError("dunning.plan_other_customer", where="items")
    if any(claim.open.amount <= 0 for claim in claims):
        raise RuleError("dunning.plan_nothing_open", where="items")
    if len({claim.open.currency for claim in claims}) > 1:
        raise RuleError("dunning.plan_currencies", where="items")


def judge_plan(plan: PaymentPlan, settled: Iterable[Settled], *, as_of: date) -> PlanStanding:
    """Where a plan stood on a date.

    Money pays the earliest instalment first, whichever invoice it was laid on. An instalment
    missed breaks the plan for good: what comes later pays the invoices, not the agreement.
    """
    parts = sorted(
        (
            part
            for part in settled
            if part.item_id in plan.item_ids and part.noted_at > plan.agreed_at and part.on <= as_of
        ),
        key=lambda part: part.on,
    )
    currency = plan.amount.currency
    received = total((part.amount for part in parts), currency)
    standings: list[InstalmentStanding] = []
    needed = Money.zero(currency)
    broken_on: date | None = None
    for instalment in plan.instalments:
        before = needed
        needed += instalment.amount
        last_day = plan.last_day(instalment)
        in_time = total((part.amount for part in parts if part.on <= last_day), currency)
        if in_time < needed and as_of > last_day and broken_on is None:
            broken_on = last_day + timedelta(days=1)
        got = min(max(received - before, Money.zero(currency)), instalment.amount)
        standings.append(
            InstalmentStanding(instalment, _instalment_state(instalment, got, last_day, as_of), got)
        )
    state, ended_on = _plan_state(plan, received, broken_on, as_of=as_of)
    return PlanStanding(
        plan=plan,
        state=state,
        received=received,
        instalments=tuple(standings),
        ended_on=ended_on,
    )


def under_plan(standings: Iterable[PlanStanding]) -> frozenset[OpenItemId]:
    """The invoices that a plan kept so far asks to leave in peace."""
    return frozenset(
        item_id
        for standing in standings
        if standing.state is PlanState.KEPT
        for item_id in standing.plan.item_ids
    )


def days_in_peace(standings: Iterable[PlanStanding]) -> Mapping[OpenItemId, int]:
    """The days that plans, broken or called off since, stopped the clock of reminders.

    Who pays off for two months and then stops is taken up where reminders stood, not sent to
    court at once.
    """
    found: dict[OpenItemId, int] = {}
    for standing in standings:
        if standing.ended_on is None or not standing.plan.approved_by:
            continue
        days = max(0, (standing.ended_on - standing.plan.agreed_on).days)
        for item_id in standing.plan.item_ids:
            found[item_id] = found.get(item_id, 0) + days
    return found


def shared_out(amount: Money, claims: Sequence[Claim]) -> tuple[PlanItem, ...]:
    """The invoices a plan takes, the oldest first, up to its amount."""
    items = []
    left = amount
    for claim in sorted(claims, key=lambda each: (each.due_on, each.id.bytes)):
        taken = min(left, claim.open)
        if taken.amount > 0:
            items.append(PlanItem(claim.id, taken))
            left -= taken
    return tuple(items)


def _shifted(first_on: date, place: int, rhythm: Rhythm) -> date:
    if rhythm is not Rhythm.MONTHLY:
        weeks = 1 if rhythm is Rhythm.WEEKLY else 2
        return first_on + timedelta(days=_WEEK * weeks * place)
    months = first_on.month - 1 + place
    year, month = first_on.year + months // 12, months % 12 + 1
    return date(year, month, min(first_on.day, monthrange(year, month)[1]))


def _instalment_state(
    instalment: Instalment, got: Money, last_day: date, as_of: date
) -> InstalmentState:
    if got >= instalment.amount:
        return InstalmentState.PAID
    if as_of > last_day:
        return InstalmentState.MISSED
    return InstalmentState.DUE if as_of >= instalment.due_on else InstalmentState.TO_COME


def _plan_state(
    plan: PaymentPlan, received: Money, broken_on: date | None, *, as_of: date
) -> tuple[PlanState, date | None]:
    cancelled_on = plan.cancelled_on if (plan.cancelled_on or as_of) <= as_of else None
    if not plan.approved_by:
        state = PlanState.WAITING if cancelled_on is None else PlanState.CANCELLED
        return state, cancelled_on
    if broken_on is not None and (cancelled_on is None or broken_on <= cancelled_on):
        return PlanState.BROKEN, broken_on
    if cancelled_on is not None:
        return PlanState.CANCELLED, cancelled_on
    return (PlanState.PAID if received >= plan.amount else PlanState.KEPT), None
