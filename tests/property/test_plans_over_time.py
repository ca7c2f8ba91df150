"""Two years of reminders while plans are edited and changed: nothing twice, nothing back."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from otc_desktop.domain.dunning.plan import STANDARD_PLAN, DunningPlan
from otc_desktop.domain.dunning.planner import Circumstances, Reached, plan_reminders
from otc_desktop.domain.shared.business_days import is_business_day
from otc_desktop.domain.shared.ids import OpenItemId
from tests.support.domain import a_debtor, a_due_item

START = date(2026, 1, 1)
DAYS = 730


@st.composite
def edited_plans(draw: st.DrawFn) -> DunningPlan:
    """A plan somebody may make of the standard one: moved steps, fewer, another gap, a copy."""
    moved = {
        step.number: step.offset_days + draw(st.integers(-8, 12)) for step in STANDARD_PLAN.steps
    }
    gone = draw(st.sets(st.sampled_from(sorted(moved)), max_size=3))
    days: set[int] = set()
    steps = []
    for step in STANDARD_PLAN.steps:
        if step.number in gone or moved[step.number] in days:
            continue
        days.add(moved[step.number])
        steps.append(replace(step, offset_days=moved[step.number]))
    return replace(
        STANDARD_PLAN,
        code=draw(st.sampled_from(["standard", "firm"])),
        steps=tuple(steps),
        minimum_gap_days=draw(st.integers(3, 14)),
    )


@settings(max_examples=25, deadline=None)
@given(
    changes=st.dictionaries(st.integers(0, DAYS), edited_plans(), max_size=6),
    dues=st.lists(st.integers(-60, DAYS), min_size=1, max_size=5),
    every=st.integers(1, 25),
)
def test_plans_edited_meanwhile(
    changes: dict[int, DunningPlan], dues: list[int], every: int
) -> None:
    debtor = a_debtor()
    listed_items = [
        a_due_item(f"F{place}", due_on=START + timedelta(day)) for place, day in enumerate(dues)
    ]
    items = {item.id: item for item in listed_items}
    plan = STANDARD_PLAN
    keys: set[str] = set()
    sent: dict[OpenItemId, list[tuple[int, str, int]]] = defaultdict(list)
    messages: list[date] = []
    for day in range(DAYS):
        plan = changes.get(day, plan)
        if day % every:
            continue
        on = START + timedelta(day)
        works = is_business_day(on)
        reminders, _ = plan_reminders(
            items.values(),
            {debtor.id: debtor},
            {debtor.id: plan},
            on=on,
            circumstances=Circumstances(works=lambda _country, works=works: works),
        )
        for reminder in reminders:
            assert works
            assert reminder.key not in keys
            keys.add(reminder.key)
            if messages:
                assert (on - messages[-1]).days >= plan.minimum_gap_days
            messages.append(on)
            debtor = replace(debtor, last_message_on=on)
            for listed in reminder.items:
                if not listed.is_new:
                    continue
                taken = (listed.offset_days, plan.code, listed.step)
                sent[listed.item.id].append(taken)
                before = listed.item.reached
                steps = {(plan.code, each) for each in (listed.step, *listed.passed_over)}
                items[listed.item.id] = replace(
                    items[listed.item.id],
                    reached=Reached(
                        listed.offset_days, steps | (before.steps if before else frozenset())
                    ),
                )
    for taken_steps in sent.values():
        assert len({(code, step) for _, code, step in taken_steps}) == len(taken_steps)
        assert all(one < other for (one, _, _), (other, _, _) in pairwise(taken_steps))
