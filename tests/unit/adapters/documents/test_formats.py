"""Amounts, quantities and dates as documents show them."""

from datetime import date
from decimal import Decimal

import pytest

from otc_desktop.adapters.documents.formats import DocumentFormats
from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.money import Money

FRENCH = DocumentFormats(locale="fr_FR", date_pattern="dd/MM/yyyy", percent_pattern="{figure} %")
ENGLISH = DocumentFormats(locale="en_GB", date_pattern="d MMM yyyy", percent_pattern="{figure}%")


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("formats", "amount", "currency", "shown"),
    [
        (FRENCH, "1234.56", EUR, "1 234,56 €"),
        (FRENCH, "-0.50", EUR, "-0,50 €"),
        (FRENCH, "0", EUR, "0,00 €"),
        (FRENCH, "90071992547409.93", EUR, "90 071 992 547 409,93 €"),
        (FRENCH, "1234.56", Currency("USD"), "1 234,56 USD"),
        (FRENCH, "1234", Currency("JPY"), "1 234 JPY"),
        (FRENCH, "1.234", Currency("TND"), "1,234 TND"),
        (ENGLISH, "1234.56", EUR, "€1,234.56"),
        (ENGLISH, "-1234.56", EUR, "-€1,234.56"),
        (ENGLISH, "1234.56", Currency("USD"), "USD 1,234.56"),
        (ENGLISH, "1234", Currency("JPY"), "JPY 1,234"),
    ],
)
def test_money_shows_every_minor_unit_and_its_currency(
    formats: DocumentFormats, amount: str, currency: Currency, shown: str
) -> None:
    assert _plain(formats.money(Money.of(amount, currency))) == shown


def test_amount_is_the_figure_alone() -> None:
    assert _plain(FRENCH.amount(Money.of("1234.5", EUR))) == "1 234,50"


@pytest.mark.parametrize(
    ("price", "shown"),
    [("19.9", "19,90"), ("0.012345", "0,012345"), ("12.3450", "12,345"), ("1000", "1 000,00")],
)
def test_unit_price_has_at_least_cents_and_up_to_six_decimals(price: str, shown: str) -> None:
    assert _plain(FRENCH.unit_price(Decimal(price), EUR)) == shown


@pytest.mark.parametrize(
    ("quantity", "shown"),
    [("12", "12"), ("1.5000", "1,5"), ("-2.1234", "-2,1234"), ("1E+3", "1 000")],
)
def test_quantity_has_no_idle_zeros(quantity: str, shown: str) -> None:
    assert _plain(FRENCH.quantity(Decimal(quantity))) == shown


def test_percent_follows_the_language() -> None:
    assert _plain(FRENCH.percent(Decimal("5.5"))) == "5,5 %"
    assert ENGLISH.percent(Decimal("20")) == "20%"


def test_date_follows_the_language() -> None:
    assert FRENCH.date(date(2026, 12, 31)) == "31/12/2026"
    assert ENGLISH.date(date(2026, 12, 31)) == "31 Dec 2026"


def test_capital_leaves_out_idle_decimals_only() -> None:
    assert _plain(FRENCH.capital(Decimal("50000.00"), EUR)) == "50 000 €"
    assert _plain(FRENCH.capital(Decimal("7622.45"), EUR)) == "7 622,45 €"


def test_country_is_named_in_the_language_and_an_unknown_one_keeps_its_code() -> None:
    assert FRENCH.country("DE") == "Allemagne"
    assert ENGLISH.country("DE") == "Germany"
    assert FRENCH.country("Q9") == "Q9"
