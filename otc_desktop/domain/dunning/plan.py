"""Dunning plans: which reminder follows when, by which channel, in which tone."""

from dataclasses import dataclass
from enum import StrEnum


class Channel(StrEnum):
    """How a step reaches the customer."""

    EMAIL = "email"
    CALL = "call"
    LETTER = "letter"
    REGISTERED_LETTER = "registered_letter"
    HAND_OVER = "hand_over"


@dataclass(frozen=True, slots=True, kw_only=True)
class DunningStep:
    """One step; `offset_days` counts from the due date, negative before it."""

    number: int
    offset_days: int
    channel: Channel
    template: str
    needs_approval: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DunningPlan:
    """Steps in order of time, and the least days between two messages to one customer."""

    code: str
    steps: tuple[DunningStep, ...]
    minimum_gap_days: int = 7
    freshness_days: int = 10

    def step_due(self, days_late: int) -> DunningStep | None:
        """The highest step whose time has come, not only today but any day since."""
        due = [step for step in self.steps if step.offset_days <= days_late]
        return due[-1] if due else None

    def step(self, number: int) -> DunningStep:
        """The step of that number."""
        return next(each for each in self.steps if each.number == number)


STANDARD_PLAN = DunningPlan(
    code="standard",
    steps=(
        DunningStep(
            number=0,
            offset_days=-5,
            channel=Channel.EMAIL,
            template="reminder_0_friendly",
            needs_approval=False,
        ),
        DunningStep(
            number=1,
            offset_days=1,
            channel=Channel.EMAIL,
            template="reminder_1_sauf_erreur",
            needs_approval=False,
        ),
        DunningStep(
            number=2,
            offset_days=11,
            channel=Channel.EMAIL,
            template="reminder_2_firm",
            needs_approval=False,
        ),
        DunningStep(
            number=3, offset_days=18, channel=Channel.CALL, template="", needs_approval=True
        ),
        DunningStep(
            number=4,
            offset_days=25,
            channel=Channel.EMAIL,
            template="reminder_4_last",
            needs_approval=True,
        ),
        DunningStep(
            number=5,
            offset_days=35,
            channel=Channel.REGISTERED_LETTER,
            template="reminder_5_formal_notice",
            needs_approval=True,
        ),
        DunningStep(
            number=6, offset_days=50, channel=Channel.HAND_OVER, template="", needs_approval=True
        ),
    ),
)
PLANS = {STANDARD_PLAN.code: STANDARD_PLAN}
