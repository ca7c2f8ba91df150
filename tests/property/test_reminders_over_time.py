"""Two years of reminders for random customers: no step twice, no haste, no step back.

Nobody is reminded of what is promised or paid off in instalments.
"""

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from otc_desktop.domain.dunning.payment_plan import (
    PaymentPlan,
    PlanItem,
    Rhythm,
    days_in_peace,
    equal_instalments,
    judge_plan,
    under_plan,
)
from otc_desktop.domain.dunning.plan import STANDARD_PLAN
from otc_desktop.domain.dunning.planner import (
    Circumstances,
    DueItem,
    PlannedReminder,
    plan_reminders,
)
from otc_desktop.domain.dunning.promise import Claim, Promise, Settled, judge, under_promise
from otc_desktop.domain.shared.ids import OpenItemId, PaymentPlanId, PromiseId
from tests.support.domain import USD, a_debtor, a_due_item, eur, taken

START = date(2026, 1, 1)
DAYS = 730


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[DueItem], dict[int, list[str]], set[int]]:
    """Items falling due over time, payments and disputes by day, and the days worked."""
    items = [
        a_due_item(
            f"F{place}",
            "100",
            customer=draw(st.sampled_from(["C1", "C2"])),
            due_on=START + timedelta(draw(st.integers(-100, DAYS))),
            currency=USD if draw(st.integers(0, 5)) == 0 else eur("0").currency,
        )
        for place in range(draw(st.integers(1, 8)))
    ]
    events = defaultdict(list)
    for item in items:
        for what in draw(
            st.lists(st.sampled_from(["part", "paid", "dispute", "agree", "promise", "plan"]))
        ):
            events[draw(st.integers(0, DAYS))].append(f"{what} {item.number}")
    every = draw(st.integers(1, 40))
    absences = draw(st.sets(st.integers(0, DAYS // 30)))
    worked = {day for day in range(0, DAYS, every) if day // 30 not in absences}
    return items, events, worked


def happen(item: DueItem, events: list[str]) -> DueItem:
    for event in events:
        what, number = event.split()
        if number != item.number:
            continue
        zero = item.open - item.open
        if what == "paid":
            item = replace(item, open=zero)
        elif what == "part" and item.open:
            item = replace(item, open=item.open.split([Decimal(1)] * 2)[0])
        elif what == "dispute":
            item = replace(item, disputed=item.open)
        elif what == "agree":
            item = replace(item, disputed=zero)
    return item


class Agreements:
    """Promises and payment plans of the two years, judged by what was paid meanwhile."""

    def __init__(self) -> None:
        self._promises: list[Promise] = []
        self._plans: list[PaymentPlan] = []
        self._settled: list[Settled] = []

    def note(
        self, before: dict[OpenItemId, DueItem], after: dict[OpenItemId, DueItem], on: date
    ) -> None:
        """Money that came on a day."""
        noon = datetime.combine(on, time(12), UTC)
        for key, item in before.items():
            paid = item.open - after[key].open
            if paid:
                settled = Settled(
                    customer_id=item.customer_id, item_id=key, on=on, noted_at=noon, amount=paid
                )
                self._settled.append(settled)

    def agree(self, items: dict[OpenItemId, DueItem], events: list[str], on: date) -> None:
        """Promises and plans made on a day, for what is open in the evening."""
        evening = datetime.combine(on, time(18), UTC)
        for what, number in (event.split() for event in events):
            item = next(each for each in items.values() if each.number == number)
            if not item.open or item.id in self.plans_kept(on):
                continue
            if what == "promise":
                promise = Promise(
                    id=PromiseId(UUID(int=len(self._promises) + 1)),
                    customer_id=item.customer_id,
                    amount=item.open,
                    promised_on=on + timedelta(days=10),
                    recorded_on=on,
                    recorded_at=evening,
                    recorded_by="test",
                    item_ids=frozenset({item.id}),
                )
                self._promises.append(promise)
            elif what == "plan":
                plan = PaymentPlan(
                    id=PaymentPlanId(UUID(int=len(self._plans) + 1)),
                    number=f"ECH{len(self._plans)}",
                    customer_id=item.customer_id,
                    items=(PlanItem(item.id, item.open),),
                    instalments=equal_instalments(
                        item.open, count=2, first_on=on, rhythm=Rhythm.MONTHLY
                    ),
                    agreed_on=on,
                    agreed_at=evening,
                    agreed_by="test",
                    approved_by="test",
                )
                self._plans.append(plan)

    def plans_kept(self, on: date) -> frozenset[OpenItemId]:
        return under_plan([judge_plan(each, self._settled, as_of=on) for each in self._plans])

    def circumstances(self, items: dict[OpenItemId, DueItem], on: date) -> Circumstances:
        claims = [
            Claim(id=key, customer_id=item.customer_id, due_on=item.due_on, open=item.open)
            for key, item in items.items()
        ]
        standings = [judge_plan(each, self._settled, as_of=on) for each in self._plans]
        return Circumstances(
            promised=under_promise(judge(self._promises, self._settled, as_of=on), claims),
            paid_off=under_plan(standings),
            days_in_peace=days_in_peace(standings),
        )


@settings(max_examples=60, deadline=None)
@given(histories())
def test_two_years_of_reminders(
    history: tuple[list[DueItem], dict[int, list[str]], set[int]],
) -> None:
    first, events, worked = history
    items = {each.id: each for each in first}
    debtors = {each.id: each for each in (a_debtor("C1"), a_debtor("C2"))}
    plans = dict.fromkeys(debtors, STANDARD_PLAN)
    sent: dict[OpenItemId, list[int]] = defaultdict(list)
    messages: dict[str, list[date]] = defaultdict(list)
    keys: set[str] = set()
    agreements = Agreements()
    for day in range(DAYS):
        on = START + timedelta(day)
        if day in events:
            before = items
            items = {key: happen(item, events[day]) for key, item in items.items()}
            agreements.note(before, items, on)
            agreements.agree(items, events[day], on)
        if day not in worked:
            continue
        standing = agreements.circumstances(items, on)
        for _ in range(2):  # run twice, as the scheduler and a person may
            reminders, withheld = plan_reminders(
                items.values(), debtors, plans, on=on, circumstances=standing
            )
            waiting = {each.item.id for each in withheld}
            for reminder in reminders:
                assert reminder.key not in keys
                keys.add(reminder.key)
                _check_message(reminder, on, standing)
                messages[reminder.customer.code].append(on)
                customer = debtors[reminder.customer.id]
                debtors[customer.id] = replace(customer, last_message_on=on)
                for listed in reminder.items:
                    assert listed.item.id not in waiting
                    if listed.is_new:
                        sent[listed.item.id].append(listed.step)
                        items[listed.item.id] = replace(
                            items[listed.item.id], reached=taken(*sent[listed.item.id])
                        )
    for steps in sent.values():
        assert steps == sorted(set(steps))
    for days in messages.values():
        for before, after in pairwise(days):
            assert (after - before).days >= STANDARD_PLAN.minimum_gap_days


def _check_message(reminder: PlannedReminder, on: date, standing: Circumstances) -> None:
    new = [listed.step for listed in reminder.items if listed.is_new]
    assert reminder.step.number == max(new)
    assert len({listed.item.customer_id for listed in reminder.items}) == 1
    assert reminder.amount.amount > 0
    for listed in reminder.items:
        assert listed.item.id not in standing.promised
        assert listed.item.id not in standing.paid_off
        # The days that a plan was kept did not count.
        peace = standing.days_in_peace.get(listed.item.id, 0)
        due = STANDARD_PLAN.step_due((on - listed.item.due_on).days - peace)
        assert due is not None
        assert listed.step == due.number
        assert listed.item.open > listed.item.disputed
