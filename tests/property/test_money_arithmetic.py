"""Money adds up, and sharing it loses nothing."""

from decimal import Decimal
from fractions import Fraction
from math import floor

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.money import Money, total
from tests.support.domain_strategies import cents, decimals

AMOUNTS = cents(-(10**17), 10**17)
CURRENCIES = st.sampled_from(["EUR", "JPY", "TND", "CLF"]).map(Currency)
WEIGHTS = st.lists(
    decimals(0, 10**6, 6) | decimals(0, 10**15, 2) | st.just(Decimal(0)), min_size=1, max_size=12
)


def half_up(exact: Fraction) -> int:
    """Rounded to an integer, ties away from zero, without decimals."""
    size = floor(abs(exact) + Fraction(1, 2))
    return size if exact >= 0 else -size


@given(AMOUNTS, AMOUNTS)
def test_sums_are_exact(one: Money, other: Money) -> None:
    assert (one + other).minor == one.minor + other.minor
    assert one - other == one + -other
    assert one + other - other == one
    assert total([one, other], EUR) == total([other, one], EUR)
    assert (one < other) == (one.minor < other.minor)


@given(st.integers(-(2**63) + 1, 2**63 - 1), CURRENCIES)
def test_minor_units_go_there_and_back(minor: int, currency: Currency) -> None:
    amount = Money.from_minor(minor, currency)
    assert amount.minor == minor
    assert Money.of(str(amount.amount), currency) == amount


@given(cents(-(10**12), 10**12), decimals(-100, 100, 6))
def test_times_is_rounded_once_away_from_zero(amount: Money, factor: Decimal) -> None:
    assert amount.times(factor).minor == half_up(Fraction(amount.minor) * Fraction(factor))
    assert (-amount).times(factor) == -amount.times(factor)


@settings(max_examples=200)
@given(AMOUNTS, WEIGHTS)
def test_split_loses_no_cent_and_is_fair(amount: Money, weights: list[Decimal]) -> None:
    assume(any(weights))
    shares = amount.split(weights)
    assert total(shares, EUR) == amount
    whole = sum(Fraction(weight) for weight in weights)
    for share, weight in zip(shares, weights, strict=True):
        fair = Fraction(amount.minor) * Fraction(weight) / whole
        assert abs(share.minor - fair) < 1
        assert weight or not share
        assert share.minor * amount.minor >= 0
