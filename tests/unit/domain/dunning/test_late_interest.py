"""Late interest to the day, by half-years and by what was open."""

from datetime import date
from decimal import Decimal

import pytest

from otc_desktop.domain.dunning.late_interest import (
    STATUTORY,
    AgreedRate,
    Balance,
    EcbRate,
    LateClaim,
    agreed_rate,
    late_claim,
)
from otc_desktop.domain.shared.errors import RuleError
from tests.support.domain import USD, a_due_item, eur

RATES = (
    EcbRate(date(2025, 1, 1), Decimal("3.15")),
    EcbRate(date(2025, 7, 1), Decimal("2.15")),
    EcbRate(date(2026, 1, 1), Decimal("2.15")),
)


def claim(
    *balances: tuple[date, str], due_on: date, on: date, agreed: AgreedRate = STATUTORY
) -> LateClaim:
    return late_claim(
        [Balance(day, eur(amount)) for day, amount in balances],
        due_on=due_on,
        on=on,
        agreed=agreed,
        rates=RATES,
        with_indemnity=True,
    )


def test_interest_runs_from_the_day_after_the_due_date() -> None:
    opened = (date(2026, 1, 1), "1000.00")
    on_time = claim(opened, due_on=date(2026, 3, 1), on=date(2026, 3, 1))
    assert (on_time.interest, on_time.indemnity, on_time.days) == (eur("0"), eur("0"), 0)
    one_day = claim(opened, due_on=date(2026, 3, 1), on=date(2026, 3, 2))
    # 1000 × 12.15 % ÷ 365
    assert (one_day.interest, one_day.indemnity) == (eur("0.33"), eur("40"))
    year = claim(opened, due_on=date(2024, 12, 31), on=date(2025, 12, 31))
    # 181 days at 13.15 % and 184 at 12.15 %
    assert year.interest == eur("126.46")
    assert (year.days, year.percent) == (365, Decimal("12.15"))


def test_interest_falls_with_a_part_payment_on_its_day() -> None:
    whole = (date(2026, 1, 1), "3650.00")
    paid = claim(
        whole, (date(2026, 2, 11), "365.00"), due_on=date(2026, 1, 31), on=date(2026, 2, 20)
    )
    # 10 days on 3650 and 10 days on 365, a day of 365 € at 12.15 % being 0.1215
    assert paid.interest == eur("13.37")
    settled = claim(
        whole, (date(2026, 2, 11), "0.00"), due_on=date(2026, 1, 31), on=date(2026, 6, 1)
    )
    assert settled.interest == eur("12.15")


def test_a_half_year_without_its_rate_is_estimated_and_says_so() -> None:
    opened = (date(2026, 1, 1), "1000.00")
    assert not claim(opened, due_on=date(2026, 3, 1), on=date(2026, 6, 30)).is_estimated
    assert claim(opened, due_on=date(2026, 3, 1), on=date(2026, 7, 1)).is_estimated
    with pytest.raises(RuleError, match=r"dunning.no_rates"):
        claim(opened, due_on=date(2024, 3, 1), on=date(2024, 4, 1))
    fixed = AgreedRate(Decimal(12), is_over_ecb=False)
    assert claim(opened, due_on=date(2024, 3, 1), on=date(2024, 3, 11), agreed=fixed).interest


@pytest.mark.parametrize(
    ("terms", "points", "over"),
    [("ECB+10", "10", True), ("BCE + 10,5", "10.5", True), ("12 %", "12", False)],
)
def test_terms_in_words(terms: str, points: str, over: bool) -> None:
    assert agreed_rate(terms) == AgreedRate(Decimal(points), is_over_ecb=over)


def test_strange_terms_and_rates_are_refused() -> None:
    with pytest.raises(RuleError, match=r"dunning.unreadable_interest_terms"):
        agreed_rate("trois fois le taux légal")
    with pytest.raises(RuleError, match=r"dunning.rate_not_half_year"):
        EcbRate(date(2026, 2, 1), Decimal(2))
    with pytest.raises(RuleError, match=r"dunning.bad_rate"):
        EcbRate(date(2026, 1, 1), Decimal(200))


def test_the_indemnity_is_owed_in_euros_only() -> None:
    item = a_due_item(currency=USD)
    found = late_claim(
        [Balance(date(2026, 1, 1), item.open)],
        due_on=date(2026, 3, 1),
        on=date(2026, 4, 1),
        agreed=STATUTORY,
        rates=RATES,
        with_indemnity=True,
    )
    assert not found.indemnity
    assert found.interest.currency == USD
