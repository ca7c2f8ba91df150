"""Tables as CSV, as a French spreadsheet program opens them without a question."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from otc_desktop.application.kernel.sheets import CellValue, SheetColumn

# Semicolons, a decimal comma and the byte-order mark are what makes a double click right.
_DELIMITER = ";"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# A text that begins so is run as a formula when the file is opened; an apostrophe stops it.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_ROWS_A_PIECE = 1_000


def csv_chunks(
    columns: Sequence[SheetColumn], rows: Iterable[Sequence[CellValue]]
) -> Iterator[bytes]:
    """The file's bytes: UTF-8 with mark, `;`, CRLF, dates ISO, decimals with a comma."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=_DELIMITER, lineterminator="\r\n")
    yield _BYTE_ORDER_MARK
    writer.writerow([_text(column.title) for column in columns])
    for count, row in enumerate(rows, start=1):
        writer.writerow([_written(value) for value in row])
        if count % _ROWS_A_PIECE == 0:
            yield _taken_from(buffer)
    yield _taken_from(buffer)


def _taken_from(buffer: io.StringIO) -> bytes:
    piece = buffer.getvalue().encode("utf-8", errors="replace")
    buffer.seek(0)
    buffer.truncate()
    return piece


def _written(value: CellValue) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    return "" if value is None else str(value)


def _text(value: str) -> str:
    # Blanks before the sign don't keep a spreadsheet program from seeing a formula.
    if value.startswith(_FORMULA_STARTS) or value.lstrip().startswith(_FORMULA_STARTS):
        return "'" + value
    return value.replace("\0", "")
