"""How risky it is to sell to a customer on credit, in a letter and in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from otc_desktop.domain.credit.grade import CreditGrade
from otc_desktop.domain.reporting.payment_habit import PaymentHabit
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True)
class GradeReason:
    """One thing that weighs on the grade: a code of `reporting.*`, and how much it weighs."""

    code: str
    points: int
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskFacts:
    """What the grade is made of; amounts include tax.

    `earlier` is the habit of the half year before `recent`; `oldest_due_on` is None when
    nothing is overdue.
    """

    on: date
    habit: PaymentHabit
    recent: PaymentHabit
    earlier: PaymentHabit
    open: Money
    overdue: Money
    oldest_due_on: date | None
    broken_promises: int
    credit_limit: Money | None
    ceased_on: date | None = None


@dataclass(frozen=True, slots=True)
class RiskAssessment:
    """The grade, and its reasons with the heaviest first."""

    grade: CreditGrade
    reasons: tuple[GradeReason, ...]


# Least value of each row, and its points: the heaviest row that is reached counts.
_LATE_HABIT = ((30, 5), (15, 3), (7, 2), (1, 1))
_OLDEST = ((90, 6), (60, 4), (30, 3), (15, 2), (1, 1))
_OVERDUE_PERCENT = ((60, 3), (30, 2), (10, 1))
_BROKEN = ((2, 4), (1, 2))
_LIMIT_PERCENT = ((100, 2), (80, 1))
_WORSE_BY_DAYS = 10
# Most points of each grade.
_GRADES = ((1, CreditGrade.A), (4, CreditGrade.B), (8, CreditGrade.C), (12, CreditGrade.D))


def assess_risk(facts: RiskFacts) -> RiskAssessment:
    """The grade by a table of points that an accountant can follow.

    Nothing overdue and fewer than three settled invoices give no grade: a new customer is
    unknown, not good.
    """
    if facts.ceased_on is not None:
        return RiskAssessment(
            CreditGrade.E, (GradeReason("reporting.ceased", 99, {"ceased_on": facts.ceased_on}),)
        )
    reasons = sorted(_reasons(facts), key=lambda reason: -reason.points)
    points = sum(reason.points for reason in reasons)
    if not facts.habit.is_known and not facts.overdue:
        return RiskAssessment(
            CreditGrade.UNKNOWN,
            (GradeReason("reporting.too_few_payments", 0, {"settled": facts.habit.settled}),),
        )
    if not reasons:
        code = "reporting.pays_on_time" if facts.habit.is_known else "reporting.nothing_against"
        return RiskAssessment(CreditGrade.A, (GradeReason(code, 0),))
    grade = next((grade for most, grade in _GRADES if points <= most), CreditGrade.E)
    return RiskAssessment(grade, tuple(reasons))


def _reasons(facts: RiskFacts) -> list[GradeReason]:
    found = []
    if facts.habit.is_known and facts.habit.median is not None:
        days = facts.habit.median
        found.append(GradeReason("reporting.pays_late", _points(days, _LATE_HABIT), {"days": days}))
    if facts.oldest_due_on is not None:
        days = (facts.on - facts.oldest_due_on).days
        found.append(
            GradeReason("reporting.oldest_overdue", _points(days, _OLDEST), {"days": days})
        )
    if facts.overdue and facts.open.amount > 0:
        percent = int(min(facts.overdue.amount / facts.open.amount, Decimal(1)) * 100)
        found.append(
            GradeReason(
                "reporting.overdue_share",
                _points(percent, _OVERDUE_PERCENT),
                {"percent": percent, "amount": facts.overdue},
            )
        )
    found.append(
        GradeReason(
            "reporting.broken_promises",
            _points(facts.broken_promises, _BROKEN),
            {"count": facts.broken_promises},
        )
    )
    if facts.credit_limit is not None and facts.credit_limit.amount > 0:
        used = int(facts.open.amount / facts.credit_limit.amount * 100)
        found.append(
            GradeReason("reporting.limit_used", _points(used, _LIMIT_PERCENT), {"percent": used})
        )
    found += _trend(facts)
    return [reason for reason in found if reason.points]


def _trend(facts: RiskFacts) -> list[GradeReason]:
    recent, earlier = facts.recent, facts.earlier
    if not (recent.is_known and earlier.is_known):
        return []
    if recent.median is None or earlier.median is None:
        return []
    worse = recent.median - earlier.median
    if worse < _WORSE_BY_DAYS:
        return []
    return [GradeReason("reporting.getting_slower", 1, {"days": worse})]


def _points(value: int, table: tuple[tuple[int, int], ...]) -> int:
    return next((points for least, points in table if value >= least), 0)
