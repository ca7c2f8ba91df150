"""Who is reminded on a date, at which step, and who is not, and why."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from otc_desktop.domain.dunning.plan import Channel, DunningPlan, DunningStep
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money, total


@dataclass(frozen=True, slots=True, kw_only=True)
class DueItem:
    """An open invoice as dunning sees it.

    `level` is the highest step it was reminded at or passed over, None for none yet;
    `disputed` the contested part.
    """

    id: OpenItemId
    number: str
    customer_id: CustomerId
    issued_on: date
    due_on: date
    open: Money
    disputed: Money
    level: int | None


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


@dataclass(frozen=True, slots=True)
class ListedItem:
    """An item in a message: `is_new` when it reaches `step` by this very message."""

    item: DueItem
    step: int
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedReminder:
    """One message to one customer: the items it lists and the step that decides its tone.

    `key` is the same whoever computes it: customer, step, and the cycle, which is named
    by the item that leads it. A second plan of the same situation can't leave again.
    """

    key: str
    customer: Debtor
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


def plan_reminders(
    items: Iterable[DueItem],
    debtors: Mapping[CustomerId, Debtor],
    plan: DunningPlan,
    *,
    on: date,
    bank_is_fresh: bool,
    promised: Collection[OpenItemId] = frozenset(),
) -> tuple[list[PlannedReminder], list[Withheld]]:
    """One message per customer, at the highest step due since any day; and the withheld.

    Only the disputed part of an item is withheld: the rest is still reminded. Items that
    the customer promised to pay are left in peace until the promise is due.
    """
    reminders: list[PlannedReminder] = []
    withheld: list[Withheld] = []
    by_customer: dict[tuple[CustomerId, str], list[tuple[DueItem, DunningStep]]] = defaultdict(list)
    for item in items:
        step = plan.step_due((on - item.due_on).days)
        if step is not None and item.open.amount > 0:
            by_customer[item.customer_id, item.open.currency.code].append((item, step))
    for (customer_id, _), due in sorted(
        by_customer.items(), key=lambda entry: (debtors[entry[0][0]].code, entry[0][1])
    ):
        customer = debtors[customer_id]
        fresh, contested = _split_disputed(due)
        withheld.extend(Withheld(item, customer, "dunning.disputed") for item, _ in contested)
        awaited = [(item, step) for item, step in fresh if item.id in promised]
        withheld.extend(
            Withheld(item, customer, "dunning.promised")
            for item, step in awaited
            if _is_new(item, step)
        )
        fresh = [entry for entry in fresh if entry not in awaited]
        new = [(item, step) for item, step in fresh if _is_new(item, step)]
        if not new:
            continue
        reason = _reason_to_wait(customer, new, plan, on=on, bank_is_fresh=bank_is_fresh)
        if reason is None and reminders and reminders[-1].customer.id == customer_id:
            reason = "dunning.minimum_gap"  # amounts in another currency wait for their own message
        if reason is not None:
            withheld.extend(Withheld(item, customer, reason) for item, _ in new)
            continue
        reminders.append(_remind(customer, fresh, new))
    return reminders, withheld


def _is_new(item: DueItem, step: DunningStep) -> bool:
    return item.level is None or step.number > item.level


def _split_disputed(
    due: Collection[tuple[DueItem, DunningStep]],
) -> tuple[list[tuple[DueItem, DunningStep]], list[tuple[DueItem, DunningStep]]]:
    contested = [entry for entry in due if entry[0].disputed >= entry[0].open]
    fresh = [entry for entry in due if entry[0].disputed < entry[0].open]
    return fresh, contested


def _reason_to_wait(
    customer: Debtor,
    new: Collection[tuple[DueItem, DunningStep]],
    plan: DunningPlan,
    *,
    on: date,
    bank_is_fresh: bool,
) -> str | None:
    if not bank_is_fresh:
        return "dunning.bank_not_fresh"
    if customer.has_unmatched_receipt:
        return "dunning.unmatched_receipt"
    gap = plan.minimum_gap_days
    if customer.last_message_on is not None and (on - customer.last_message_on).days < gap:
        return "dunning.minimum_gap"
    decisive = max((step for _, step in new), key=lambda step: step.number)
    if decisive.channel is Channel.EMAIL and not customer.email:
        return "dunning.no_address"
    return None


def _remind(
    customer: Debtor,
    fresh: Collection[tuple[DueItem, DunningStep]],
    new: Collection[tuple[DueItem, DunningStep]],
) -> PlannedReminder:
    step = max((step for _, step in new), key=lambda each: each.number)
    leader = min(
        (item for item, each in new if each.number == step.number),
        key=lambda item: (item.due_on, item.number),
    )
    listed = sorted(fresh, key=lambda entry: (entry[0].due_on, entry[0].number))
    return PlannedReminder(
        key=f"{customer.code}/{step.number}/{leader.number}",
        customer=customer,
        step=step,
        items=tuple(ListedItem(item, each.number, _is_new(item, each)) for item, each in listed),
        amount=total((item.open - item.disputed for item, _ in listed), leader.open.currency),
        recipient=customer.email if step.channel is Channel.EMAIL else customer.name,
    )
