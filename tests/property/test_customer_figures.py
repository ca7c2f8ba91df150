"""Whatever a customer did, its figures agree with each other and with the movements."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from otc_desktop.domain.reporting.customer_figures import (
    CustomerHistory,
    by_month,
    figures_on,
)
from otc_desktop.domain.reporting.expected_receipts import OpenClaim, expect_receipts
from otc_desktop.domain.reporting.payment_habit import Claim
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money, total

TODAY = date(2026, 11, 20)
ZERO = Money.zero(EUR)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """An invoice or credit note with up to three part payments, never more than its total."""
    issued_on = TODAY - timedelta(days=draw(st.integers(0, 900)))
    minor = draw(st.integers(1, 500_000)) * draw(st.sampled_from([1, 1, 1, -1]))
    left = minor
    movements = [(issued_on, Money.from_minor(minor, EUR))]
    for _ in range(draw(st.integers(0, 3))):
        part = draw(st.integers(0, abs(left))) * (1 if left > 0 else -1)
        if part:
            day = issued_on + timedelta(days=draw(st.integers(0, 400)))
            movements.append((day, Money.from_minor(-part, EUR)))
            left -= part
    return Claim(
        number=draw(st.uuids()).hex[:10],
        issued_on=issued_on,
        due_on=issued_on + timedelta(days=draw(st.integers(0, 60))),
        total=Money.from_minor(minor, EUR),
        movements=tuple(movements),
        paid_by_money=draw(st.booleans()),
    )


def history(found: list[Claim]) -> CustomerHistory:
    return CustomerHistory(
        claims=tuple(found),
        disputes_on=(),
        broken_on=(),
        credit_limit=None,
        ceased_on=None,
        currency=EUR,
    )


@given(st.lists(claims(), max_size=12), st.integers(0, 900))
def test_figures_of_any_day_agree_with_the_movements(found: list[Claim], back: int) -> None:
    on = TODAY - timedelta(days=back)
    figures = figures_on(history(found), on)
    moved = [
        amount
        for claim in found
        if claim.issued_on <= on
        for day, amount in claim.movements
        if day <= on
    ]
    assert figures.open == total(moved, EUR)
    assert figures.overdue >= ZERO
    assert figures.overdue_percent is None or 0 <= figures.overdue_percent <= 100
    assert (figures.oldest is None) == (
        not any(claim.is_invoice and claim.issued_on <= on and claim.open_on(on) for claim in found)
    )
    points = sum(reason.points for reason in figures.risk.reasons)
    assert points >= 0


@given(st.lists(claims(), max_size=12))
def test_a_payment_after_the_day_changes_nothing_of_it(found: list[Claim]) -> None:
    months = by_month(history(found), TODAY)
    for month in months:
        known = [
            Claim(
                number=claim.number,
                issued_on=claim.issued_on,
                due_on=claim.due_on,
                total=claim.total,
                movements=tuple(each for each in claim.movements if each[0] <= month.on),
                paid_by_money=claim.paid_by_money,
            )
            for claim in found
            if claim.issued_on <= month.on
        ]
        then = figures_on(history(known), month.on)
        assert (then.open, then.overdue, then.dso) == (month.open, month.overdue, month.dso)
        assert then.risk.grade.value == month.grade


open_claims = st.builds(
    OpenClaim,
    number=st.just("F-1"),
    due_on=st.integers(-400, 400).map(lambda days: TODAY + timedelta(days=days)),
    open=st.integers(1, 500_000).map(lambda minor: Money.from_minor(minor, EUR)),
    disputed=st.integers(0, 600_000).map(lambda minor: Money.from_minor(minor, EUR)),
    promised_on=st.none() | st.integers(-30, 90).map(lambda days: TODAY + timedelta(days=days)),
)


@given(st.lists(open_claims, max_size=12), st.integers(-30, 120))
def test_every_cent_that_is_open_is_expected_some_week_or_contested(
    found: list[OpenClaim], delay: int
) -> None:
    expected = expect_receipts(found, usual_delay=delay, today=TODAY, currency=EUR)
    parts = [week.amount for week in expected.weeks] + [expected.later, expected.disputed]
    assert total(parts, EUR) == total((claim.open for claim in found), EUR)
    assert all(amount >= ZERO for amount in parts)
