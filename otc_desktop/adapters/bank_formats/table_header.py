"""Which line of a bank's table is the header, and what its columns are."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from otc_desktop.adapters.bank_formats.table_text import TableRow, unwrapped, widths
from otc_desktop.adapters.bank_formats.written_values import (
    decimal_mark,
    looks_like_date,
    written_amount,
)
from otc_desktop.application.kernel.bank_tables import ALIASES, NO_HEADER, is_complete
from otc_desktop.application.kernel.import_mapping import (
    DecimalMark,
    ImportMapping,
    header_key,
    header_signature,
)
from otc_desktop.domain.shared.text import fold

_SEARCHED_ROWS = 60
_SAMPLED_ROWS = 200
_BRACKETS = re.compile(r"\([^)]*\)")
_MORE_TEXT = ("detail", "note")
# La Banque Postale still gives each amount in francs beside the euros.
_OLD_MONEY = re.compile(r"\b(?:francs?|frf)\b")
# LCL gives its table without a header: date, amount, kind, number, label and three blanks.
_LCL = ("date", "amount", "type", "bank_reference", "label", "", "")
_LCL_WIDTHS = range(5, 9)
_LCL_KINDS = frozenset("virement cheque carte divers prelevement retrait".split())


def _ranks() -> Mapping[str, tuple[str, int]]:
    ranks: dict[str, tuple[str, int]] = {}
    for column, headers in ALIASES.items():
        ranks.setdefault(header_key(column), (column, len(headers)))
    for column, headers in ALIASES.items():
        for rank, header in enumerate(headers):
            key = header_key(header)
            if key not in ranks or ranks[key][0] == column:
                ranks[key] = (column, rank)
    return ranks


_RANKS = _ranks()


@dataclass(frozen=True, slots=True)
class Header:
    """Where a table begins: its titles, what each column is, and the row under the header.

    `is_sure` says that nobody needs to be asked: by known headers, or by a mapping.
    """

    line: int
    titles: tuple[str, ...]
    columns: tuple[str, ...]
    first_row: int
    is_sure: bool
    mapping: ImportMapping | None = None


def find_header(
    rows: Sequence[TableRow], mappings: Sequence[ImportMapping], *, line: int = 0
) -> Header | None:
    """The header that a remembered mapping knows, else the one with most known words.

    Args:
        rows: the table.
        mappings: those remembered, or the one insisted on.
        line: where the header stands; 0 looks for it, `NO_HEADER` says there is none.
    """
    if not rows:
        return None
    if line == NO_HEADER:
        return _headless(rows, mappings)
    top = [
        (place, row)
        for place, row in enumerate(rows[:_SEARCHED_ROWS])
        if not row.is_empty and (not line or row.line == line)
    ]
    for place, row in top:
        titles = _titles(row)
        for mapping in mappings:
            if any(titles) and mapping.titles_match(titles):
                return Header(row.line, titles, mapping.columns, place + 1, True, mapping)
    best: Header | None = None
    for place, row in top:
        titles = _titles(row)
        columns = named_columns(titles)
        if best is None or len(set(columns)) > len(set(best.columns)):
            best = Header(row.line, titles, columns, place + 1, is_complete(columns))
    if best is not None and (line or best.is_sure):
        return best
    headless = _headless(rows, mappings)
    if headless is not None and (headless.is_sure or _is_data(rows[headless.first_row])):
        return headless
    return best


def named_columns(titles: Sequence[str]) -> tuple[str, ...]:
    """What each column is by its title; of two that say the same, the better title.

    A second text that says what a movement is about is more of its text.
    """
    hits = [_named(title) for title in titles]
    taken: dict[str, int] = {}
    for place, hit in enumerate(hits):
        if hit is None:
            continue
        rival = taken.get(hit[0])
        if rival is None or hit[1] < (hits[rival] or hit)[1]:
            taken[hit[0]] = place
    if "date" not in taken and "value_date" in taken:
        taken["date"] = taken.pop("value_date")
    for place, hit in enumerate(hits):
        if hit is not None and hit[0] == "label" and taken["label"] != place:
            free = next((each for each in _MORE_TEXT if each not in taken), None)
            if free is not None:
                taken[free] = place
    columns = [""] * len(titles)
    for column, place in taken.items():
        columns[place] = column
    return tuple(columns)


def _named(title: str) -> tuple[str, tuple[int, int]] | None:
    """Our column and how well its title fits: as it is, else without what is in brackets."""
    if _OLD_MONEY.search(fold(title)):
        return None
    for without, text in enumerate((title, _BRACKETS.sub("", title))):
        key = header_key(text)
        if key and key in _RANKS:
            column, rank = _RANKS[key]
            return column, (without, rank)
    return None


def _titles(row: TableRow) -> tuple[str, ...]:
    width = len(row.cells)
    while width and not row.cells[width - 1]:
        width -= 1
    return tuple(unwrapped(cell) for cell in row.cells[:width])


def _headless(rows: Sequence[TableRow], mappings: Sequence[ImportMapping]) -> Header | None:
    """A table whose first line is a movement already."""
    first = next((place for place, row in enumerate(rows) if not row.is_empty), None)
    if first is None:
        return None
    width = widths(rows[first : first + _SAMPLED_ROWS])
    titles = ("",) * width
    for mapping in mappings:
        if header_signature(mapping.titles) == header_signature(titles):
            return Header(0, titles, mapping.columns, first, True, mapping)
    if width in _LCL_WIDTHS and _is_lcl(rows[first].cells):
        return Header(0, titles, (*_LCL, *("",) * width)[:width], first, True)
    return Header(0, titles, _by_content(rows[first : first + _SAMPLED_ROWS], width), first, False)


def _is_lcl(cells: Sequence[str]) -> bool:
    return (
        len(cells) > 4
        and looks_like_date(cells[0])
        and _is_number(cells[1])
        and fold(cells[2]) in _LCL_KINDS
        and bool(cells[4])
    )


def _is_data(row: TableRow) -> bool:
    return any(looks_like_date(cell) for cell in row.cells)


def _is_number(cell: str) -> bool:
    mark = decimal_mark([cell])
    return bool(cell) and written_amount(cell, mark or DecimalMark.COMMA) is not None


def _by_content(rows: Sequence[TableRow], width: int) -> tuple[str, ...]:
    """A suggestion for a person to look at: the first dates, the first numbers, the most text."""
    columns = [""] * width
    cells = [[row.cells[at] for row in rows if at < len(row.cells)] for at in range(width)]
    filled = [[cell for cell in column if cell] for column in cells]
    dates = [at for at in range(width) if filled[at] and all(map(looks_like_date, filled[at]))]
    numbers = [
        at
        for at in range(width)
        if filled[at]
        and at not in dates
        and all(map(_is_number, filled[at]))
        and decimal_mark(filled[at]) not in (None, DecimalMark.AUTO)
    ]
    for at, name in zip(dates, ("date", "value_date"), strict=False):
        columns[at] = name
    if numbers:
        columns[numbers[0]] = "amount"
    texts = [at for at in range(width) if at not in dates and at not in numbers]
    if texts:
        longest = max(texts, key=lambda at: sum(map(len, filled[at])))
        columns[longest] = "label"
    return tuple(columns)
