"""Who is reminded on a date, at which step, and who is not, and why."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from otc_desktop.domain.dunning.plan import STANDARD_CODE, Channel, DunningPlan, DunningStep
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money, total


@dataclass(frozen=True, slots=True)
class Reached:
    """How far an item was reminded: the latest offset, and each step taken or passed over."""

    offset_days: int
    steps: frozenset[tuple[str, int]]

    def is_beyond(self, plan: DunningPlan, step: DunningStep) -> bool:
        """Whether a step is still to come. A step taken stays taken wherever it is moved."""
        return step.offset_days > self.offset_days and (plan.code, step.number) not in self.steps


@dataclass(frozen=True, slots=True, kw_only=True)
class DueItem:
    """An open invoice as dunning sees it.

    `reached` is how far it was reminded, None for not yet; `disputed` the contested part.
    """

    id: OpenItemId
    number: str
    customer_id: CustomerId
    issued_on: date
    due_on: date
    open: Money
    disputed: Money
    reached: Reached | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Debtor:
    """A customer as dunning sees it."""

    id: CustomerId
    code: str
    name: str
    email: str
    language: str
    last_message_on: date | None
    has_unmatched_receipt: bool
    has_postal_address: bool = True
    country: str = "FR"
    chosen_plan: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class ListedItem:
    """An item in a message: `is_new` when it reaches `step` by this very message.

    `passed_over` are the lower steps that never left, as after an absence.
    """

    item: DueItem
    step: int
    is_new: bool
    offset_days: int = 0
    passed_over: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedReminder:
    """One message to one customer: the items it lists and the step that decides its tone.

    `key` is the same whoever computes it: customer, step, and the cycle, which is named
    by the item that leads it. A second plan of the same situation can't leave again.
    """

    key: str
    customer: Debtor
    plan: DunningPlan
    step: DunningStep
    items: tuple[ListedItem, ...]
    amount: Money
    recipient: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """An item that will not be reminded although its time has come."""

    item: DueItem
    customer: Debtor
    reason: str


DISPUTED, PROMISED, PAID_OFF, CREDITED, PAUSED = (
    "dunning.disputed",
    "dunning.promised",
    "dunning.payment_plan",
    "dunning.credit_note_coming",
    "dunning.paused",
)
HANDED_OVER = "dunning.handed_over"
COLLECTED = "dunning.debit_planned"
NOT_FRESH, UNMATCHED = "dunning.bank_not_fresh", "dunning.unmatched_receipt"
GAP, NO_ADDRESS, BELOW_MINIMUM, DAY_OFF = (
    "dunning.minimum_gap",
    "dunning.no_address",
    "dunning.below_minimum",
    "dunning.day_off",
)
# What the user may decide to do all the same.
OVERRULABLE = frozenset((NOT_FRESH, UNMATCHED))


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What stands in the way on a date, beside what the items and debtors themselves say.

    `statement_on` is the date of the newest bank statement, None where no bank is imported;
    `works` tells whether people work in a country that day; `overruled` are reasons that the
    user decided not to wait for. `paid_off` are under a payment plan that is kept;
    `days_in_peace` the days that plans, ended since, stopped the clock of an item.
    """

    statement_on: date | None = None
    promised: Collection[OpenItemId] = frozenset()
    handed_over: Collection[OpenItemId] = frozenset()
    collected: Collection[OpenItemId] = frozenset()
    paid_off: Collection[OpenItemId] = frozenset()
    days_in_peace: Mapping[OpenItemId, int] = field(default_factory=dict)
    credited: Collection[OpenItemId] = frozenset()
    paused: Collection[CustomerId | OpenItemId] = frozenset()
    overruled: Collection[str] = frozenset()
    works: Callable[[str], bool] = lambda country: True


def plan_reminders(
    items: Iterable[DueItem],
    debtors: Mapping[CustomerId, Debtor],
    plans: Mapping[CustomerId, DunningPlan],
    *,
    on: date,
    circumstances: Circumstances,
) -> tuple[list[PlannedReminder], list[Withheld]]:
    """One message per customer, at the highest step due since any day; and the withheld.

    Only the disputed part of an item is withheld: the rest is still reminded. Items that
    the customer promised to pay are left in peace until the promise is due.
    """
    reminders: list[PlannedReminder] = []
    withheld: list[Withheld] = []
    by_customer: dict[tuple[CustomerId, str], list[tuple[DueItem, DunningStep]]] = defaultdict(list)
    for item in items:
        days_late = (on - item.due_on).days - circumstances.days_in_peace.get(item.id, 0)
        step = plans[item.customer_id].step_due(days_late)
        if step is not None and item.open.amount > 0:
            by_customer[item.customer_id, item.open.currency.code].append((item, step))
    for (customer_id, _), due in sorted(
        by_customer.items(), key=lambda entry: (debtors[entry[0][0]].code, entry[0][1])
    ):
        customer, plan = debtors[customer_id], plans[customer_id]
        left: list[tuple[DueItem, DunningStep]] = []
        for item, step in due:
            reason = _obstacle(item, circumstances)
            if reason is None:
                left.append((item, step))
            elif reason == DISPUTED or _is_new(item, plan, step):
                withheld.append(Withheld(item, customer, reason))
        new = [(item, step) for item, step in left if _is_new(item, plan, step)]
        if not new:
            continue
        reminder = _remind(customer, plan, left, new)
        reason = _reason_to_wait(reminder, on=on, circumstances=circumstances)
        if reason is None and reminders and reminders[-1].customer.id == customer_id:
            reason = GAP  # amounts in another currency wait for their own message
        if reason is not None:
            withheld.extend(Withheld(item, customer, reason) for item, _ in new)
            continue
        reminders.append(reminder)
    return reminders, withheld


def escalate(
    items: Collection[DueItem], customer: Debtor, plan: DunningPlan
) -> PlannedReminder | None:
    """The next step beyond those taken, ahead of its day, for somebody who refuses to pay.

    A call is no next step after a call. None where the plan has nothing left.
    """
    for step in plan.steps:
        if step.offset_days <= 0 or step.channel is Channel.CALL:
            continue
        if all(_is_new(item, plan, step) for item in items):
            due = [(item, step) for item in items]
            return _remind(customer, plan, due, due)
    return None


def _is_new(item: DueItem, plan: DunningPlan, step: DunningStep) -> bool:
    return item.reached is None or item.reached.is_beyond(plan, step)


def _obstacle(item: DueItem, circumstances: Circumstances) -> str | None:
    """Why one item is left out, whatever becomes of the customer's others."""
    paused = circumstances.paused
    reasons = {
        DISPUTED: item.disputed >= item.open,
        HANDED_OVER: item.id in circumstances.handed_over,
        COLLECTED: item.id in circumstances.collected,
        PAUSED: item.customer_id in paused or item.id in paused,
        PROMISED: item.id in circumstances.promised,
        PAID_OFF: item.id in circumstances.paid_off,
        CREDITED: item.id in circumstances.credited,
    }
    return next((reason for reason, stands in reasons.items() if stands), None)


def _reason_to_wait(
    reminder: PlannedReminder, *, on: date, circumstances: Circumstances
) -> str | None:
    """Why a whole message waits: the first reason that stands."""
    customer, plan, step = reminder.customer, reminder.plan, reminder.step
    seen_on, last = circumstances.statement_on, customer.last_message_on
    reasons = {
        NOT_FRESH: seen_on is not None and (on - seen_on).days > plan.freshness_days,
        UNMATCHED: customer.has_unmatched_receipt,
        GAP: last is not None and (on - last).days < plan.minimum_gap_days,
        BELOW_MINIMUM: reminder.amount.amount < max(plan.minimum_amount, step.minimum_amount),
        NO_ADDRESS: (step.channel is Channel.EMAIL and not customer.email)
        or (step.channel.is_posted and not customer.has_postal_address),
        DAY_OFF: plan.business_days_only and not circumstances.works(customer.country),
    }
    return next(
        (
            reason
            for reason, stands in reasons.items()
            if stands and reason not in circumstances.overruled
        ),
        None,
    )


def _remind(
    customer: Debtor,
    plan: DunningPlan,
    left: Collection[tuple[DueItem, DunningStep]],
    new: Collection[tuple[DueItem, DunningStep]],
) -> PlannedReminder:
    step = max((step for _, step in new), key=lambda each: each.offset_days)
    leader = min(
        (item for item, each in new if each.number == step.number),
        key=lambda item: (item.due_on, item.number),
    )
    listed = sorted(left, key=lambda entry: (entry[0].due_on, entry[0].number))
    # The standard plan is not named: reminders made before there were others stay the same.
    named = f"{step.number}" if plan.code == STANDARD_CODE else f"{plan.code}-{step.number}"
    return PlannedReminder(
        key=f"{customer.code}/{named}/{leader.number}",
        customer=customer,
        plan=plan,
        step=step,
        items=tuple(_list(item, plan, each) for item, each in listed),
        amount=total((item.open - item.disputed for item, _ in listed), leader.open.currency),
        recipient=customer.email if step.channel is Channel.EMAIL else customer.name,
    )


def _list(item: DueItem, plan: DunningPlan, step: DunningStep) -> ListedItem:
    is_new = _is_new(item, plan, step)
    passed = [
        each.number
        for each in plan.steps
        if each.offset_days < step.offset_days and _is_new(item, plan, each)
    ]
    return ListedItem(item, step.number, is_new, step.offset_days, tuple(passed) if is_new else ())
