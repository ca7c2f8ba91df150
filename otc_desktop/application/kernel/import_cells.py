"""Cells as spreadsheets and other programs leave them, put back into the form we read.

What can mean one thing only is mended, with a remark where a person should look; what
could mean two things stays as it is and is refused later, at its own cell.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from stdnum import luhn

from otc_desktop.application.kernel.import_mapping import DateOrder, DecimalMark
from otc_desktop.application.kernel.imports import CellKind
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import Finding, warning

# Long numbers as Excel shows them: digits are lost, and no sum tells which.
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d{1,3}")
_WITHOUT_DIGITS_LOST = frozenset(
    {
        CellKind.CODE,
        CellKind.SIREN,
        CellKind.SIRET,
        CellKind.VAT_NUMBER,
        CellKind.IBAN,
        CellKind.PHONE,
        CellKind.POSTAL_CODE,
    }
)
_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f']")
_DAY = re.compile(r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?.*)?")
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_SERIAL_ZERO = date(1899, 12, 30)
# 1982 to 2119: outside, five digits are no date of business.
_SERIALS = range(30_000, 80_000)
_RATE = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?)\s*%")
_GROUPED = {
    DecimalMark.COMMA: re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?"),
    DecimalMark.POINT: re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?"),
}
_SIGN = re.compile(r"[\d.,]+")
_SHORT_POSTAL_CODE = 4
_SIREN_DIGITS, _SIRET_DIGITS, _PHONE_DIGITS = 9, 14, 9


@dataclass(frozen=True, slots=True)
class ColumnHabit:
    """How one column of a file writes dates and decimals, seen over all its cells."""

    dates: DateOrder = DateOrder.AUTO
    decimals: DecimalMark = DecimalMark.AUTO


def habit_of(
    kind: CellKind, cells: Iterable[str], *, dates: DateOrder, decimals: DecimalMark
) -> ColumnHabit:
    """What a column's cells say together that one alone may not: 03/04 beside 25/04."""
    if kind is CellKind.DATE and dates is DateOrder.AUTO:
        return ColumnHabit(dates=_order(cells))
    if kind is CellKind.AMOUNT and decimals is DecimalMark.AUTO:
        return ColumnHabit(decimals=_mark(cells))
    return ColumnHabit(dates, decimals)


def mended(text: str, kind: CellKind, habit: ColumnHabit, column: str) -> str:
    """The cell in the form our imports read.

    Raises:
        RuleError: `import.scientific_notation`.
    """
    if kind in _WITHOUT_DIGITS_LOST and _SCIENTIFIC.fullmatch(text):
        raise RuleError("import.scientific_notation", where=column, value=text)
    match kind:
        case CellKind.DATE:
            return _date(text, habit.dates)
        case CellKind.AMOUNT:
            return _amount(text, habit.decimals)
        case CellKind.PERCENT:
            found = _RATE.search(text)
            return found[1] if found else text
        case CellKind.CODE:
            # A code kept as a number comes back with its decimals from some programs.
            return text.removesuffix(".0") if text[:-2].isdigit() else text
        case _:
            return text


def restored(text: str, kind: CellKind, column: str, *, in_france: bool) -> tuple[str, Finding]:
    """The cell with the zero that a spreadsheet took from its front, and a remark on it.

    A SIREN or SIRET is completed only where its key then holds; a postal code or phone
    number only in France. The same text, and no matter what remark, when none was lost.
    """
    digits = _SPACES.sub("", text)
    found = text
    if not digits.isdigit():
        pass
    elif kind is CellKind.POSTAL_CODE and in_france and len(digits) == _SHORT_POSTAL_CODE:
        found = digits.zfill(_SHORT_POSTAL_CODE + 1)
    elif kind is CellKind.SIREN and len(digits) < _SIREN_DIGITS:
        found = _with_key(digits, _SIREN_DIGITS) or text
    elif kind is CellKind.SIRET and len(digits) < _SIRET_DIGITS:
        found = _with_key(digits, _SIRET_DIGITS) or text
    elif kind is CellKind.PHONE and in_france and len(digits) == _PHONE_DIGITS:
        found = text if digits.startswith("0") else f"0{digits}"
    return found, warning("import.zero_restored", column, value=text, restored=found)


def _with_key(digits: str, length: int) -> str:
    whole = digits.zfill(length)
    return whole if length - len(digits) <= 2 and luhn.is_valid(whole) else ""


def _date(text: str, order: DateOrder) -> str:
    if _SERIAL.fullmatch(text):
        days = int(re.split("[.,]", text)[0])
        return (_SERIAL_ZERO + timedelta(days=days)).isoformat() if days in _SERIALS else text
    found = _DAY.fullmatch(text)
    if found is None:
        return text
    first, second, third = found.groups()
    padded = len(first) == len(second) == 2 and len(third) == 4
    if len(first) == 4 or order is DateOrder.YEAR_FIRST:
        year, month, day = first, second, third
    elif order is DateOrder.MONTH_FIRST:
        month, day, year = first, second, third
    elif order is DateOrder.DAY_FIRST or padded:
        day, month, year = first, second, third
    else:
        return text
    return f"{_year(year)}-{month:0>2}-{day:0>2}"


def _year(text: str) -> str:
    return f"20{text}" if len(text) == 2 else text


def _order(cells: Iterable[str]) -> DateOrder:
    """Which part is beyond twelve somewhere; day first where all are written 01/02/2026."""
    day_first = month_first = False
    for cell in cells:
        found = _DAY.fullmatch(cell)
        if found and len(found[1]) <= 2:
            day_first = day_first or int(found[1]) > 12
            month_first = month_first or int(found[2]) > 12
    if month_first and not day_first:
        return DateOrder.MONTH_FIRST
    return DateOrder.DAY_FIRST if day_first and not month_first else DateOrder.AUTO


def _amount(text: str, mark: DecimalMark) -> str:
    bare = text.strip()
    sign = ""
    if bare.startswith("(") and bare.endswith(")"):
        bare, sign = bare[1:-1].strip(), "-"
    elif bare.endswith("-") and bare[:1].isdigit():
        bare, sign = bare[:-1].strip(), "-"
    if mark is DecimalMark.AUTO:
        return sign + bare
    grouping = "." if mark is DecimalMark.COMMA else ","
    figures = _SPACES.sub("", bare.rstrip("€$£ ").strip())
    if _GROUPED[mark].fullmatch(figures) and grouping in figures:
        return sign + figures.replace(grouping, "")
    return sign + bare


def _mark(cells: Iterable[str]) -> DecimalMark:
    """The sign that stands after another one somewhere: 1.234,56 has a decimal comma."""
    comma = point = False
    for cell in cells:
        found = _SIGN.search(_SPACES.sub("", cell))
        if found is None or "," not in found[0] or "." not in found[0]:
            continue
        comma = comma or found[0].rfind(",") > found[0].rfind(".")
        point = point or found[0].rfind(".") > found[0].rfind(",")
    if comma == point:
        return DecimalMark.AUTO
    return DecimalMark.COMMA if comma else DecimalMark.POINT
