"""Rows of the sheets of an XLSX file, every value as exact text."""

import io
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, time
from decimal import Decimal
from functools import lru_cache, partial
from itertools import repeat
from math import isfinite
from typing import Any
from xml.etree.ElementTree import ParseError

from lxml.etree import XMLSyntaxError
from openpyxl import load_workbook
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell

from otc_desktop.adapters.spreadsheets.raw_table import RawRow, SheetLimits
from otc_desktop.adapters.spreadsheets.xlsx_package import DAMAGE, check_package, has_formulas
from otc_desktop.domain.shared.errors import InputFileError

# The reader has no error of its own: a part that isn't what it should be ends in these.
_MALFORMED = (
    *DAMAGE,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ParseError,
    XMLSyntaxError,
    AssertionError,
)
# Spreadsheet programs keep fifteen digits; what a binary fraction adds is noise.
_DIGITS = 15
_INEXACT = Decimal(10) ** _DIGITS
_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
# How Excel writes signs that XML has not, such as the _x000D_ of a carriage return.
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_Cell = ReadOnlyCell | EmptyCell
RowsOfSheet = Callable[[], Iterator[RawRow]]

# It warns of features it drops (validation lists, extensions), none of which is read here.
warnings.filterwarnings("ignore", category=UserWarning, module=r"openpyxl\.")


@contextmanager
def open_workbook(
    content: bytes, *, name: str, limits: SheetLimits
) -> Iterator[list[tuple[str, RowsOfSheet]]]:
    """The visible sheets: each one's name, and what begins to read its rows, as often as asked.

    Formulas give the value that was stored with them. Dates come as `2026-12-31`, numbers
    without the noise of binary fractions, percentages as they are shown (`20 %` for 0.2),
    texts as they are.

    Raises:
        InputFileError: `sheet.not_a_table`, `sheet.damaged`, `sheet.hostile`,
            `sheet.expands_too_much`; reading rows, `sheet.too_many_rows`, too.
    """
    check_package(content, name=name, limits=limits)
    with _damage_told(name):
        values = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        # Opened again for the formulas alone: with its value, a cell doesn't say it has one.
        formulas = (
            load_workbook(io.BytesIO(content), read_only=True) if has_formulas(content) else None
        )
    with closing(values), closing(formulas or io.BytesIO()):
        sheets: list[tuple[str, RowsOfSheet]] = []
        for position, sheet in enumerate(values.worksheets):
            if sheet.sheet_state == "visible":
                twin = None if formulas is None else formulas.worksheets[position]
                sheets.append(
                    (str(sheet.title), partial(_rows, sheet, twin, name=name, limits=limits))
                )
        yield sheets


def _rows(sheet: Any, twin: Any, *, name: str, limits: SheetLimits) -> Iterator[RawRow]:
    scanned = 0
    with _damage_told(name):
        sheets = [each for each in (sheet, twin) if each is not None]
        for each in sheets:
            each.reset_dimensions()  # what the file says of its size may be untrue
        pairs = zip(
            sheet.iter_rows(), twin.iter_rows() if twin is not None else repeat(()), strict=False
        )
    for number in range(1, limits.scanned_rows + 2):
        with _damage_told(name):
            pair = next(pairs, None)
            if pair is None:
                return
            cells, originals = pair
            scanned += len(cells)
            if number > limits.scanned_rows or scanned > limits.scanned_cells:
                raise InputFileError("sheet.too_many_rows", name=name, limit=limits.rows)
            row = _row(number, cells, originals)
        yield row


def _row(number: int, cells: tuple[_Cell, ...], originals: tuple[_Cell, ...]) -> RawRow:
    faults = {place: str(cell.value) for place, cell in enumerate(cells) if cell.data_type == "e"}
    for place, original in enumerate(originals):
        if original.data_type == "f" and cells[place].value is None:
            faults[place] = original.value if isinstance(original.value, str) else "="
    return RawRow(number, tuple(_text(cell) for cell in cells), faults)


def _text(cell: _Cell) -> str:
    match cell.value:
        case None:
            return ""
        case bool() as answer:
            return str(answer).lower()
        case int() | float() as number:
            return _number_text(number, shown_as=cell.number_format or "")
        case datetime() as moment:
            return _moment_text(moment)
        case str() as text:
            return _ESCAPED.sub(_sign, text).strip()
        case time_of_day:
            return str(time_of_day)


def _sign(escaped: re.Match[str]) -> str:
    sign = chr(int(escaped[1], 16))
    return sign if sign.isprintable() or sign in "\t\n" else ""


def _number_text(value: int | float, *, shown_as: str) -> str:
    if not isfinite(value):
        raise ValueError("a cell holds no finite number")
    number = Decimal(f"{value:.{_DIGITS}g}") if isinstance(value, float) else Decimal(value)
    if abs(number) >= _INEXACT:
        # The last digits are lost: written so, it is never taken for a whole code.
        return f"{number:.14E}"
    if _is_percent(shown_as):
        return f"{number.scaleb(2).normalize():f} %"
    text = f"{number:f}"
    # Codes kept as numbers: a postal code 1000 in the format 00000 is read as people see it.
    return text.zfill(len(shown_as)) if set(shown_as) == {"0"} else text


def _moment_text(moment: datetime) -> str:
    if moment.time() == time():
        return moment.date().isoformat()
    return moment.isoformat(sep=" ", timespec="seconds")


@lru_cache(maxsize=256)
def _is_percent(number_format: str) -> bool:
    return "%" in _LITERALS.sub("", number_format)


@contextmanager
def _damage_told(name: str) -> Iterator[None]:
    try:
        yield
    except _MALFORMED as problem:
        raise InputFileError("sheet.damaged", name=name) from problem
