"""Reading the FEC of another program, line by line; the file is not trusted.

Source: LPF art. A47 A-1. What the law leaves open (TAB or bar, three encodings, Debit and
Credit or Montant and Sens, CR or LF) is told from the file itself. What the law forbids is
refused with its line, but for what can mean one thing only: other orders of columns, more
columns, empty optional fields, and a semicolon between fields.
"""

import codecs
import io
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import BinaryIO

from otc_desktop.application.kernel.import_mapping import header_key
from otc_desktop.domain.ledger.open_lines import LedgerLine
from otc_desktop.domain.shared.errors import InputFileError

_LONGEST_LINE = 20_000
_PIECE = 1_048_576
_SEPARATORS = ("\t", "|", ";")
_NEEDED = ("journalcode", "ecriturenum", "ecrituredate", "comptenum")
_AMOUNT = re.compile(r"([+-]?)([0-9]{1,13})(?:,([0-9]{1,2})0*)?([+-]?)")
_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_ACCOUNT = re.compile(r"[0-9]{3}[0-9A-Za-z._-]*")
# Bytes that only Windows-1252 uses for letters; in ISO 8859-15 they are control codes.
_WINDOWS_ONLY = re.compile(rb"[\x80-\x9f]")
_SIDES = {"D": 1, "C": -1, "+1": 1, "1": 1, "-1": -1, "DEBIT": 1, "CREDIT": -1}


def read_fec(source: BinaryIO, *, name: str) -> Iterator[tuple[LedgerLine, int, int]]:
    """The lines, each with its debit and credit in cents, in constant memory.

    Args:
        source: the file, which is read twice: for its encoding, then for its lines.
        name: for messages only.

    Raises:
        InputFileError: `fec.not_a_fec`, `fec.broken_line`, `fec.bad_amount`,
            `fec.bad_date`, `fec.bad_account`, `fec.both_sides`, `fec.bad_side`,
            `fec.missing_value`, each with its line.
    """
    encoding = _encoding(source, name)
    text = io.TextIOWrapper(source, encoding=encoding, errors="replace", newline=None)
    try:
        header = text.readline(_LONGEST_LINE).lstrip("\ufeff").rstrip("\n")
        separator = max(_SEPARATORS, key=header.count)
        titles = [header_key(_unquoted(title)) for title in header.split(separator)]
        ending = 0
        while titles and not titles[-1]:
            titles.pop()
            ending += 1
        reader = _LineReader(titles, separator, name, ending)
        number = 1
        while line := text.readline(_LONGEST_LINE):
            number += 1
            if len(line) >= _LONGEST_LINE:
                raise InputFileError("fec.broken_line", line=number, name=name)
            if line.strip(" \n\t|;\x1a"):
                yield reader.read(line.rstrip("\n"), number)
    finally:
        text.detach()


class _LineReader:
    """Reads lines under a header; `ending` is how many separators stand after its last title."""

    def __init__(self, titles: list[str], separator: str, name: str, ending: int) -> None:
        self._ending = ending
        self._separator = separator
        self._name = name
        self._width = len(titles)
        self._places: Mapping[str, int] = {title: place for place, title in enumerate(titles)}
        has_sides = "debit" in self._places and "credit" in self._places
        has_amount = "montant" in self._places and "sens" in self._places
        if any(each not in self._places for each in _NEEDED) or not (has_sides or has_amount):
            raise InputFileError("fec.not_a_fec", line=1, name=name)
        self._amounts = self._two_sides if has_sides else self._amount_and_side

    def read(self, text: str, number: int) -> tuple[LedgerLine, int, int]:
        fields = text.split(self._separator)
        if '"' in text:
            fields = [_unquoted(each) for each in fields]
        if len(fields) > self._width and not "".join(fields[self._width :]).strip():
            # Only as many as the header has: one more could have shifted every field.
            del fields[len(fields) - min(self._ending, len(fields) - self._width) :]
        if len(fields) != self._width:
            raise self._refusal("fec.broken_line", number)

        def field(title: str) -> str:
            place = self._places.get(title)
            return "" if place is None else fields[place].strip()

        entry = field("ecriturenum")
        if not entry:
            raise self._refusal("fec.missing_value", number, column="EcritureNum")
        account = field("comptenum")
        if not _ACCOUNT.fullmatch(account):
            raise self._refusal("fec.bad_account", number, column="CompteNum", value=account)
        entry_on = self._day(field("ecrituredate"), number, "EcritureDate")
        if entry_on is None:
            raise self._refusal("fec.missing_value", number, column="EcritureDate")
        piece_on = self._day(field("piecedate"), number, "PieceDate")
        for title, column in (("datelet", "DateLet"), ("validdate", "ValidDate")):
            self._day(field(title), number, column)
        debit, credit = self._amounts(field, number)
        line = LedgerLine(
            line=number,
            journal=field("journalcode"),
            entry=entry,
            entry_on=entry_on,
            account=account,
            account_name=field("comptelib"),
            auxiliary=field("compauxnum"),
            auxiliary_name=field("compauxlib"),
            piece=field("pieceref"),
            piece_on=piece_on,
            label=field("ecriturelib"),
            signed_minor=debit - credit,
            letter=field("ecriturelet"),
            currency=field("idevise").upper(),
        )
        return line, debit, credit

    def _two_sides(self, field: Callable[[str], str], number: int) -> tuple[int, int]:
        debit = self._amount(field("debit"), number, "Debit")
        credit = self._amount(field("credit"), number, "Credit")
        if debit and credit:
            raise self._refusal("fec.both_sides", number, column="Debit")
        return debit, credit

    def _amount_and_side(self, field: Callable[[str], str], number: int) -> tuple[int, int]:
        amount = self._amount(field("montant"), number, "Montant")
        side = _SIDES.get(field("sens").upper())
        if side is None:
            raise self._refusal("fec.bad_side", number, column="Sens", value=field("sens"))
        return (amount, 0) if side > 0 else (0, amount)

    def _amount(self, text: str, number: int, column: str) -> int:
        minor = _minor(text)
        if minor is None:
            raise self._refusal("fec.bad_amount", number, column=column, value=text)
        return minor

    def _day(self, text: str, number: int, column: str) -> date | None:
        if not text:
            return None
        day = _day(text)
        if day is None:
            raise self._refusal("fec.bad_date", number, column=column, value=text)
        return day

    def _refusal(
        self, code: str, line: int, *, column: str = "", value: str = ""
    ) -> InputFileError:
        return InputFileError(code, line=line, column=column or None, name=self._name, value=value)


def _encoding(source: BinaryIO, name: str) -> str:
    """UTF-8 where every byte fits, else Windows-1252 or ISO 8859-15 by what they don't share."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf8, is_windows = True, False
    while piece := source.read(_PIECE):
        if b"\0" in piece:
            raise InputFileError("fec.not_a_fec", line=None, name=name)
        if is_utf8:
            try:
                decoder.decode(piece)
            except UnicodeDecodeError:
                is_utf8 = False
        is_windows = is_windows or _WINDOWS_ONLY.search(piece) is not None
    source.seek(0)
    if is_utf8:
        return "utf-8"
    return "cp1252" if is_windows else "iso8859-15"


def _unquoted(text: str) -> str:
    bare = text.strip()
    return bare[1:-1].strip() if len(bare) > 1 and bare[0] == bare[-1] == '"' else bare


@lru_cache(maxsize=4096)
def _minor(text: str) -> int | None:
    if not text:
        return 0
    found = _AMOUNT.fullmatch(text)
    if found is None or (found[1] and found[4]):
        return None
    minor = int(found[2]) * 100 + int((found[3] or "").ljust(2, "0"))
    return -minor if "-" in (found[1], found[4]) else minor


@lru_cache(maxsize=4096)
def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


class FecFiles:
    """The `LedgerReader` of FEC files."""

    def lines(self, source: BinaryIO, *, name: str) -> Iterator[tuple[LedgerLine, int, int]]:
        """The lines of a FEC; see `read_fec`."""
        return read_fec(source, name=name)
