"""A customer's figures, each by its definition."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from otc_desktop.domain.credit.grade import CreditGrade
from otc_desktop.domain.reporting.customer_figures import (
    CustomerHistory,
    by_month,
    figures_on,
)
from otc_desktop.domain.reporting.days_sales import days_sales_outstanding
from otc_desktop.domain.reporting.expected_receipts import OpenClaim, expect_receipts
from otc_desktop.domain.reporting.payment_habit import Claim, median_days, payment_habit
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money

TODAY = date(2026, 11, 20)


def euros(amount: str) -> Money:
    return Money.of(amount, EUR)


def claim(
    issued_on: date,
    *,
    total: str = "100.00",
    days: int = 30,
    paid_after: int | None = None,
    by_money: bool = True,
) -> Claim:
    """A claim due `days` after its issue, paid `paid_after` days after its due date."""
    due_on = issued_on + timedelta(days=days)
    movements = [(issued_on, euros(total))]
    if paid_after is not None:
        movements.append((due_on + timedelta(days=paid_after), -euros(total)))
    return Claim(
        number=f"F-{issued_on}",
        issued_on=issued_on,
        due_on=due_on,
        total=euros(total),
        movements=tuple(movements),
        paid_by_money=by_money,
    )


def history(*claims: Claim, limit: str | None = None, **more: object) -> CustomerHistory:
    values: dict[str, object] = {
        "disputes_on": (),
        "broken_on": (),
        "ceased_on": None,
        "currency": EUR,
        **more,
    }
    return CustomerHistory(
        claims=claims,
        credit_limit=None if limit is None else euros(limit),
        **values,  # type: ignore[arg-type]
    )


def paid_thrice(days_late: int, *, before: date = TODAY) -> list[Claim]:
    """Three invoices of the last half year, each settled so many days late."""
    starts = [before - timedelta(days=n) for n in (80, 70, 65)]
    return [claim(start, days=30, paid_after=days_late) for start in starts]


def test_habit_weighs_by_amount_and_the_median_counts_each_once() -> None:
    claims = [
        claim(date(2026, 8, 1), total="900.00", paid_after=10),
        claim(date(2026, 8, 2), total="50.00", paid_after=0),
        claim(date(2026, 8, 3), total="50.00", paid_after=40),
    ]
    habit = payment_habit(claims, on=TODAY)
    assert (habit.settled, habit.average, habit.median) == (3, Decimal("11.0"), 10)


def test_habit_leaves_out_what_a_credit_note_settled_and_what_is_open() -> None:
    claims = [
        claim(date(2026, 8, 1), paid_after=5),
        claim(date(2026, 8, 2), paid_after=90, by_money=False),
        claim(date(2026, 8, 3)),
        claim(date(2026, 8, 4), total="-100.00", paid_after=50),
    ]
    assert payment_habit(claims, on=TODAY).settled == 1


def test_habit_of_a_past_day_does_not_know_what_was_paid_later() -> None:
    late = claim(date(2026, 1, 1), paid_after=60)  # settled on 1 April
    assert payment_habit([late], on=date(2026, 3, 31)).settled == 0
    assert payment_habit([late], on=date(2026, 4, 1)).settled == 1


@pytest.mark.parametrize(
    ("delays", "middle"), [([3], 3), ([1, 2], 2), ([-3, -2], -2), ([5, 1, 9], 5), ([0, 3], 2)]
)
def test_median_between_two_days_is_the_later(delays: list[int], middle: int) -> None:
    assert median_days(delays) == middle


def test_dso_of_a_year_and_of_a_younger_customer() -> None:
    paid = claim(TODAY - timedelta(days=364), total="730.00", paid_after=0)
    unpaid = claim(TODAY - timedelta(days=10), total="730.00")
    # Half of the year's sales is open: half a year of 365 days, rounded half up.
    assert days_sales_outstanding([paid, unpaid], on=TODAY, currency=EUR) == 183
    # All of 30 days' sales is open, however short the relation.
    assert days_sales_outstanding([unpaid], on=TODAY, currency=EUR) == 30
    assert days_sales_outstanding([], on=TODAY, currency=EUR) is None


def test_figures_of_today_and_of_a_day_before_the_payment() -> None:
    paid = claim(date(2026, 9, 1), paid_after=20)  # due 1 October, paid 21 October
    still = claim(date(2026, 10, 1), total="300.00")  # due 31 October
    now = figures_on(history(paid, still), TODAY)
    assert (now.open, now.overdue, now.overdue_percent) == (euros("300.00"), euros("300.00"), 100)
    assert now.oldest is not None
    assert now.oldest.number == still.number
    then = figures_on(history(paid, still), date(2026, 10, 20))
    assert (then.open, then.overdue) == (euros("400.00"), euros("100.00"))
    assert then.overdue_percent == 25


def test_credits_lower_what_is_open_but_not_what_is_overdue() -> None:
    late = claim(date(2026, 9, 1), total="300.00")
    credit = claim(date(2026, 9, 15), total="-300.00")
    figures = figures_on(history(late, credit), TODAY)
    assert (figures.open, figures.overdue) == (euros("0.00"), euros("300.00"))
    assert figures.overdue_percent == 100


def test_disputes_and_promises_count_for_a_year() -> None:
    days = (TODAY, TODAY - timedelta(days=364), TODAY - timedelta(days=365))
    figures = figures_on(history(disputes_on=days, broken_on=days), TODAY)
    assert (figures.disputes, figures.broken_promises) == (2, 2)


def grade_of(*claims: Claim, on: date = TODAY, limit: str | None = None, **more: object) -> str:
    return figures_on(history(*claims, limit=limit, **more), on).risk.grade.value


def test_grade_by_cases() -> None:
    assert grade_of() == "U"
    assert grade_of(claim(TODAY)) == "U"
    assert grade_of(*paid_thrice(0)) == "A"
    assert grade_of(*paid_thrice(-5)) == "A"
    assert grade_of(*paid_thrice(3)) == "A"
    assert grade_of(*paid_thrice(10)) == "B"
    assert grade_of(*paid_thrice(15)) == "B"
    assert grade_of(*paid_thrice(10), broken_on=(TODAY,) * 2) == "C"
    very_late = claim(TODAY - timedelta(days=200))
    assert grade_of(very_late) == "D"
    assert grade_of(very_late, *paid_thrice(30), broken_on=(TODAY,)) == "E"
    assert grade_of(*paid_thrice(0), ceased_on=TODAY) == "E"


def test_grade_when_paid_later_than_half_a_year_ago_then_says_so() -> None:
    earlier = paid_thrice(0, before=TODAY - timedelta(days=200))
    figures = figures_on(history(*earlier, *paid_thrice(12)), TODAY)
    [reason] = [
        reason for reason in figures.risk.reasons if reason.code == "reporting.getting_slower"
    ]
    assert reason.params == {"days": 12}


def test_grade_when_the_limit_is_nearly_used_then_a_reason_says_so() -> None:
    figures = figures_on(history(*paid_thrice(0), claim(TODAY), limit="110.00"), TODAY)
    assert [reason.code for reason in figures.risk.reasons] == ["reporting.limit_used"]
    assert figures.risk.reasons[0].params == {"percent": 90}


def test_reasons_stand_with_the_heaviest_first() -> None:
    figures = figures_on(history(claim(TODAY - timedelta(days=100)), broken_on=(TODAY,)), TODAY)
    points = [reason.points for reason in figures.risk.reasons]
    assert points == sorted(points, reverse=True)
    assert figures.risk.grade is not CreditGrade.UNKNOWN


def test_months_begin_with_the_first_claim_and_end_today() -> None:
    months = by_month(history(claim(date(2026, 9, 10), paid_after=5)), TODAY)
    assert [month.on for month in months] == [date(2026, 9, 30), date(2026, 10, 31), TODAY]
    assert [str(month.open.amount) for month in months] == ["100.00", "0.00", "0.00"]
    assert [month.median_delay for month in months] == [None, 5, None]
    assert len(by_month(history(claim(date(2020, 1, 1))), TODAY)) == 13


def expected(*claims: OpenClaim, usual_delay: int = 10) -> dict[str, str]:
    found = expect_receipts(claims, usual_delay=usual_delay, today=TODAY, currency=EUR)
    weeks = {str(week.monday): str(week.amount.amount) for week in found.weeks if week.amount}
    return weeks | {"later": str(found.later.amount), "disputed": str(found.disputed.amount)}


def open_claim(
    due_on: date, *, disputed: str = "0.00", promised_on: date | None = None
) -> OpenClaim:
    return OpenClaim(
        number="F-1",
        due_on=due_on,
        open=euros("100.00"),
        disputed=euros(disputed),
        promised_on=promised_on,
    )


def test_receipts_are_expected_by_habit_promise_and_without_what_is_contested() -> None:
    by_habit = open_claim(date(2026, 11, 20))  # 30 November
    overdue_by_habit = open_claim(date(2026, 10, 1))  # in a week: 27 November
    promised = open_claim(date(2026, 10, 1), promised_on=date(2026, 12, 7))
    contested = open_claim(date(2026, 11, 20), disputed="40.00")
    far = open_claim(date(2027, 3, 1))
    assert expected(by_habit) == {"2026-11-30": "100.00", "later": "0.00", "disputed": "0.00"}
    assert expected(overdue_by_habit)["2026-11-23"] == "100.00"
    assert expected(promised)["2026-12-07"] == "100.00"
    assert expected(contested) == {"2026-11-30": "60.00", "later": "0.00", "disputed": "40.00"}
    assert expected(far) == {"later": "100.00", "disputed": "0.00"}
