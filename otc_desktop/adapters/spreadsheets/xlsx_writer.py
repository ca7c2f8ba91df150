"""Tables as XLSX, written as they come: the same memory for ten rows and for a million.

The XML is written here because openpyxl, in its write-only mode, makes some 8,000 rows of
eight columns a second, and a temporary file as long as the table; this makes ten times
that, and none. Texts are inline strings: no text can ever be a formula.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain, islice
from typing import IO

from otc_desktop.adapters.spreadsheets.xlsx_parts import (
    HEADER_STYLE,
    STYLES,
    sheet_end,
    sheet_start,
    surrounding_parts,
)
from otc_desktop.application.kernel.sheets import CellKind, CellValue, SheetColumn

# The format's own limits.
MOST_ROWS = 1_048_576
_LONGEST_TEXT = 32_767
_LONGEST_TITLE = 31
# Faster than the default by half; such repetitive text loses little.
_COMPRESSION = 1
_ROWS_A_PIECE = 500
# Excel takes 1900 for a leap year: serial numbers are right from 1 March 1900 on.
_FIRST_DAY = date(1900, 3, 1)
_SERIAL_ZERO = date(1899, 12, 30).toordinal()
# Characters XML 1.0 doesn't have.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel reads _x0041_ as the letter A; the underscore itself is then written so.
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")


def xlsx_chunks(
    columns: Sequence[SheetColumn],
    rows: Iterable[Sequence[CellValue]],
    *,
    title: str,
    rows_a_sheet: int = MOST_ROWS,
) -> Iterator[bytes]:
    """The file's bytes. Rows beyond what a sheet holds go on to another one.

    Args:
        columns: in order.
        rows: consumed as the bytes are.
        title: of the sheet; signs that a title can't have are replaced.
        rows_a_sheet: how many rows a sheet may have, its header included.
    """
    sink = _Sink()
    titles: list[str] = []
    source = iter(rows)
    first = next(source, None)
    with zipfile.ZipFile(
        sink, "w", compression=zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION
    ) as package:
        while first is not None or not titles:
            titles.append(_sheet_title(title, len(titles) + 1))
            begun = () if first is None else (first,)
            here = islice(chain(begun, source), rows_a_sheet - 1)
            with package.open(f"xl/worksheets/sheet{len(titles)}.xml", "w") as part:
                for _ in _write_sheet(part, columns, here):
                    yield from sink.taken()
            first = next(source, None)
        for name, text in surrounding_parts(titles).items():
            package.writestr(name, text)
    yield from sink.taken()


class _Sink(io.RawIOBase):
    """Where the package is written: it can't seek back, so bytes may leave at once."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: object, /) -> int:
        data = bytes(memoryview(piece))  # type: ignore[arg-type]
        self._pieces.append(data)
        return len(data)

    def taken(self) -> Iterator[bytes]:
        if self._pieces:
            whole = b"".join(self._pieces)
            self._pieces.clear()
            yield whole


def _write_sheet(
    part: IO[bytes], columns: Sequence[SheetColumn], rows: Iterable[Sequence[CellValue]]
) -> Iterator[None]:
    """Writes the sheet, stopping now and then so that its bytes can be taken."""
    letters = [_column_letters(place) for place in range(1, len(columns) + 1)]
    header = "".join(
        f'<c r="{letter}1" s="{HEADER_STYLE}" t="inlineStr"><is><t xml:space="preserve">'
        f"{_escaped(column.title)}</t></is></c>"
        for letter, column in zip(letters, columns, strict=True)
    )
    part.write(sheet_start(widths=[column.width for column in columns]).encode())
    part.write(f'<row r="1">{header}</row>'.encode())
    cells = [
        (f'<c r="{letter}', _WRITTEN_AS[column.kind], f'" s="{STYLES[column.kind]}"')
        for letter, column in zip(letters, columns, strict=True)
    ]
    number = 1
    piece: list[str] = []
    for number, row in enumerate(rows, start=2):
        piece.append(f'<row r="{number}">')
        for (start, written, style), value in zip(cells, row, strict=True):
            if value is not None and value != "":
                piece.append(f"{start}{number}{style}{written(value)}")
        piece.append("</row>")
        if number % _ROWS_A_PIECE == 0:
            part.write("".join(piece).encode())
            piece.clear()
            yield
    part.write("".join(piece).encode())
    part.write(sheet_end(last_cell=f"{letters[-1]}{number}").encode())
    yield


def _text(value: CellValue) -> str:
    return f' t="inlineStr"><is><t xml:space="preserve">{_escaped(str(value))}</t></is></c>'


def _number(value: CellValue) -> str:
    if isinstance(value, Decimal):
        return f"><v>{value:f}</v></c>"
    if isinstance(value, int):
        return f"><v>{value}</v></c>"
    return _text(value)


def _day(value: CellValue) -> str:
    if isinstance(value, date) and value >= _FIRST_DAY:
        return f"><v>{value.toordinal() - _SERIAL_ZERO}</v></c>"
    return _text(value)


_WRITTEN_AS: dict[CellKind, Callable[[CellValue], str]] = {
    CellKind.TEXT: _text,
    CellKind.DATE: _day,
    CellKind.EUROS: _number,
    CellKind.AMOUNT: _number,
    CellKind.INTEGER: _number,
    CellKind.NUMBER: _number,
}


def _escaped(text: str) -> str:
    text = text[:_LONGEST_TEXT]
    if not text.isprintable():
        text = _FORBIDDEN.sub("", text)
    if "_x" in text:
        text = _LOOKS_ESCAPED.sub("_x005F_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _sheet_title(title: str, number: int) -> str:
    end = "" if number == 1 else f" ({number})"
    lawful = _FORBIDDEN.sub("", _NOT_IN_TITLES.sub(" ", title)).strip(" '") or "Table"
    return _escaped(lawful[: _LONGEST_TITLE - len(end)] + end).replace('"', "&quot;")


def _column_letters(place: int) -> str:
    letters = ""
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
