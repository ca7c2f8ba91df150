"""Two years of reminders for many customers, with everything that real offices do."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from otc_desktop.domain.dunning.plan import STANDARD_PLAN, DunningPlan, DunningStep
from otc_desktop.domain.dunning.planner import (
    Circumstances,
    Debtor,
    DueItem,
    PlannedReminder,
    Reached,
    plan_reminders,
)
from otc_desktop.domain.shared.business_days import is_business_day
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId
from tests.bench.measure import Watch
from tests.support.domain import a_debtor, a_due_item

_START = date(2025, 1, 1)
_DAYS = 730
_TERMS = 30
_INVOICES_A_MONTH = 0.8


class Office:
    """Customers that buy, pay early, late or never, and contest; and whoever reminds them.

    Now and then the office is closed for a week, the clock of a workstation is set back, the
    plan is edited, or two workstations run at once. `check` raises where a customer got
    anything twice, too soon, out of order, or on a day off.
    """

    def __init__(self, customers: int, seed: int = 7) -> None:
        self._chance = random.Random(seed)  # noqa: S311  # an office, no secret
        self._debtors: dict[CustomerId, Debtor] = {}
        for place in range(customers):
            debtor = a_debtor(f"C{place:05}")
            self._debtors[debtor.id] = debtor
        self._items: dict[OpenItemId, DueItem] = {}
        self._paid_on: dict[OpenItemId, date] = {}
        self._plan = STANDARD_PLAN
        self._made: set[str] = set()
        self.reminders = 0
        self.most_in_a_day = 0
        self._left: Counter[tuple[OpenItemId, str, int]] = Counter()

    def live(self) -> None:
        """Two years, day by day."""
        closed_until = _START
        for day in range(_DAYS):
            on = _START + timedelta(day)
            self._sell(on)
            self._collect(on)
            if self._chance.random() < 0.01:
                closed_until = on + timedelta(days=7)
            if self._chance.random() < 0.02:
                self._plan = self._edited()
            if on < closed_until:
                continue
            self._run(on)
            self._run(on)  # the other workstation
            if self._chance.random() < 0.02:
                self._run(on - timedelta(days=self._chance.randrange(1, 60)))

    def _sell(self, on: date) -> None:
        for debtor in self._debtors.values():
            if self._chance.random() < _INVOICES_A_MONTH / 30:
                item = a_due_item(
                    f"F{len(self._paid_on):07}",
                    customer=debtor.code,
                    due_on=on + timedelta(days=_TERMS),
                )
                self._items[item.id] = item
                late = self._chance.choice((-10, -3, 0, 2, 5, 9, 15, 30, 60, 400))
                self._paid_on[item.id] = item.due_on + timedelta(days=late)

    def _collect(self, on: date) -> None:
        for item_id in [each for each in self._items if self._paid_on[each] <= on]:
            del self._items[item_id]
        if self._items and self._chance.random() < 0.2:
            item = self._chance.choice(list(self._items.values()))
            contested = item.open if not item.disputed else item.open - item.open
            self._items[item.id] = replace(item, disputed=contested)

    def _edited(self) -> DunningPlan:
        moved: dict[int, DunningStep] = {}
        for step in STANDARD_PLAN.steps:
            offset = step.offset_days + self._chance.randrange(-2, 3)
            moved.setdefault(offset, replace(step, offset_days=offset))
        return replace(STANDARD_PLAN, steps=tuple(moved.values()))

    def _run(self, on: date) -> None:
        works = is_business_day(on)
        reminders, _ = plan_reminders(
            self._items.values(),
            self._debtors,
            dict.fromkeys(self._debtors, self._plan),
            on=on,
            circumstances=Circumstances(works=lambda _country: works),
        )
        for reminder in reminders:
            self._keep(reminder, on)
        self.reminders += len(reminders)
        self.most_in_a_day = max(self.most_in_a_day, len(reminders))

    def _keep(self, reminder: PlannedReminder, on: date) -> None:
        _demand(is_business_day(on), "a day off")
        _demand(reminder.key not in self._made, "a key twice")
        last = reminder.customer.last_message_on
        _demand(
            last is None or (on - last).days >= self._plan.minimum_gap_days,
            "too soon after another",
        )
        self._made.add(reminder.key)
        self._debtors[reminder.customer.id] = replace(
            self._debtors[reminder.customer.id], last_message_on=on
        )
        for listed in reminder.items:
            if not listed.is_new:
                continue
            item, code = listed.item, reminder.plan.code
            self._left[item.id, code, listed.step] += 1
            _demand(self._left[item.id, code, listed.step] == 1, "a step twice")
            before = item.reached
            _demand(before is None or listed.offset_days > before.offset_days, "a step back")
            steps = {(code, number) for number in (listed.step, *listed.passed_over)}
            self._items[item.id] = replace(
                item,
                reached=Reached(
                    listed.offset_days, steps | (before.steps if before else frozenset())
                ),
            )


def reminding(size: int, watch: Watch) -> None:
    """Two years of an office with that many customers; each reminder once."""
    office = Office(size)
    with watch:
        office.live()
    _demand(office.reminders > size, "no reminders")


def _demand(holds: bool, wrong: str) -> None:
    if not holds:
        raise AssertionError(wrong)
