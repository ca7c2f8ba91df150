"""Finding the header of a table among what stands above it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from otc_desktop.adapters.spreadsheets.raw_table import RawRow
from otc_desktop.application.kernel.import_mapping import header_key

# Titles, a company's name and a date stand above a table; not fifty lines of them.
_SEARCHED_ROWS = 50
# One word in common with a table happens in any text.
_FEWEST_HEADERS = 2


class KnownHeaders:
    """The headers an import understands, compared by their letters and digits alone.

    Case, accents, spaces, apostrophes, underscores and other signs make no difference:
    «N° de TVA», "no_de_tva" and "N.DE TVA" are the same header. A column's own name is
    always one of its headers.
    """

    def __init__(self, aliases: Mapping[str, Sequence[str]]) -> None:
        self._columns = {header_key(column): column for column in aliases}
        for column, headers in aliases.items():
            for header in headers:
                self._columns.setdefault(header_key(header), column)
        self.columns = tuple(aliases)
        self.fewest = min(_FEWEST_HEADERS, len(aliases))

    def column(self, header: str) -> str | None:
        """Our name of the column, or None."""
        return self._columns.get(header_key(header))

    def recognised(self, row: RawRow) -> int:
        """How many different columns of ours the row's cells name."""
        return len({found for cell in row.cells if cell and (found := self.column(cell))})


@dataclass(frozen=True, slots=True)
class FoundHeader:
    """A header row, how many columns of ours it names, and the rows below it."""

    row: RawRow
    recognised: int
    below: Iterator[RawRow]


def find_header(rows: Iterable[RawRow], known: KnownHeaders) -> FoundHeader | None:
    """The first row with the most known headers among those at the top.

    Where no row has enough of them, the first of the widest rows: a table of another
    program, whose columns a person may name. None for a sheet without any row.
    """
    source = iter(rows)
    top: list[RawRow] = []
    best = most = widest = widest_at = 0
    for row in source:
        if row.is_empty:
            continue
        recognised = known.recognised(row)
        width = sum(1 for cell in row.cells if cell)
        if recognised > most:
            best, most = len(top), recognised
        if width > widest:
            widest, widest_at = width, len(top)
        top.append(row)
        if len(top) == _SEARCHED_ROWS:
            break
    if not top:
        return None
    if most < known.fewest:
        best, most = widest_at, 0
    return FoundHeader(top[best], most, chain(top[best + 1 :], source))


def header_at(rows: Iterable[RawRow], line: int, known: KnownHeaders) -> FoundHeader | None:
    """The row on that line, or the first one after it."""
    source = iter(rows)
    for row in source:
        if row.number >= line and not row.is_empty:
            return FoundHeader(row, known.recognised(row), source)
    return None


def without_empty_end(cells: Sequence[str]) -> Sequence[str]:
    """The cells up to the last one with something in it."""
    width = len(cells)
    while width and not cells[width - 1]:
        width -= 1
    return cells[:width]
