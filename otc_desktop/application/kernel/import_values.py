"""Amounts, dates and rates as people write them in the files they import.

One way of reading for every import. Where a text could mean two values, it is refused:
a wrong amount taken over in silence costs more than a line to mend.
"""

import re
from datetime import date
from decimal import Decimal

from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.rounding import is_on_grid
from otc_desktop.domain.shared.scales import PERCENT_PLACES, UNIT_PRICE_PLACES

# Blank, and the no-break, figure, thin and narrow no-break spaces of French typography.
_SPACES = " \u00a0\u2007\u2009\u202f"
# Thousands are parted by spaces or not at all; the one mark is the decimal one. So neither
# 1.234,56 nor 1,234.56 is read: a mark for thousands makes 1.234 mean two things.
_NUMBER = re.compile(
    rf"(?P<sign>[+\-\u2212]?)[{_SPACES}]*"
    rf"(?P<whole>[0-9]{{1,15}}|[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}}){{1,4}})"
    r"(?:[.,](?P<decimals>[0-9]{1,10}))?"
)
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
# Two digits each: 1/2/2026 is how the month comes first.
_FRENCH_DATE = re.compile(r"([0-9]{2})/([0-9]{2})/([0-9]{4})")
# Outside, a slip of the finger is likelier than a business date.
_YEARS = range(1900, 2200)
_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£"}


def parse_amount(text: str, *, currency: Currency = EUR) -> Decimal:
    """An amount of money, such as `1234.56`, `1 234,56` or `-1 234,56 €`.

    Args:
        text: as it stands in the file.
        currency: whose number of decimals holds, and whose sign or code may follow.

    Raises:
        RuleError: `import.bad_amount` when it is no number, has more decimals than the
            currency, a thousands mark other than a space, or another currency's sign.
    """
    bare = text.strip()
    for mark in (currency.code, _SIGNS.get(currency.code)):
        if mark is not None and bare.endswith(mark):
            bare = bare[: -len(mark)].rstrip()
            break
    value = _number(bare)
    if value is None or not is_on_grid(value, currency.digits):
        raise RuleError("import.bad_amount", value=text)
    return value


def parse_price(text: str) -> Decimal:
    """A unit price in euros with at most six decimals, such as `0,125` or `1 299,90 €`.

    Raises:
        RuleError: `import.bad_amount`.
    """
    value = _number(text.strip().removesuffix("EUR").removesuffix("€").rstrip())
    if value is None or not is_on_grid(value, UNIT_PRICE_PLACES):
        raise RuleError("import.bad_amount", value=text)
    return value


def parse_number(text: str, *, places: int) -> Decimal:
    """A quantity or unit price with at most `places` decimals, such as `0,125`.

    Raises:
        RuleError: `import.bad_number`.
    """
    value = _number(text.strip())
    if value is None or not is_on_grid(value, places):
        raise RuleError("import.bad_number", value=text, places=places)
    return value


def parse_percent(text: str) -> Decimal:
    """A rate in per cent from 0 to 100: `20`, `5,5` and `5.5 %` are 20, 5.5 and 5.5.

    Raises:
        RuleError: `import.bad_percent`.
    """
    value = _number(text.strip().removesuffix("%").rstrip())
    if value is None or not 0 <= value <= 100 or not is_on_grid(value, PERCENT_PLACES):
        raise RuleError("import.bad_percent", value=text)
    return value


def parse_date(text: str) -> date:
    """A date written `2026-12-31` or `31/12/2026`.

    Raises:
        RuleError: `import.bad_date` for another form, a day that does not exist, or a year
            outside 1900 to 2199.
    """
    bare = text.strip()
    if found := _ISO_DATE.fullmatch(bare):
        year, month, day = (int(part) for part in found.groups())
    elif found := _FRENCH_DATE.fullmatch(bare):
        day, month, year = (int(part) for part in found.groups())
    else:
        raise RuleError("import.bad_date", value=text)
    if year not in _YEARS:
        raise RuleError("import.bad_date", value=text)
    try:
        return date(year, month, day)
    except ValueError as problem:
        raise RuleError("import.bad_date", value=text) from problem


def _number(text: str) -> Decimal | None:
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    whole = re.sub(f"[{_SPACES}]", "", found["whole"])
    value = Decimal(f"{whole}.{found['decimals'] or '0'}")
    return value if found["sign"] in ("", "+") else -value
