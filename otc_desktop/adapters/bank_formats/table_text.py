"""Tables in text files: their encoding, their separator, and their rows."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from otc_desktop.domain.shared.errors import InputFileError

DELIMITERS = (";", "\t", ",", "|")
# In the order in which they are believed where a file fits several.
ENCODINGS = ("utf-8", "cp1252", "cp850", "mac_roman", "iso8859-15", "utf-16")
_MARKS = {
    b"\xef\xbb\xbf": "utf-8",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}
_BY_LETTERS = ("cp1252", "cp850", "mac_roman")
# What French (and neighbours') texts hold beyond ASCII.
_USUAL = frozenset(
    "àâäáçéèêëíîïñóôöøúùûüÿœæåßÀÂÄÁÇÉÈÊËÍÎÏÑÓÔÖØÚÙÛÜŸŒÆÅ«»‹›€¤£§°º²³·’‘“”–—…\u00a0\u202f"
)
_END_OF_DOS_FILE = b"\x1a"
_LARGEST_FIELD = 100_000
_MOST_COLUMNS = 200
_MOST_ROWS = 500_000


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: `line` is where it begins in the file, 1-based.

    `faults` are columns without a usable value, such as a formula never worked out.
    """

    line: int
    cells: tuple[str, ...]
    faults: frozenset[int] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.faults and not any(self.cells)


def table_text(content: bytes, encoding: str = "") -> tuple[str, str, bool]:
    """The text, its encoding, and whether the encoding is a guess that somebody should check.

    A byte-order mark, then strict UTF-8, then Windows-1252 decide; where the letters that
    come out are none that French texts hold, the code pages of DOS and of old Macs are
    tried. `encoding` insists on one.

    Raises:
        InputFileError: `bank_file.bad_encoding` when the one insisted on does not fit.
    """
    content = content.rstrip(_END_OF_DOS_FILE)
    if encoding:
        try:
            return content.decode(encoding).removeprefix("\ufeff"), encoding, False
        except (UnicodeDecodeError, LookupError) as problem:
            raise InputFileError("bank_file.bad_encoding", encoding=encoding) from problem
    for mark, name in _MARKS.items():
        if content.startswith(mark):
            return content[len(mark) :].decode(name, errors="replace"), name, False
    try:
        return content.decode("utf-8"), "utf-8", False
    except UnicodeDecodeError:
        best = max(_BY_LETTERS, key=lambda name: _likeness(content, name))
        return content.decode(best, errors="replace"), best, best != "cp1252"


def table_rows(text: str, delimiter: str, *, strict: bool = True) -> Iterator[TableRow]:
    """Every row, the empty ones included; line ends inside a field become spaces.

    Args:
        text: the file.
        delimiter: one of `DELIMITERS`.
        strict: False for a first look, which ends at what can't be read.

    Raises:
        InputFileError: `bank_file.broken_line`, `bank_file.too_large`.
    """
    source = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    while True:
        line = source.line_num + 1
        try:
            cells = next(source)
        except StopIteration:
            return
        except csv.Error as problem:
            if not strict:
                return
            raise InputFileError("bank_file.broken_line", line=line) from problem
        if line > _MOST_ROWS or len(cells) > _MOST_COLUMNS:
            raise InputFileError("bank_file.too_large", line=line, limit=_MOST_ROWS)
        yield TableRow(line, tuple(" ".join(cell[:_LARGEST_FIELD].split()) for cell in cells))


def widths(rows: Sequence[TableRow]) -> int:
    """The number of columns: cells behind the last one ever filled don't count."""
    widest = 0
    for row in rows:
        filled = len(row.cells)
        while filled and not row.cells[filled - 1]:
            filled -= 1
        widest = max(widest, filled, *(place + 1 for place in row.faults), 0)
    return widest


def unwrapped(cell: str) -> str:
    """A cell without the `="…"` by which exports keep spreadsheets from eating zeros."""
    found = re.fullmatch(r'="?([^"]*)"?', cell)
    return found[1].strip() if found and '"' in cell else cell


def _likeness(content: bytes, encoding: str) -> int:
    """How many of the special letters are usual ones, those that are not counting double."""
    text = content.decode(encoding, errors="replace")
    special = [sign for sign in text if sign > "\x7f"]
    usual = sum(1 for sign in special if sign in _USUAL)
    return usual - 2 * (len(special) - usual)
