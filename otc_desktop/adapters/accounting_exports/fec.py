"""The file of accounting entries that the tax authority and every bookkeeper's program read.

Source: LPF art. A47 A-1, VII. Choices the law leaves open: TAB between fields, CR LF after
each line, UTF-8 without byte-order mark. TAB stands in no label, while `|` may; UTF-8 is
among the encodings the law names and the only one of them that can write every customer's
name.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from otc_desktop.application.kernel.ledger_files import (
    FecLine,
)
from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.errors import RuleError

HEADER = (
    "JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib"
    " PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise"
    " Idevise"
).split()
_SIREN = re.compile(r"[0-9]{9}")
_LINES_A_PIECE = 2_000
# The file has no quoting, so nothing in a text may look like the file's own signs: either
# of the two separators the law allows, or a line break of any kind. A quotation mark would
# open a quoted field in programs that read it as CSV.
_QUOTES = str.maketrans({'"': "'"})
_SIGNS = re.compile(r"[|\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")
# Fields that the authority's tool reports when empty.
_NEVER_EMPTY = {
    "JournalCode": "journal_code",
    "JournalLib": "journal_name",
    "EcritureNum": "entry_number",
    "CompteLib": "account_name",
    "PieceRef": "piece",
    "EcritureLib": "label",
}


def fec_file_name(siren: str, closing_on: date) -> str:
    """`SirenFECAAAAMMJJ.txt`, with the day on which the financial year closes (A47 A-1, X).

    Raises:
        RuleError: `ledger.export_needs_siren`.
    """
    if not _SIREN.fullmatch(siren):
        raise RuleError("ledger.export_needs_siren", siren=siren)
    return f"{siren}FEC{_day(closing_on)}.txt"


def fec_chunks(lines: Iterable[FecLine]) -> Iterator[bytes]:
    """The file's bytes, in pieces; lines are consumed as the bytes are.

    Raises:
        RuleError: `ledger.export_field_empty`.
    """
    piece = ["\t".join(HEADER), "\r\n"]
    for count, line in enumerate(lines, start=1):
        piece.append(_written(line))
        if count % _LINES_A_PIECE == 0:
            yield _bytes(piece)
            piece = []
    if piece:
        yield _bytes(piece)


def _bytes(piece: list[str]) -> bytes:
    # A lone half of a surrogate pair has no bytes; it must not stop a whole year's file.
    return "".join(piece).encode("utf-8", errors="replace")


def _written(line: FecLine) -> str:
    journal, journal_name = _text(line.journal_code), _text(line.journal_name)
    account_name, piece, label = _text(line.account_name), _text(line.piece), _text(line.label)
    if not (journal and journal_name and line.entry_number and account_name and piece and label):
        raise _empty_field(line)
    return (
        f"{journal}\t{journal_name}\t{_text(line.entry_number)}\t{_day(line.entry_on)}"
        f"\t{_text(line.account)}\t{account_name}"
        f"\t{_text(line.auxiliary)}\t{_text(line.auxiliary_name)}"
        f"\t{piece}\t{_day(line.piece_on)}\t{label}"
        f"\t{_euros(line.debit_minor)}\t{_euros(line.credit_minor)}"
        f"\t{_text(line.letter)}\t{_day(line.lettered_on)}\t{_day(line.posted_on)}"
        f"\t{_foreign_amount(line)}\r\n"
    )


def _empty_field(line: FecLine) -> RuleError:
    column = next(
        column for column, field in _NEVER_EMPTY.items() if not _text(getattr(line, field))
    )
    return RuleError("ledger.export_field_empty", column=column, number=line.entry_number)


def _text(text: str) -> str:
    # Most texts are plain: looking is faster than replacing.
    if text.isprintable() and '"' not in text and "|" not in text:
        return text.strip()
    return _cleaned(text)


def _cleaned(text: str) -> str:
    return _SIGNS.sub(" ", text.translate(_QUOTES)).strip()


def _euros(minor: int) -> str:
    return f"{minor // 100},{minor % 100:02d}"


@lru_cache(maxsize=1024)
def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat().replace("-", "")


def _foreign_amount(line: FecLine) -> str:
    """The last two columns: empty for euros, else signed as the line's side (debit plus)."""
    if line.currency_minor is None or line.currency in ("", EUR.code):
        return "\t"
    digits = Currency(line.currency).digits
    minor = abs(line.currency_minor)
    sign = "-" if line.credit_minor and minor else ""
    whole, rest = divmod(minor, 10**digits)
    decimals = f",{rest:0{digits}d}" if digits else ""
    return f"{sign}{whole}{decimals}\t{line.currency}"
