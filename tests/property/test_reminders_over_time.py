"""Two years of reminders for random customers: no step twice, no haste, no step back."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from otc_desktop.domain.dunning.plan import STANDARD_PLAN
from otc_desktop.domain.dunning.planner import (
    Circumstances,
    DueItem,
    PlannedReminder,
    plan_reminders,
)
from otc_desktop.domain.shared.ids import OpenItemId
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
        for what in draw(st.lists(st.sampled_from(["part", "paid", "dispute", "agree"]))):
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
    for day in range(DAYS):
        on = START + timedelta(day)
        items = {key: happen(item, events.get(day, [])) for key, item in items.items()}
        if day not in worked:
            continue
        for _ in range(2):  # run twice, as the scheduler and a person may
            reminders, withheld = plan_reminders(
                items.values(), debtors, plans, on=on, circumstances=Circumstances()
            )
            waiting = {each.item.id for each in withheld}
            for reminder in reminders:
                assert reminder.key not in keys
                keys.add(reminder.key)
                _check_message(reminder, on)
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


def _check_message(reminder: PlannedReminder, on: date) -> None:
    new = [listed.step for listed in reminder.items if listed.is_new]
    assert reminder.step.number == max(new)
    assert len({listed.item.customer_id for listed in reminder.items}) == 1
    assert reminder.amount.amount > 0
    for listed in reminder.items:
        due = STANDARD_PLAN.step_due((on - listed.item.due_on).days)
        assert due is not None
        assert listed.step == due.number
        assert listed.item.open > listed.item.disputed
