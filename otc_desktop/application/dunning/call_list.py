"""Whom to telephone on a day, the calls that may bring most first."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from otc_desktop.application.dunning.waiting_receipts import with_unmatched_receipts
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.standing_promises import plans_of_items, promised_items
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.contact import Contact, ContactRole
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.dunning.call import Call, to_mend
from otc_desktop.domain.dunning.payment_plan import PlanStanding, PlanState, under_plan
from otc_desktop.domain.dunning.planner import DueItem
from otc_desktop.domain.dunning.promise import Claim, Standing, judge
from otc_desktop.domain.reporting.call_gain import CallGain, call_gain
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import Money, total

_HISTORY_DAYS = 365
# A claim is worth a call without any other reason from so many days on.
_LATE_ENOUGH = 15
# Whoever was called is left in peace so long, unless something happens.
_QUIET_DAYS = 7
_MOST = 500


class CallReason(StrEnum):
    """Why somebody is to be called; the first that holds is told."""

    CALL_BACK = "call_back"
    BROKEN_PROMISE = "broken_promise"
    BROKEN_PLAN = "broken_plan"
    STEP = "step"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCallList:
    """Ask for the calls of a day; `on` None means today."""

    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallTask:
    """One call to make: for how much, why, and what it may bring.

    `pays_already` tells that money which seems to be this customer's waits to be matched.
    """

    customer_id: CustomerId
    customer_code: str
    customer_name: str
    reason: CallReason
    asked: Money
    oldest_due_on: date
    days_late: int
    gain: CallGain
    phone: str
    contact: str
    at: str
    last_call: Call | None
    pays_already: bool


@dataclass(frozen=True, slots=True)
class CallList:
    """The calls of a day, the best first; `to_mend` are customers whose number is wrong."""

    on: date
    tasks: tuple[CallTask, ...]
    to_mend: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Debt:
    """What may be asked of one customer by telephone, and what it did not keep."""

    items: tuple[DueItem, ...]
    broken_promise: Standing | None
    broken_plan: PlanStanding | None

    @property
    def asked(self) -> Money:
        """The sum, contested parts left out."""
        return total(
            (item.open - item.disputed for item in self.items), self.items[0].open.currency
        )


@use_case(permission=Permission.READ)
def read_call_list(command: ReadCallList, ctx: Context, task: Task) -> CallList:
    """The day's calls by amount, chance and age; nothing is stored."""
    on = command.on or ctx.today
    with ctx.snapshot() as uow:
        debts = callable_debts(uow, on)
        if not debts:
            return CallList(on, (), ())
        items = [item for debt in debts.values() for item in debt.items]
        debtors = with_unmatched_receipts(uow, uow.dunning.debtors(debts), items)
        customers = uow.customers.by_codes({debtor.code for debtor in debtors.values()})
        contacts = uow.customers.contacts_of_many(debts)
        waiting = uow.dunning.waiting_calls()
        calls = _last_calls(uow, debts, on)
        histories = uow.reporting.histories(list(debts), since=on - timedelta(days=_HISTORY_DAYS))
        tasks, wrong = [], []
        for customer_id, debt in debts.items():
            debtor = debtors[customer_id]
            customer, known = customers[debtor.code], contacts.get(customer_id, ())
            last = calls.get(customer_id)
            if last is not None and to_mend(last, numbers_of(customer, known)):
                wrong.append(debtor.code)
                continue
            oldest = min(item.due_on for item in debt.items)
            reason = _reason(
                debt, last, on=on, late=(on - oldest).days, step=customer_id in waiting
            )
            if reason is None:
                continue
            history = histories[customer_id]
            phone, contact = first_number(customer, known)
            tasks.append(
                CallTask(
                    customer_id=customer_id,
                    customer_code=debtor.code,
                    customer_name=debtor.name,
                    reason=reason,
                    asked=debt.asked,
                    oldest_due_on=oldest,
                    days_late=(on - oldest).days,
                    gain=call_gain(
                        history.claims,
                        debt.asked,
                        oldest_due_on=oldest,
                        broken=sum(
                            on - timedelta(days=_HISTORY_DAYS) < day <= on
                            for day in history.broken_on
                        ),
                        on=on,
                    ),
                    phone=phone,
                    contact=contact,
                    at=last.next_call_at if last is not None and last.next_call_on == on else "",
                    last_call=last,
                    pays_already=debtor.has_unmatched_receipt,
                )
            )
    tasks.sort(key=lambda each: (-each.gain.rank, each.customer_code))
    return CallList(on, tuple(tasks), tuple(sorted(wrong)))


def callable_debts(
    uow: UnitOfWork, on: date, *, only: CustomerId | None = None
) -> Mapping[CustomerId, Debt]:
    """What customers may be called for: overdue, and nothing stands in the way.

    Contested, promised, planned, credited, paused and handed-over documents are left out, as for
    reminders. The largest debts, at most 500. One currency a customer: that of its oldest
    document.
    """
    items = [
        item
        for item in uow.dunning.due_items(on)
        if item.open > item.disputed and only in (None, item.customer_id)
    ]
    standings = plans_of_items(uow, {item.id for item in items}, on)
    pauses = uow.dunning_plans.pauses(on)
    at_rest = (
        promised_items(uow, [_claim(item) for item in items], on)
        | under_plan(standings)
        | frozenset(uow.dunning_plans.credited_soon())
        | frozenset(uow.handovers.handed_over())
        | {each.item_id for each in pauses if each.item_id is not None}
    )
    silent = {each.customer_id for each in pauses if each.item_id is None}
    by_customer: dict[CustomerId, list[DueItem]] = defaultdict(list)
    for item in items:
        mine = by_customer.get(item.customer_id, ())
        same = not mine or mine[0].open.currency == item.open.currency
        if item.id not in at_rest and item.customer_id not in silent and same:
            by_customer[item.customer_id].append(item)
    largest = sorted(
        by_customer,
        key=lambda each: sum(item.open.amount for item in by_customer[each]),
        reverse=True,
    )[:_MOST]
    promises = _broken_promises(uow, largest, on)
    return {
        customer_id: Debt(
            items=tuple(by_customer[customer_id]),
            broken_promise=promises.get(customer_id),
            broken_plan=_broken_plan(standings, by_customer[customer_id]),
        )
        for customer_id in largest
    }


def numbers_of(customer: Customer, contacts: Collection[Contact]) -> frozenset[str]:
    """Every telephone number in a customer's file."""
    found = {customer.phone}
    for contact in contacts:
        found |= {contact.phone, contact.mobile}
    return frozenset(found - {""})


def first_number(customer: Customer, contacts: Collection[Contact]) -> tuple[str, str]:
    """The number to call first, and whose it is: who pays, else the file's own, else any."""
    payers = [each for each in contacts if ContactRole.PAYER in each.roles]
    for contact in payers:
        if contact.phone or contact.mobile:
            return contact.phone or contact.mobile, contact.name
    if customer.phone:
        return customer.phone, customer.contact_name
    for contact in contacts:
        if contact.phone or contact.mobile:
            return contact.phone or contact.mobile, contact.name
    return "", customer.contact_name


def _claim(item: DueItem) -> Claim:
    return Claim(id=item.id, customer_id=item.customer_id, due_on=item.due_on, open=item.open)


def _broken_promises(
    uow: UnitOfWork, customer_ids: Collection[CustomerId], on: date
) -> Mapping[CustomerId, Standing]:
    """The last promise of each that was not kept and is still owed."""
    promises = uow.promises.of_customers(customer_ids)
    if not promises:
        return {}
    settled = uow.promises.settled({promise.customer_id for promise in promises})
    return {
        standing.promise.customer_id: standing
        for standing in judge(promises, settled, as_of=on)
        if standing.state.is_owed
    }


def _broken_plan(
    standings: Sequence[PlanStanding], items: Collection[DueItem]
) -> PlanStanding | None:
    ids = {item.id for item in items}
    return next(
        (
            standing
            for standing in standings
            if standing.state is PlanState.BROKEN and standing.plan.item_ids & ids
        ),
        None,
    )


def _last_calls(
    uow: UnitOfWork, customer_ids: Collection[CustomerId], on: date
) -> Mapping[CustomerId, Call]:
    calls = uow.contact_log.calls_of(customer_ids, since=on - timedelta(days=_HISTORY_DAYS))
    return {call.customer_id: call for call in calls if call.called_on <= on}


def _reason(debt: Debt, last: Call | None, *, on: date, late: int, step: bool) -> CallReason | None:
    """Why this customer is called today, if it is."""
    promise, plan = debt.broken_promise, debt.broken_plan
    if last is not None and last.next_call_on is not None and last.next_call_on <= on:
        return CallReason.CALL_BACK
    # What broke since the last call is news, whatever was agreed before it.
    if promise is not None and (last is None or last.called_on <= promise.promise.last_day):
        return CallReason.BROKEN_PROMISE
    if plan is not None and plan.ended_on and (last is None or last.called_on < plan.ended_on):
        return CallReason.BROKEN_PLAN
    if last is not None and (
        last.next_call_on is not None or (on - last.called_on).days < _QUIET_DAYS
    ):
        return None
    if step:
        return CallReason.STEP
    return CallReason.OVERDUE if late >= _LATE_ENOUGH else None
