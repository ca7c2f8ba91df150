"""Amounts and dates as the screen words and understands them."""

from datetime import date
from decimal import Decimal

import pytest

from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.kernel.formats import (
    Formats,
    Language,
    parse_date,
    parse_decimal,
    parse_money,
)

FRENCH = Formats(Language.FRENCH)
ENGLISH = Formats(Language.ENGLISH)


@pytest.mark.parametrize(
    ("amount", "code", "french", "english"),
    [
        ("1234.56", "EUR", "1\u202f234,56\u00a0€", "€1,234.56"),
        ("-1234567.8", "EUR", "\u22121\u202f234\u202f567,80\u00a0€", "\u2212€1,234,567.80"),
        ("0", "EUR", "0,00\u00a0€", "€0.00"),
        ("1500", "JPY", "1\u202f500\u00a0JPY", "1,500\u00a0JPY"),
        ("0.125", "TND", "0,125\u00a0TND", "0.125\u00a0TND"),
    ],
)
def test_money(amount: str, code: str, french: str, english: str) -> None:
    money = Money.of(amount, Currency(code))
    assert FRENCH.money(money) == french
    assert ENGLISH.money(money) == english
    for text in (french, english):
        assert parse_money(text, money.currency) == money


def test_other_figures() -> None:
    assert FRENCH.quantity(Decimal("1.5000")) == "1,5"
    assert FRENCH.quantity(Decimal("1200")) == "1\u202f200"
    assert FRENCH.percent(Decimal("5.50")) == "5,5\u00a0%"
    assert ENGLISH.percent(Decimal(20)) == "20%"
    assert FRENCH.number(Decimal("-0.004"), places=2) == "0,00"
    assert FRENCH.date(date(2026, 12, 31)) == "31/12/2026"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1234.5", "1234.50"),
        ("1 234,50", "1234.50"),
        ("1\u202f234,50 €", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1.234.567", "1234567"),
        ("€12", "12"),
        ("12 EUR", "12"),
        ("-3,10", "-3.10"),
        ("−3,10", "-3.10"),
        ("1'250", "1250"),
        (",5", "0.50"),
        ("7,", "7"),
    ],
)
def test_typed_amount_when_meaning_is_clear_then_is_understood(typed: str, meant: str) -> None:
    assert parse_money(typed) == Money.of(meant, EUR)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abc",
        "1.234",
        "12,345",
        "1,2,3",
        "1.23.456",
        "--5",
        "1e9",
        "NaN",
        "Infinity",
        "12 USD",
        "٣",
    ],
)
def test_typed_amount_when_not_clear_then_is_refused(typed: str) -> None:
    with pytest.raises(RuleError) as refusal:
        parse_money(typed)
    assert refusal.value.code == "input.not_an_amount"


def test_typed_number_keeps_its_decimals() -> None:
    assert parse_decimal("0,123456") == Decimal("0.123456")
    with pytest.raises(RuleError, match=r"input\.not_a_number"):
        parse_decimal("12 m")


@pytest.mark.parametrize(
    "typed",
    ["31/12/2026", "31/12/26", "311226", "31122026", "31.12.2026", "31-12-26", "2026-12-31"],
)
def test_typed_date_when_usual_then_is_understood(typed: str) -> None:
    assert parse_date(typed) == date(2026, 12, 31)


def test_typed_date_without_year_needs_today() -> None:
    assert parse_date("5/3", today=date(2026, 11, 23)) == date(2026, 3, 5)
    with pytest.raises(RuleError):
        parse_date("5/3")


@pytest.mark.parametrize("typed", ["", "31/02/2026", "12/31/2026", "demain", "1/1/1", "20261231x"])
def test_typed_date_when_impossible_then_is_refused(typed: str) -> None:
    with pytest.raises(RuleError) as refusal:
        parse_date(typed)
    assert refusal.value.code == "input.not_a_date"
