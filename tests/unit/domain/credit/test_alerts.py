"""When a credit controller is warned."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from otc_desktop.domain.credit.alerts import AlertKind, WatchedCustomer, alerts_of
from otc_desktop.domain.credit.exposure import Exposure
from otc_desktop.domain.credit.grade import CreditGrade, GivenGrade, GradeSource
from otc_desktop.domain.credit.policy import CreditPolicy
from otc_desktop.domain.shared.calendar import plus_months
from tests.support.domain import eur

TODAY = date(2026, 11, 20)
CALM = WatchedCustomer(
    exposure=replace(Exposure.none(), ordered=eur("100")),
    limit=eur("1000"),
    insured=None,
    grade=GivenGrade(),
    reviewed_on=TODAY,
    ceased_on=None,
    overdue=eur("0"),
    was_late_before=False,
    known_since=date(2020, 1, 1),
)


def _owing(amount: str) -> Exposure:
    return replace(Exposure.none(), open_items=eur(amount))


def _fell(on: date) -> GivenGrade:
    given = GivenGrade().changed_to(CreditGrade.A, on=on, source=GradeSource.COMPUTED)
    return given.changed_to(CreditGrade.C, on=on, source=GradeSource.COMPUTED)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"exposure": _owing("799.99")}, []),
        ({"exposure": _owing("800")}, [AlertKind.LIMIT_NEAR]),
        ({"exposure": _owing("1000")}, [AlertKind.LIMIT_NEAR]),
        ({"exposure": _owing("1000.01")}, [AlertKind.LIMIT_EXCEEDED]),
        ({"exposure": _owing("9999"), "limit": None}, []),
        ({"exposure": _owing("-5"), "limit": eur("0")}, []),
        ({"overdue": eur("1")}, [AlertKind.FIRST_UNPAID]),
        ({"overdue": eur("1"), "was_late_before": True}, []),
        ({"ceased_on": TODAY}, [AlertKind.SIREN_CEASED]),
        ({"insured": eur("99")}, [AlertKind.INSURANCE_EXCEEDED]),
        ({"insured": eur("100")}, []),
        ({"reviewed_on": date(2025, 11, 20)}, [AlertKind.REVIEW_DUE]),
        ({"reviewed_on": date(2025, 11, 21)}, []),
        ({"reviewed_on": None}, [AlertKind.REVIEW_DUE]),
        ({"reviewed_on": None, "known_since": date(2026, 1, 1)}, []),
        ({"grade": _fell(TODAY + timedelta(days=1))}, [AlertKind.GRADE_FELL]),
        ({"grade": _fell(TODAY - timedelta(days=1))}, []),
    ],
)
def test_each_alert(changes: dict[str, object], expected: list[AlertKind]) -> None:
    watched = replace(CALM, **changes)  # type: ignore[arg-type]
    assert list(alerts_of(watched, CreditPolicy(), today=TODAY)) == expected


def test_a_grade_that_is_confirmed_keeps_what_came_before() -> None:
    fell = _fell(TODAY)
    again = fell.changed_to(CreditGrade.C, on=TODAY, source=GradeSource.MANUAL)
    assert again.fell
    better = again.changed_to(CreditGrade.B, on=TODAY, source=GradeSource.MANUAL)
    assert not better.fell
    unknown = better.changed_to(CreditGrade.UNKNOWN, on=TODAY, source=GradeSource.MANUAL)
    assert not unknown.fell


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 20), 2, date(2027, 1, 20)),
    ],
)
def test_months_end_where_the_shorter_month_ends(day: date, months: int, expected: date) -> None:
    assert plus_months(day, months) == expected
