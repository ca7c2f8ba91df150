"""XML from outside, made safe to parse: one encoding, no document type, no entity."""

import codecs
import re

from otc_desktop.domain.shared.errors import InputFileError

_DECLARED_ENCODING = re.compile(
    rb"""\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']"""
)
_DOCUMENT_TYPE = re.compile(rb"<!\s*(?:doctype|entity)", re.IGNORECASE)
# A two-byte UTF-8 sequence: where one stands, a file that is not UTF-8 is a mixture.
_UTF8_PAIR = re.compile(rb"[\xc3-\xdf][\x80-\xbf]")
_C1_CONTROLS = re.compile(rb"[\x80-\x9f]")

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE_STARTS = (
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_SINGLE_BYTE = frozenset({"iso8859-1", "iso8859-15", "cp1252"})


def safe_utf8(content: bytes) -> tuple[bytes, bool]:
    """The document as UTF-8, and whether its declared encoding was wrong.

    No bank sends a document type, and it is the door of every entity attack; it is looked
    for after decoding, so that no encoding can hide it.

    Raises:
        InputFileError: `bank_file.dtd_forbidden`, `bank_file.unknown_encoding`,
            `bank_file.bad_encoding`.
    """
    text, redecoded = _decoded(content)
    found = _DOCUMENT_TYPE.search(text)
    if found:
        raise InputFileError(
            "bank_file.dtd_forbidden", line=text.count(b"\n", 0, found.start()) + 1
        )
    return text, redecoded


def _decoded(content: bytes) -> tuple[bytes, bool]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _strict(content[len(mark) :], encoding), False
    for start, encoding in _WIDE_STARTS:
        if content.startswith(start):
            return _strict(content, encoding), False
    # XML wants its declaration first of all; a line end before it is a harmless slip.
    content = content.lstrip()
    declared = _declared(content)
    if declared in _SINGLE_BYTE:
        return _single_byte(content, declared), False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as problem:
        return _really_windows_1252(content, problem), True
    # Declared as UTF-16 but written byte by byte: what was declared is wrong all the same.
    return content, declared not in {"utf-8", "ascii"}


def _declared(content: bytes) -> str:
    match = _DECLARED_ENCODING.match(content)
    if match is None:
        return "utf-8"
    name = match[1].decode("ascii")
    try:
        known = codecs.lookup(name).name
    except LookupError:
        known = ""
    if known in {"utf-8", "ascii"} | _SINGLE_BYTE or known.startswith(("utf-16", "utf-32")):
        return known
    raise InputFileError("bank_file.unknown_encoding", encoding=name)


def _strict(content: bytes, encoding: str) -> bytes:
    try:
        return content.decode(encoding).encode("utf-8")
    except UnicodeError as problem:
        raise InputFileError("bank_file.bad_encoding", encoding=encoding) from problem


def _single_byte(content: bytes, encoding: str) -> bytes:
    # French Windows programs say ISO-8859-1 and mean Windows-1252 (œ, €): where bytes stand
    # that only the latter gives a meaning, it is the latter.
    if encoding == "iso8859-1" and _C1_CONTROLS.search(content):
        try:
            return content.decode("cp1252").encode("utf-8")
        except UnicodeDecodeError:
            return _strict(content, encoding)
    return _strict(content, encoding)


def _really_windows_1252(content: bytes, problem: UnicodeDecodeError) -> bytes:
    line = content.count(b"\n", 0, problem.start) + 1
    if _UTF8_PAIR.search(content):
        # Part of it is UTF-8: reading the rest as Windows-1252 would garble those accents.
        raise InputFileError("bank_file.bad_encoding", line=line, encoding="utf-8") from problem
    try:
        return content.decode("cp1252").encode("utf-8")
    except UnicodeDecodeError:
        raise InputFileError("bank_file.bad_encoding", line=line, encoding="utf-8") from problem
