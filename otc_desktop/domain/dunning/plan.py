"""Dunning plans: which reminder follows when, by which channel, in which tone."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from otc_desktop.domain.shared.errors import RuleError

_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,19}")
_LONGEST_NAME = 60
_MOST_STEPS = 20
_FARTHEST_DAYS = 720
_LARGEST_GAP = 90
_LARGEST_FRESHNESS = 365
ZERO = Decimal(0)


class Channel(StrEnum):
    """How a step reaches the customer."""

    EMAIL = "email"
    CALL = "call"
    LETTER = "letter"
    REGISTERED_LETTER = "registered_letter"
    HAND_OVER = "hand_over"

    @property
    def is_posted(self) -> bool:
        """Whether it goes by post, to a postal address."""
        return self in (Channel.LETTER, Channel.REGISTERED_LETTER)

    @property
    def is_written(self) -> bool:
        """Whether the customer reads words of ours."""
        return self is Channel.EMAIL or self.is_posted


class Enclosure(StrEnum):
    """What goes with a message."""

    INVOICES = "invoices"
    STATEMENT = "statement"
    # The message itself as a letter on the company's paper: «letter and e-mail».
    LETTER = "letter"


class Thanks(StrEnum):
    """Whether a customer is thanked for a payment that settled an invoice."""

    NEVER = "never"
    UNLESS_OVERDUE = "unless_overdue"
    ALWAYS = "always"


# The words of each tone, from the friendliest to the last before court.
TONES = {
    "friendly": "reminder_0_friendly",
    "courteous": "reminder_1_sauf_erreur",
    "firm": "reminder_2_firm",
    "last": "reminder_4_last",
    "formal": "reminder_5_formal_notice",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DunningStep:
    """One step; `offset_days` counts from the due date, negative before it.

    `number` names the step inside its plan and is kept when the plan is edited, so that an
    item that took it never takes it again. `minimum_amount` is the least claim worth this
    step, in the currency of the claim. `prints_interest`: late interest and the fixed
    indemnity (C. com. art. L441-10, D441-5) are claimed from here on.

    Raises:
        RuleError: `dunning.bad_step_number`, `dunning.bad_offset`, `dunning.unknown_tone`,
            `dunning.bad_minimum`.
    """

    number: int
    offset_days: int
    channel: Channel
    template: str = ""
    needs_approval: bool = True
    minimum_amount: Decimal = ZERO
    enclosures: tuple[Enclosure, ...] = ()
    copies_salesperson: bool = False
    prints_interest: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.number < 1000:
            raise RuleError("dunning.bad_step_number", where="number", value=self.number)
        if abs(self.offset_days) > _FARTHEST_DAYS:
            raise RuleError(
                "dunning.bad_offset",
                where="offset_days",
                value=self.offset_days,
                farthest=_FARTHEST_DAYS,
            )
        if self.channel.is_written and self.template not in TONES.values():
            raise RuleError("dunning.unknown_tone", where="tone", value=self.template)
        _refuse_bad_amount(self.minimum_amount)

    @property
    def tone(self) -> str:
        """The tone of its words; empty where it has none, such as a call."""
        return next((tone for tone, words in TONES.items() if words == self.template), "")


class RuleKind(StrEnum):
    """What a plan looks at to take a customer on."""

    GROUP = "group"
    GRADE = "grade"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class PlanRule:
    """A plan takes on customers of a group, of a grade, or that owe at least an amount."""

    kind: RuleKind
    value: str

    def __post_init__(self) -> None:
        if not self.value.strip():
            raise RuleError("dunning.empty_rule", where="rules")
        if self.kind is RuleKind.AMOUNT:
            try:
                amount = Decimal(self.value)
            except ArithmeticError as problem:
                raise RuleError("dunning.bad_minimum", where="rules") from problem
            _refuse_bad_amount(amount)


@dataclass(frozen=True, slots=True, kw_only=True)
class DunningPlan:
    """Steps in order of time, and when none of them may leave.

    `minimum_gap_days` are the least days between two messages to one customer;
    `freshness_days` how old the last bank statement may be. `rules` take customers on that
    chose no plan themselves.

    Raises:
        RuleError: `dunning.bad_plan_code`, `dunning.missing_plan_name`, `dunning.no_steps`,
            `dunning.too_many_steps`, `dunning.step_twice`, `dunning.offset_twice`,
            `dunning.bad_gap`, `dunning.bad_freshness`, `dunning.bad_minimum`.
    """

    code: str
    name: str
    steps: tuple[DunningStep, ...]
    minimum_gap_days: int = 7
    freshness_days: int = 10
    minimum_amount: Decimal = ZERO
    business_days_only: bool = True
    rules: tuple[PlanRule, ...] = ()
    thanks: Thanks = Thanks.NEVER

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise RuleError("dunning.bad_plan_code", where="code", code=self.code)
        if not self.name.strip() or len(self.name) > _LONGEST_NAME:
            raise RuleError("dunning.missing_plan_name", where="name", longest=_LONGEST_NAME)
        if not self.steps:
            raise RuleError("dunning.no_steps", where="steps")
        if len(self.steps) > _MOST_STEPS:
            raise RuleError("dunning.too_many_steps", where="steps", most=_MOST_STEPS)
        if len({step.number for step in self.steps}) < len(self.steps):
            raise RuleError("dunning.step_twice", where="steps")
        if len({step.offset_days for step in self.steps}) < len(self.steps):
            raise RuleError("dunning.offset_twice", where="steps")
        if not 0 <= self.minimum_gap_days <= _LARGEST_GAP:
            raise RuleError("dunning.bad_gap", where="minimum_gap_days", largest=_LARGEST_GAP)
        if not 1 <= self.freshness_days <= _LARGEST_FRESHNESS:
            raise RuleError(
                "dunning.bad_freshness", where="freshness_days", largest=_LARGEST_FRESHNESS
            )
        _refuse_bad_amount(self.minimum_amount)
        ordered = tuple(sorted(self.steps, key=lambda step: step.offset_days))
        object.__setattr__(self, "steps", ordered)

    def step_due(self, days_late: int) -> DunningStep | None:
        """The highest step whose time has come, not only today but any day since."""
        due = [step for step in self.steps if step.offset_days <= days_late]
        return due[-1] if due else None

    def step(self, number: int) -> DunningStep:
        """The step of that number."""
        return next(each for each in self.steps if each.number == number)

    @property
    def free_number(self) -> int:
        """A number for a new step."""
        return max(step.number for step in self.steps) + 1


def choose_plan(
    plans: Collection[DunningPlan],
    *,
    chosen: str,
    group: str,
    grade: str,
    amount: Decimal,
) -> DunningPlan:
    """The plan that holds for a customer.

    The customer's own choice comes first; «standard» is what every file says that chose
    nothing, so then a rule decides: by group, else by grade, else by what is owed (the
    highest threshold reached), else the standard plan. A plan that is gone is no choice.
    """
    by_code = {plan.code: plan for plan in plans}
    if chosen in by_code and chosen != STANDARD_CODE:
        return by_code[chosen]
    taken: dict[RuleKind, tuple[Decimal, str]] = {}
    for plan in sorted(plans, key=lambda each: each.code, reverse=True):
        for rule in plan.rules:
            weight = ZERO
            if rule.kind is RuleKind.AMOUNT:
                weight = Decimal(rule.value)
                fits = amount >= weight
            else:
                fits = rule.value == (group if rule.kind is RuleKind.GROUP else grade)
            if fits and (rule.kind not in taken or weight >= taken[rule.kind][0]):
                taken[rule.kind] = weight, plan.code
    for kind in RuleKind:
        if kind in taken:
            return by_code[taken[kind][1]]
    return by_code.get(STANDARD_CODE, STANDARD_PLAN)


def _refuse_bad_amount(amount: Decimal) -> None:
    if not amount.is_finite() or amount < 0 or amount.normalize().as_tuple().exponent < -2:  # type: ignore[operator]
        raise RuleError("dunning.bad_minimum", where="minimum_amount")


STANDARD_CODE = "standard"


def _email(number: int, offset: int, tone: str, **more: object) -> DunningStep:
    return DunningStep(
        number=number,
        offset_days=offset,
        channel=Channel.EMAIL,
        template=TONES[tone],
        **more,  # type: ignore[arg-type]
    )


STANDARD_PLAN = DunningPlan(
    code=STANDARD_CODE,
    name="Standard",
    steps=(
        _email(0, -5, "friendly", needs_approval=False),
        _email(1, 1, "courteous", needs_approval=False),
        _email(2, 11, "firm", needs_approval=False, enclosures=(Enclosure.STATEMENT,)),
        DunningStep(number=3, offset_days=18, channel=Channel.CALL),
        _email(4, 25, "last", enclosures=(Enclosure.INVOICES, Enclosure.STATEMENT)),
        DunningStep(
            number=5,
            offset_days=35,
            channel=Channel.REGISTERED_LETTER,
            template=TONES["formal"],
            enclosures=(Enclosure.INVOICES, Enclosure.STATEMENT),
            prints_interest=True,
        ),
        DunningStep(number=6, offset_days=50, channel=Channel.HAND_OVER),
    ),
)
