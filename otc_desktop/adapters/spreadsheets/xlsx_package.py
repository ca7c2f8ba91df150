"""An XLSX file as a package of parts: whether it is safe to unpack."""

import io
import re
import zipfile
import zlib

from otc_desktop.adapters.spreadsheets.raw_table import SheetLimits
from otc_desktop.domain.shared.errors import InputFileError

ZIP_START = b"PK\x03\x04"
OLD_OFFICE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKBOOK = "xl/workbook.xml"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_PARTS = 2_000
_PROLOG_BYTES = 16_384
_SHEET_FOLDER = "xl/worksheets/"
# What stands before the root element of an honest part; a DOCTYPE is none of it.
_SKIPPED = ((b"<?", b"?>"), (b"<!--", b"-->"))
_FORMULA = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?f[\s/>]")
_PIECE = 1_048_576
# What zipfile raises for a package that was cut, altered, encrypted or packed unusually.
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)


def refuse_old_office(content: bytes, *, name: str) -> None:
    """Say what the container of the nineties holds: an XLS, or an XLSX under a password.

    Raises:
        InputFileError: always, `sheet.password` or `sheet.old_excel`.
    """
    raise InputFileError(
        "sheet.password" if _ENCRYPTED in content else "sheet.old_excel", name=name
    )


def check_package(content: bytes, *, name: str, limits: SheetLimits) -> None:
    """Refuse, before anything is unpacked, a package that would grow beyond the limits.

    The sizes looked at are those the package declares; unpacking never goes beyond them.

    Raises:
        InputFileError: `sheet.not_a_table`, `sheet.damaged`, `sheet.expands_too_much`, and
            `sheet.hostile` for a part with a document type (no spreadsheet program writes
            one; entities come in through it).
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            if _WORKBOOK not in package.namelist():
                raise InputFileError("sheet.not_a_table", name=name, line=None)
            if len(parts) > _MOST_PARTS:
                raise InputFileError("sheet.expands_too_much", name=name)
            _check_sizes(parts, name=name, limits=limits)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with package.open(part) as source:
                        _check_prolog(source.read(_PROLOG_BYTES), name=name)
    except DAMAGE as problem:
        raise InputFileError("sheet.damaged", name=name) from problem


def has_formulas(content: bytes) -> bool:
    """Whether any sheet of the package holds a formula."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for part in package.infolist():
            if not part.filename.startswith(_SHEET_FOLDER):
                continue
            with package.open(part) as source:
                before = b""
                while piece := source.read(_PIECE):
                    if _FORMULA.search(before + piece):
                        return True
                    before = piece[-100:]
    return False


def _check_sizes(parts: list[zipfile.ZipInfo], *, name: str, limits: SheetLimits) -> None:
    largest_whole = max(
        (part.file_size for part in parts if not part.filename.startswith(_SHEET_FOLDER)),
        default=0,
    )
    expanded = sum(part.file_size for part in parts)
    if expanded > limits.expanded_bytes or largest_whole > limits.part_bytes:
        raise InputFileError("sheet.expands_too_much", name=name)


def _check_prolog(head: bytes, *, name: str) -> None:
    rest = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    while True:
        for opening, closing in _SKIPPED:
            if rest.startswith(opening):
                end = rest.find(closing, len(opening))
                if end < 0:
                    raise InputFileError("sheet.hostile", name=name)
                rest = rest[end + len(closing) :].lstrip()
                break
        else:
            break
    # UTF-16 would end here too: it could hide a document type from this look.
    if not re.match(rb"<[A-Za-z_]", rest):
        raise InputFileError("sheet.hostile", name=name)
