"""Amounts: exact, on the grid, one currency at a time."""

from decimal import Decimal

import pytest

from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.shared.rounding import is_on_grid, round_half_up
from otc_desktop.domain.shared.scales import on_scale
from tests.support.domain import JPY, USD, eur


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NaN", "money.not_a_number"),
        ("Infinity", "money.not_a_number"),
        ("twelve", "money.not_a_number"),
        ("1.234", "money.off_grid"),
        ("92233720368547758.08", "money.too_large"),
        ("1E+999999", "money.too_large"),
        ("-1E+999999", "money.too_large"),
    ],
)
def test_money_refuses_what_is_no_amount(text: str, code: str) -> None:
    with pytest.raises(RuleError) as refusal:
        Money.of(text, EUR)
    assert refusal.value.code == code


def test_the_largest_amount_is_what_the_database_holds() -> None:
    assert eur("92233720368547758.07").minor == 2**63 - 1
    assert eur("-92233720368547758.07").minor == -(2**63 - 1)


def test_money_refuses_floats() -> None:
    with pytest.raises(TypeError):
        Money(1.5, EUR)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Money.of(1.5, EUR)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "text", "minor"),
    [("EUR", "12.30", 1230), ("JPY", "1230", 1230), ("TND", "1.234", 1234), ("CLF", "0.0001", 1)],
)
def test_minor_units_follow_the_currency(code: str, text: str, minor: int) -> None:
    amount = Money.of(text, Currency(code))
    assert str(amount.currency) == code
    assert amount.minor == minor
    assert Money.from_minor(minor, Currency(code)) == amount


@pytest.mark.parametrize("code", ["eur", "EU", "EURO", "E1R", "123", "ÉUR", ""])
def test_a_currency_is_three_capital_letters(code: str) -> None:
    with pytest.raises(RuleError) as refusal:
        Currency(code)
    assert refusal.value.code == "money.bad_currency"


def test_two_currencies_never_meet() -> None:
    one, other = eur("1"), Money.of("1", USD)
    for meeting in (
        lambda: one + other,
        lambda: one - other,
        lambda: one < other,
        lambda: one <= other,
        lambda: one > other,
        lambda: one >= other,
        lambda: total([one, other], EUR),
    ):
        with pytest.raises(RuleError) as refusal:
            meeting()
        assert refusal.value.code == "money.mixed_currencies"
    assert one != other


def test_order_and_truth() -> None:
    assert eur("1") < eur("2") <= eur("2")
    assert eur("2") > eur("1") >= eur("1")
    assert eur("0.01")
    assert not eur("0")
    assert abs(eur("-3")) == eur("3")


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        ("0.005", "0.01"),
        ("-0.005", "-0.01"),
        ("0.004999", "0.00"),
        ("2.675", "2.68"),
        ("1.015", "1.02"),
        ("-1.015", "-1.02"),
    ],
)
def test_ties_go_away_from_zero(value: str, rounded: str) -> None:
    assert str(Money.rounded(Decimal(value), EUR).amount) == rounded
    assert round_half_up(Decimal(value), 2) == Decimal(rounded)


def test_nothing_is_never_negative() -> None:
    assert str(Money.rounded(Decimal("-0.001"), EUR)) == "0.00 EUR"
    assert str(-eur("0")) == "0.00 EUR"
    assert str(Money.of("-0", JPY)) == "0 JPY"


def test_a_fraction_of_an_amount_is_rounded_once() -> None:
    assert eur("10.10").times(Decimal("0.055")) == eur("0.56")


def test_split_gives_the_odd_cents_to_the_largest_remainders() -> None:
    assert eur("100").split([Decimal(1)] * 3) == (eur("33.34"), eur("33.33"), eur("33.33"))
    assert eur("0.05").split([Decimal(1), Decimal(3)]) == (eur("0.01"), eur("0.04"))
    assert eur("-100").split([Decimal(1)] * 3) == (eur("-33.34"), eur("-33.33"), eur("-33.33"))
    assert eur("1").split([Decimal(0), Decimal(2)]) == (eur("0"), eur("1"))


def test_split_is_exact_where_binary_fractions_are_not() -> None:
    weights = [Decimal("0.1"), Decimal("0.2"), Decimal("0.1")]
    assert eur("0.02").split(weights) == (eur("0.01"), eur("0.01"), eur("0"))


@pytest.mark.parametrize("weights", [[], [Decimal(0)], [Decimal(2), Decimal(-1)]])
def test_split_refuses_weights_that_share_nothing(weights: list[Decimal]) -> None:
    with pytest.raises(RuleError) as refusal:
        eur("1").split(weights)
    assert refusal.value.code == "money.bad_weights"


def test_grid() -> None:
    assert is_on_grid(Decimal("1.20"), 1)
    assert not is_on_grid(Decimal("1.25"), 1)
    assert not is_on_grid(Decimal("NaN"), 1)


@pytest.mark.parametrize("text", ["1.00001", "1000000000001", "NaN", "-Infinity", "1E+999999"])
def test_a_scaled_number_refuses(text: str) -> None:
    with pytest.raises(RuleError) as refusal:
        on_scale(Decimal(text), 4, field="quantity")
    assert refusal.value.code == "number.out_of_scale"
    assert refusal.value.where == "quantity"


def test_a_scaled_number_is_decimal() -> None:
    assert on_scale(Decimal("1.0001"), 4, field="quantity") == Decimal("1.0001")
    with pytest.raises(TypeError):
        on_scale(1.5, 4, field="quantity")  # type: ignore[arg-type]
