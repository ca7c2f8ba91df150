"""Amounts, quantities and dates as a document of a given language shows them."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import NumberPattern, get_currency_symbol, parse_pattern

from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.scales import PERCENT_PLACES, QUANTITY_PLACES, UNIT_PRICE_PLACES

_NO_BREAK_SPACE = "\u00a0"


class DocumentFormats:
    """Figures and dates in one locale.

    Args:
        locale: a CLDR locale such as `fr_FR`.
        date_pattern: CLDR pattern of a date, such as `dd/MM/yyyy`.
        percent_pattern: how a percentage surrounds its figure, such as `{figure} %`.
    """

    def __init__(self, *, locale: str, date_pattern: str, percent_pattern: str) -> None:
        self._locale = Locale.parse(locale)
        self._date_pattern = date_pattern
        self._percent_pattern = percent_pattern

    def money(self, money: Money) -> str:
        """An amount with its currency: the euro by its sign, others by their ISO code.

        The code keeps several dollars and crowns apart, which their signs don't.
        """
        pattern = _money_pattern(self._locale, money.currency, money.currency.digits)
        return self._with_currency(pattern, money.amount, money.currency)

    def capital(self, amount: Decimal, currency: Currency) -> str:
        """A share capital: without decimals when it is a whole amount."""
        if amount != amount.to_integral_value():
            return self.money(Money.rounded(amount, currency))
        return self._with_currency(_money_pattern(self._locale, currency, 0), amount, currency)

    def amount(self, money: Money) -> str:
        """The figure of an amount alone, for columns whose heading names the currency."""
        digits = money.currency.digits
        return self._figure(money.amount, digits, digits)

    def unit_price(self, price: Decimal, currency: Currency) -> str:
        """A unit price: the currency's decimals, and up to six where it has them."""
        return self._figure(price, currency.digits, max(UNIT_PRICE_PLACES, currency.digits))

    def quantity(self, quantity: Decimal) -> str:
        """A quantity, without idle zeros."""
        return self._figure(quantity, 0, QUANTITY_PLACES)

    def percent(self, percent: Decimal) -> str:
        """A percentage given in hundredths: 20 for 20 %."""
        return self._percent_pattern.format(figure=self._figure(percent, 0, PERCENT_PLACES))

    def date(self, day: date) -> str:
        """A date."""
        return format_date(day, self._date_pattern, locale=self._locale)

    def currency_sign(self, currency: Currency) -> str:
        """What names the currency in a column heading."""
        return get_currency_symbol("EUR", self._locale) if currency == EUR else currency.code

    def country(self, code: str) -> str:
        """A country's name, or its code where the locale does not know it."""
        return str(self._locale.territories.get(code.upper(), code))

    def _figure(self, value: Decimal, least_places: int, most_places: int) -> str:
        return str(_number_pattern(least_places, most_places).apply(value, self._locale))

    def _with_currency(self, pattern: NumberPattern, value: Decimal, currency: Currency) -> str:
        # `currency_digits` would put CLDR's decimals in place of the pattern's.
        text = pattern.apply(value, self._locale, currency=currency.code, currency_digits=False)
        return str(text)


@lru_cache(maxsize=64)
def _number_pattern(least: int, most: int) -> NumberPattern:
    decimals = "0" * least + "#" * (most - least)
    return parse_pattern(f"#,##0.{decimals}" if decimals else "#,##0")


@lru_cache(maxsize=64)
def _money_pattern(locale: Locale, currency: Currency, digits: int) -> NumberPattern:
    # Built from the locale's own, but with our decimals: CLDR shortens some currencies.
    figure = "#,##0." + "0" * digits if digits else "#,##0"
    leads = locale.currency_formats["standard"].pattern.startswith("¤")
    if currency == EUR:
        return parse_pattern(f"¤{figure}" if leads else f"{figure}{_NO_BREAK_SPACE}¤")
    return parse_pattern(
        f"¤¤{_NO_BREAK_SPACE}{figure}" if leads else f"{figure}{_NO_BREAK_SPACE}¤¤"
    )
