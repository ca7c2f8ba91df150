"""How amounts, dates and numbers look on screen, and how typed ones are understood."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money

# French typography as CLDR has it: narrow no-break space between thousands, no-break
# space before the unit.
NARROW_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"

_SYMBOLS = {"EUR": "€", "GBP": "£"}  # others by ISO code: "$" is the sign of many
_SPACES_AND_QUOTES = re.compile(r"[\s\u00a0\u202f\u2009'’]")
_GROUPED_BY_POINT = re.compile(r"\d{1,3}(\.\d{3})+")
_GROUPED_BY_COMMA = re.compile(r"\d{1,3}(,\d{3})+")
_PLAIN_NUMBER = re.compile(r"\d+(\.\d*)?|\.\d+")
_LONGEST_INPUT = 60
_DAY_FIRST = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DIGITS_ONLY = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")


class Language(StrEnum):
    """Languages of the window."""

    FRENCH = "fr"
    ENGLISH = "en"


class Formats:
    """Words amounts and dates in the window's language; one shared object, switched at once."""

    def __init__(self, language: Language = Language.FRENCH) -> None:
        self.language = language

    def money(self, amount: Money) -> str:
        """`1 234,56 €` or `€1,234.56`; a negative amount has a real minus."""
        digits = self._grouped(abs(amount.amount), amount.currency.digits)
        symbol = _SYMBOLS.get(amount.currency.code)
        sign = MINUS if amount.amount < 0 else ""
        if self.language is Language.ENGLISH and symbol is not None:
            return f"{sign}{symbol}{digits}"
        return f"{sign}{digits}{NO_BREAK_SPACE}{symbol or amount.currency.code}"

    def amount(self, amount: Money) -> str:
        """The amount without its currency: `1 234,56`, for fields and columns of one currency."""
        sign = MINUS if amount.amount < 0 else ""
        return sign + self._grouped(abs(amount.amount), amount.currency.digits)

    def number(self, value: Decimal | int, *, places: int | None = None) -> str:
        """A number with grouped thousands; trailing zeros are dropped unless `places` is given."""
        value = Decimal(value)
        if places is None:
            value = value.normalize()
            exponent = value.as_tuple().exponent
            places = max(0, -exponent) if isinstance(exponent, int) else 0
        text = self._grouped(abs(value), places)
        return MINUS + text if value < 0 and text.strip("0,.") else text

    def quantity(self, value: Decimal) -> str:
        """A quantity with only the decimals it needs: `12`, `1,5`."""
        return self.number(value)

    def percent(self, value: Decimal) -> str:
        """A percentage given as 20 for 20 %: `20 %`, `5,5 %`; English has no space."""
        space = "" if self.language is Language.ENGLISH else NO_BREAK_SPACE
        return f"{self.number(value)}{space}%"

    def date(self, day: date) -> str:
        """`31/12/2026` in both languages: documents are French, and a day must not be a month."""
        return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"

    def for_spreadsheet(self, value: Decimal) -> str:
        """A number as a spreadsheet in this language reads it when pasted: no grouping."""
        text = f"{value:f}"
        return text if self.language is Language.ENGLISH else text.replace(".", ",")

    def _grouped(self, value: Decimal, places: int) -> str:
        text = f"{value:,.{places}f}"
        if self.language is Language.ENGLISH:
            return text
        return text.replace(",", NARROW_SPACE).replace(".", ",")


def parse_decimal(text: str) -> Decimal:
    """Understand a typed number: `1234.5`, `1 234,50`, `1.234,50`, `1,234.50`, `−12`.

    The last separator is the decimal one, unless it repeats; spaces and quotes group.

    Raises:
        RuleError: `input.not_a_number`.
    """
    bare = _SPACES_AND_QUOTES.sub("", text[:_LONGEST_INPUT]).replace(MINUS, "-").replace("–", "-")
    negative = bare.startswith("-")
    bare = bare.lstrip("+-") if bare[:2] not in {"--", "++", "+-", "-+"} else ""
    point, comma = bare.rfind("."), bare.rfind(",")
    if point >= 0 and comma >= 0:
        grouping, decimal = (".", ",") if comma > point else (",", ".")
        whole, _, rest = bare.rpartition(decimal)
        grouped = _GROUPED_BY_POINT if grouping == "." else _GROUPED_BY_COMMA
        bare = f"{whole.replace(grouping, '')}.{rest}" if grouped.fullmatch(whole) else ""
    elif bare.count(".") > 1 and _GROUPED_BY_POINT.fullmatch(bare):
        bare = bare.replace(".", "")
    elif bare.count(",") > 1 and _GROUPED_BY_COMMA.fullmatch(bare):
        bare = bare.replace(",", "")
    else:
        bare = bare.replace(",", ".")
    if not bare.isascii() or not _PLAIN_NUMBER.fullmatch(bare):
        raise RuleError("input.not_a_number", value=text[:_LONGEST_INPUT])
    try:
        value = Decimal(bare)
    except InvalidOperation as problem:
        raise RuleError("input.not_a_number", value=text[:_LONGEST_INPUT]) from problem
    return -value if negative else value


def parse_money(text: str, currency: Currency = EUR) -> Money:
    """Understand a typed amount, with or without the currency's sign or code.

    More decimals than the currency has are refused, not rounded: `1.234` may have meant
    a thousand. Only in a currency without decimals it must have.

    Raises:
        RuleError: `input.not_an_amount`, or `money.too_large`.
    """
    bare = text[:_LONGEST_INPUT].strip()
    for mark in (currency.code, _SYMBOLS.get(currency.code, currency.code)):
        bare = bare.removesuffix(mark).removeprefix(mark).strip()
    if not currency.digits and (
        _GROUPED_BY_COMMA.fullmatch(bare.lstrip(f"-{MINUS}"))
        or _GROUPED_BY_POINT.fullmatch(bare.lstrip(f"-{MINUS}"))
    ):
        bare = bare.replace(",", "").replace(".", "")
    sign = ""
    if bare[:1] in {"-", MINUS, "–"}:  # −€12 as English writes it
        sign, bare = "-", bare[1:].strip().removeprefix(_SYMBOLS.get(currency.code, currency.code))
    try:
        return Money.of(parse_decimal(sign + bare), currency)
    except RuleError as refusal:
        if refusal.code == "money.too_large":
            raise
        raise RuleError("input.not_an_amount", value=text[:_LONGEST_INPUT]) from refusal


def parse_date(text: str, *, today: date | None = None) -> date:
    """Understand a typed date: `31/12/26`, `31.12.2026`, `311226`, `2026-12-31`.

    Two-digit years are in this century. With `today`, the year may be left out.

    Raises:
        RuleError: `input.not_a_date`.
    """
    bare = text.strip()
    if match := _YEAR_FIRST.fullmatch(bare):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DAY_FIRST.fullmatch(bare) or _DIGITS_ONLY.fullmatch(bare):
        day, month = int(match[1]), int(match[2])
        if match[3] is None and today is None:
            raise RuleError("input.not_a_date", value=text[:_LONGEST_INPUT])
        year = int(match[3]) if match[3] else (today.year if today else 0)
        year += 2000 if match[3] and len(match[3]) == 2 else 0
    else:
        raise RuleError("input.not_a_date", value=text[:_LONGEST_INPUT])
    try:
        return date(year, month, day)
    except ValueError as problem:
        raise RuleError("input.not_a_date", value=text[:_LONGEST_INPUT]) from problem
