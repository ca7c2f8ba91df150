"""How the columns of a bank's table write their values, decided before any is read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from otc_desktop.adapters.bank_formats.table_header import Header
from otc_desktop.adapters.bank_formats.table_text import TableRow, unwrapped
from otc_desktop.adapters.bank_formats.written_values import (
    date_order,
    decimal_mark,
    written_amount,
)
from otc_desktop.application.kernel.import_mapping import DateOrder, DecimalMark, header_key
from otc_desktop.domain.shared.errors import InputFileError

_MOVED = ("amount", "debit", "credit")
_MONEY = (*_MOVED, "fee", "balance", "original_amount")
# Any of these in a header says that the file is French, where the day comes first.
_FRENCH = ("libelle", "montant", "debit", "credit", "solde", "operation", "valeur", "devise")


class Fields:
    """The cells of one row by what they are; what the row lacks is empty."""

    def __init__(self, line: int, texts: Mapping[str, str], faults: Sequence[str]) -> None:
        self.line = line
        self.faults = faults
        self._texts = texts

    def __getitem__(self, column: str) -> str:
        return self._texts.get(column, "")


@dataclass(frozen=True, slots=True)
class ColumnStyles:
    """The order of dates, the decimal mark of each column of money, the sign of debits."""

    dates: DateOrder
    value_dates: DateOrder
    marks: Mapping[str, DecimalMark]
    debits_negative: bool


def fields_of(row: TableRow, columns: Sequence[str]) -> Fields:
    """A row's cells by column; a column mapped twice is read where it says something first."""
    texts: dict[str, str] = {}
    for column, cell in zip(columns, row.cells, strict=False):
        if column and not texts.get(column):
            texts[column] = unwrapped(cell)
    faults = [columns[place] for place in sorted(row.faults) if place < len(columns)]
    return Fields(row.line, texts, [each for each in faults if each])


def decide_styles(
    rows: Sequence[Fields], header: Header, *, dates: DateOrder, decimals: DecimalMark
) -> ColumnStyles:
    """What the values of each column show; `dates` and `decimals` insist where not AUTO.

    Raises:
        InputFileError: `bank_file.undecidable_amounts`, `.undecidable_dates`,
            `.mixed_signs`, naming the column.
    """
    marks = _marks(rows, header, decimals)
    french = any(mark is DecimalMark.COMMA for mark in marks.values()) or any(
        word in header_key(title) for title in header.titles for word in _FRENCH
    )
    return ColumnStyles(
        dates=_order(rows, "date", header, dates, french=french),
        value_dates=_order(rows, "value_date", header, dates, french=french),
        marks=marks,
        debits_negative=_debits_negative(rows, marks),
    )


def _marks(
    rows: Sequence[Fields], header: Header, decimals: DecimalMark
) -> Mapping[str, DecimalMark]:
    if decimals is not DecimalMark.AUTO:
        return dict.fromkeys(_MONEY, decimals)
    found = {
        column: decimal_mark(_texts(rows, column)) for column in _MONEY if column in header.columns
    }
    told = {
        mark
        for column, mark in found.items()
        if column in _MOVED and mark not in (None, DecimalMark.AUTO)
    }
    # Debit and credit are one column in two: what one shows, the other follows.
    neighbour = told.pop() if len(told) == 1 else None
    marks: dict[str, DecimalMark] = {}
    for column, mark in found.items():
        if mark is None and (neighbour is None or _contradicts(rows, column)):
            raise InputFileError("bank_file.undecidable_amounts", column=_title(header, column))
        chosen = mark if mark not in (None, DecimalMark.AUTO) else neighbour
        marks[column] = chosen or DecimalMark.COMMA
    return marks


def _contradicts(rows: Sequence[Fields], column: str) -> bool:
    """Whether single values of a column are sure, and of different minds."""
    sure = {decimal_mark([text]) for text in _texts(rows, column)} - {None, DecimalMark.AUTO}
    return len(sure) > 1


def _order(
    rows: Sequence[Fields], column: str, header: Header, dates: DateOrder, *, french: bool
) -> DateOrder:
    if dates is not DateOrder.AUTO:
        return dates
    found = date_order(_texts(rows, column), day_first=french)
    if found is None:
        raise InputFileError("bank_file.undecidable_dates", column=_title(header, column))
    return found


def _debits_negative(rows: Sequence[Fields], marks: Mapping[str, DecimalMark]) -> bool:
    """Whether debits are written as negative amounts.

    Raises:
        InputFileError: `bank_file.mixed_signs` where a column does both: one of them would
            be money coming back.
    """
    signs: dict[bool, int] = {}
    for row in rows:
        value = written_amount(row["debit"], marks.get("debit", DecimalMark.COMMA))
        if value:
            signs.setdefault(value < 0, row.line)
    if len(signs) > 1:
        raise InputFileError("bank_file.mixed_signs", line=max(signs.values()))
    return bool(signs.get(True))


def _texts(rows: Sequence[Fields], column: str) -> Iterable[str]:
    return (text for row in rows if (text := row[column]))


def _title(header: Header, column: str) -> str:
    place = header.columns.index(column)
    return header.titles[place] or str(place + 1)
