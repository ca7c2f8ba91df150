"""Which step is due after how many days."""

import pytest

from otc_desktop.domain.dunning.plan import STANDARD_PLAN


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (-6, None),
        (-5, 0),
        (0, 0),
        (1, 1),
        (10, 1),
        (11, 2),
        (17, 2),
        (18, 3),
        (25, 4),
        (35, 5),
        (49, 5),
        (50, 6),
        (5000, 6),
    ],
)
def test_a_step_is_due_since_its_day(days: int, step: int | None) -> None:
    due = STANDARD_PLAN.step_due(days)
    assert (due.number if due else None) == step


def test_steps_stand_in_order_of_time() -> None:
    offsets = [step.offset_days for step in STANDARD_PLAN.steps]
    assert offsets == sorted(offsets)
    assert [step.number for step in STANDARD_PLAN.steps] == list(range(len(offsets)))


def test_only_the_first_three_leave_without_approval() -> None:
    free = [step.number for step in STANDARD_PLAN.steps if not step.needs_approval]
    assert free == [0, 1, 2]


def test_a_step_is_found_by_its_number() -> None:
    for step in STANDARD_PLAN.steps:
        assert STANDARD_PLAN.step(step.number) is step
