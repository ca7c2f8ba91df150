"""Rows of a text file whose fields are parted by semicolons, tabs, commas or bars."""

import csv
import io
import re
from collections.abc import Iterator

from otc_desktop.adapters.spreadsheets.raw_table import RawRow
from otc_desktop.domain.shared.errors import InputFileError

DELIMITERS = (";", "\t", ",", "|")
# What no text file holds; form feed and vertical tab do occur in exports.
_JUNK = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_END_OF_DOS_FILE = b"\x1a"
# What Excel writes as «Texte Unicode».
_WIDE_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def decode(content: bytes, *, name: str) -> str:
    """The text: UTF-16 with its mark, UTF-8 with or without, else Windows-1252.

    Guessing more finely names Eastern European code pages for French files.

    Raises:
        InputFileError: `sheet.not_a_table` for what is no text.
    """
    if encoding := _WIDE_MARKS.get(content[:2]):
        return _decoded_wide(content[2:], encoding, name=name)
    content = content.rstrip(_END_OF_DOS_FILE)
    if junk := _JUNK.search(content):
        line = content.count(b"\n", 0, junk.start()) + 1
        raise InputFileError("sheet.not_a_table", name=name, line=line)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise InputFileError("sheet.not_a_table", name=name, line=line) from problem


def _decoded_wide(content: bytes, encoding: str, *, name: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as problem:
        raise InputFileError("sheet.not_a_table", name=name, line=None) from problem
    if _JUNK.search(text.encode()):
        raise InputFileError("sheet.not_a_table", name=name, line=None)
    return text


def csv_rows(text: str, delimiter: str, *, name: str, strict: bool = True) -> Iterator[RawRow]:
    """Every row, the empty ones included; a quoted field may hold line breaks.

    Args:
        text: the file.
        delimiter: one of `DELIMITERS`.
        name: the file's name, for messages.
        strict: False for a first look that only asks which delimiter it is: it ends at
            what can't be read.

    Raises:
        InputFileError: `sheet.broken_line` with the line where a quotation mark opens that
            is not closed as it should, or a field has no end.
    """
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    while True:
        number = lines.line_num + 1
        try:
            cells = next(lines)
        except StopIteration:
            return
        except csv.Error as problem:
            if not strict:
                return
            raise InputFileError("sheet.broken_line", name=name, line=number) from problem
        yield RawRow(number, tuple(cell.strip() for cell in cells))
