"""The company's credit rules: what to do with an order, by grade and situation."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from otc_desktop.domain.credit.grade import CreditGrade
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money

_HUNDRED = Decimal(100)
_LONGEST_DAYS = 3_650


class Situation(StrEnum):
    """What may be the matter with a customer when something is to be sold on credit."""

    WITHIN_LIMIT = "within_limit"
    NEAR_LIMIT = "near_limit"
    OVER_LIMIT = "over_limit"
    OVERDUE = "overdue"
    PAYS_AT_ORDER = "pays_at_order"
    BLOCKED = "blocked"
    ARCHIVED = "archived"
    CEASED = "ceased"


class Action(StrEnum):
    """What the rule says, from the mildest to the strictest.

    DEPOSIT waits for money on account; APPROVAL for somebody whose limit covers the amount;
    HOLD for the cause to be gone, or for somebody whose limit has no end.
    """

    ACCEPT = "accept"
    DEPOSIT = "deposit"
    APPROVAL = "approval"
    HOLD = "hold"

    @property
    def strictness(self) -> int:
        """Larger is stricter."""
        return list(Action).index(self)


@dataclass(frozen=True, slots=True)
class Rule:
    """One cell of the table. `deposit_percent` of the order, for a deposit only.

    Raises:
        RuleError: `credit.bad_deposit_percent`.
    """

    action: Action
    deposit_percent: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        asked = self.deposit_percent
        wanted = self.action is Action.DEPOSIT
        if not (0 < asked <= _HUNDRED if wanted else not asked):
            raise RuleError("credit.bad_deposit_percent", where="deposit_percent", percent=asked)


def _row(text: str) -> dict[CreditGrade, Rule]:
    """One row of the table below: the rule of each grade, A to E, then unknown."""
    cells = (_cell(word) for word in text.split())
    return dict(zip(CreditGrade, cells, strict=True))


def _cell(word: str) -> Rule:
    if word.endswith("%"):
        return Rule(Action.DEPOSIT, Decimal(word[:-1]))
    return Rule(Action(word))


# By grade:                       A        B        C        D        E        unknown
DEFAULT_TABLE: Mapping[Situation, Mapping[CreditGrade, Rule]] = {
    Situation.WITHIN_LIMIT: _row("accept   accept   accept   accept   50%      accept"),
    Situation.NEAR_LIMIT: _row("accept   accept   accept   30%      100%     accept"),
    Situation.OVER_LIMIT: _row("approval approval approval approval hold     approval"),
    Situation.OVERDUE: _row("approval approval approval hold     hold     approval"),
    Situation.PAYS_AT_ORDER: _row("100%     100%     100%     100%     100%     100%"),
    Situation.BLOCKED: _row("hold     hold     hold     hold     hold     hold"),
    Situation.ARCHIVED: _row("hold     hold     hold     hold     hold     hold"),
    Situation.CEASED: _row("hold     hold     hold     hold     hold     hold"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditPolicy:
    """The decision table, and the figures that tell one situation from another.

    From `near_percent` of the limit on, it is near. Items overdue for more than
    `overdue_days` matter once they come to more than `overdue_amount`. An approval lasts
    `approval_days` unless it says otherwise; a limit is to be reviewed every
    `review_months`. A customer near the limit by this order alone is near it.

    Raises:
        RuleError: `credit.bad_policy_figure`, `credit.incomplete_table`.
    """

    table: Mapping[Situation, Mapping[CreditGrade, Rule]] = field(
        default_factory=lambda: DEFAULT_TABLE
    )
    near_percent: Decimal = Decimal(80)
    overdue_days: int = 60
    overdue_amount: Money = field(default_factory=lambda: Money.of("1000", EUR))
    approval_days: int = 30
    review_months: int = 12
    version: int = 0

    def __post_init__(self) -> None:
        figures = {
            "near_percent": 0 < self.near_percent <= _HUNDRED,
            "overdue_days": 0 <= self.overdue_days <= _LONGEST_DAYS,
            "overdue_amount": self.overdue_amount.amount >= 0,
            "approval_days": 0 <= self.approval_days <= _LONGEST_DAYS,
            "review_months": 0 < self.review_months <= _LONGEST_DAYS // 30,
        }
        for name, good in figures.items():
            if not good:
                raise RuleError("credit.bad_policy_figure", where=name)
        if any(set(self.table.get(each, ())) != set(CreditGrade) for each in Situation):
            raise RuleError("credit.incomplete_table", where="table")

    def rule(self, grade: CreditGrade, situation: Situation) -> Rule:
        """What to do with a customer of that grade in that situation."""
        return self.table[situation][grade]

    def with_rule(self, grade: CreditGrade, situation: Situation, rule: Rule) -> "CreditPolicy":
        """The policy with one cell changed."""
        row = {**self.table[situation], grade: rule}
        return replace(self, table={**self.table, situation: row})
