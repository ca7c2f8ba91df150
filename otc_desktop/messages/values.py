"""Amounts, numbers and dates as a sentence in the reader's language shows them."""

import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import NumberPattern, get_currency_symbol, parse_pattern

from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.money import Money

_LOCALES = {"fr": "fr_FR", "en": "en_GB"}
# One form in both languages: a day must never be read as a month.
_DATE_PATTERN = "dd/MM/yyyy"
_MOST_DECIMALS = 10
_LONGEST_TEXT = 300
_NO_BREAK_SPACE = "\u00a0"


def format_value(value: object, language: str) -> str:
    """One value as a sentence shows it; never fails, whatever the value is.

    Text from files is shortened and freed of control characters, so that a hostile label
    can neither forge a line of a log nor hide the rest of the sentence.
    """
    if isinstance(value, Money):
        return format_money(value, language)
    if isinstance(value, Decimal):
        return format_number(value, language)
    if isinstance(value, date):  # a datetime is one, too
        return format_day(value, language)
    if isinstance(value, str):
        return _plain(value)
    if isinstance(value, Iterable) and not isinstance(value, bytes):
        return ", ".join(format_value(each, language) for each in value)
    return _plain(str(value))


def format_money(amount: Money, language: str) -> str:
    """`1 234,56 €` in French, `€1,234.56` in English; other currencies by their ISO code."""
    locale = _locale(language)
    pattern = _money_pattern(locale, amount.currency)
    return str(
        pattern.apply(amount.amount, locale, currency=amount.currency.code, currency_digits=False)
    )


def format_number(value: Decimal, language: str) -> str:
    """A number with grouped thousands and only the decimals it needs."""
    if not value.is_finite():
        return str(value)
    return str(_number_pattern(0, _MOST_DECIMALS).apply(value, _locale(language)))


def format_day(day: date, language: str) -> str:
    """`31/12/2026`; the hour of an instant is left out."""
    plain = day.date() if isinstance(day, datetime) else day
    return format_date(plain, _DATE_PATTERN, locale=_locale(language))


def _plain(text: str) -> str:
    shown = text[:_LONGEST_TEXT]
    printable = (
        shown
        if shown.isprintable()
        else "".join(
            " " if unicodedata.category(letter) in {"Cc", "Cf", "Zl", "Zp"} else letter
            for letter in shown
        )
    )
    return printable + "…" if len(text) > _LONGEST_TEXT else printable


@lru_cache(maxsize=8)
def _locale(language: str) -> Locale:
    return Locale.parse(_LOCALES.get(language, _LOCALES["fr"]))


@lru_cache(maxsize=16)
def _number_pattern(least: int, most: int) -> NumberPattern:
    decimals = "0" * least + "#" * (most - least)
    return parse_pattern(f"#,##0.{decimals}" if decimals else "#,##0")


@lru_cache(maxsize=64)
def _money_pattern(locale: Locale, currency: Currency) -> NumberPattern:
    # With the standard's decimals: CLDR shortens several currencies for shop prices.
    digits = currency.digits
    figure = f"#,##0.{'0' * digits}" if digits else "#,##0"
    leads = locale.currency_formats["standard"].pattern.startswith("¤")
    if currency == EUR:
        sign = get_currency_symbol("EUR", locale)
        return parse_pattern(f"'{sign}'{figure}" if leads else f"{figure}{_NO_BREAK_SPACE}'{sign}'")
    return parse_pattern(f"{figure}{_NO_BREAK_SPACE}¤¤")
