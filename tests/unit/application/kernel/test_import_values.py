"""What people write in import files, and what must not be guessed."""

from datetime import date
from decimal import Decimal

import pytest

from otc_desktop.application.kernel.import_values import (
    parse_amount,
    parse_date,
    parse_number,
    parse_percent,
)
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1234.56", "1234.56"),
        ("1234,56", "1234.56"),
        ("1 234,56", "1234.56"),
        ("1\u202f234\u00a0567,89", "1234567.89"),
        ("1 234.56", "1234.56"),
        ("  -1 234,5 € ", "-1234.5"),
        ("\u2212 12", "-12"),
        ("+0,10 EUR", "0.10"),
        ("007", "7"),
        ("12,3400", "12.34"),
        ("999999999999999,99", "999999999999999.99"),
    ],
)
def test_amounts_are_exact(text: str, value: str) -> None:
    assert parse_amount(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "abc",
        "1.234,56",  # a mark for thousands makes 1.234 mean two things
        "1,234.56",
        "1.234",
        "1,234",
        "12 34,56",
        "1 2345",
        "1234,56-",
        "(1 234,56)",
        "12,345",
        "1e3",
        "NaN",
        "Infinity",
        "0x10",
        "١٢",
        "12 $",
        "12,",
        ",50",
        "1000000000000000",
        "#N/A",
        "12\n34",
    ],
)
def test_amounts_that_could_be_misread_are_refused(text: str) -> None:
    with pytest.raises(RuleError) as refusal:
        parse_amount(text)
    assert refusal.value.code == "import.bad_amount"
    assert refusal.value.params["value"] == text


def test_amounts_have_the_decimals_and_sign_of_their_currency() -> None:
    assert parse_amount("1 000 JPY", currency=Currency("JPY")) == 1000
    assert parse_amount("1,234", currency=Currency("TND")) == Decimal("1.234")
    assert parse_amount("12 $", currency=Currency("USD")) == 12
    with pytest.raises(RuleError):
        parse_amount("10,50", currency=Currency("JPY"))
    with pytest.raises(RuleError):
        parse_amount("10,50 €", currency=Currency("USD"))


def test_prices_may_have_more_decimals_than_amounts() -> None:
    assert parse_number("0,123456", places=6) == Decimal("0.123456")
    with pytest.raises(RuleError) as refusal:
        parse_number("0,1234567", places=6)
    assert refusal.value.code == "import.bad_number"


@pytest.mark.parametrize(
    ("text", "value"), [("20", "20"), ("5,5 %", "5.5"), ("2.1%", "2.1"), ("0", "0")]
)
def test_rates_are_in_per_cent(text: str, value: str) -> None:
    assert parse_percent(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "%", "-1", "100,01", "20 % TVA", "0,12345"])
def test_impossible_rates_are_refused(text: str) -> None:
    with pytest.raises(RuleError) as refusal:
        parse_percent(text)
    assert refusal.value.code == "import.bad_percent"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-31", date(2026, 12, 31)),
        (" 31/12/2026 ", date(2026, 12, 31)),
        ("01/02/2026", date(2026, 2, 1)),
        ("29/02/2024", date(2024, 2, 29)),
    ],
)
def test_dates_put_the_day_first(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31/02/2026",
        "00/00/0000",
        "12/31/2026",
        "1/2/2026",
        "31/12/26",
        "31.12.2026",
        "2026-12-31 10:00:00",
        "20261231",
        "31/12/0206",
        "٠١/٠٢/٢٠٢٦",
    ],
)
def test_dates_of_another_form_are_refused(text: str) -> None:
    with pytest.raises(RuleError) as refusal:
        parse_date(text)
    assert refusal.value.code == "import.bad_date"
    assert refusal.value.params["value"] == text
