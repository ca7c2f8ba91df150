"""Finding the header of a table, and reading the rows below by our column names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from otc_desktop.adapters.spreadsheets.raw_table import RawRow, SheetLimits
from otc_desktop.application.kernel.ports import Sheet, SheetRow
from otc_desktop.domain.shared.errors import InputFileError
from otc_desktop.domain.shared.text import fold

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
        self._columns = {_key(column): column for column in aliases}
        for column, headers in aliases.items():
            for header in headers:
                self._columns.setdefault(_key(header), column)
        self.columns = tuple(aliases)
        self.fewest = min(_FEWEST_HEADERS, len(aliases))

    def column(self, header: str) -> str | None:
        """Our name of the column, or None."""
        return self._columns.get(_key(header))

    def recognised(self, row: RawRow) -> int:
        """How many cells of the row are headers we know."""
        return sum(1 for cell in row.cells if cell and self.column(cell) is not None)


@dataclass(frozen=True, slots=True)
class FoundHeader:
    """A header row, how many of its cells are known, and the rows below it."""

    row: RawRow
    recognised: int
    below: Iterator[RawRow]


def find_header(rows: Iterable[RawRow], known: KnownHeaders) -> FoundHeader | None:
    """The first row with the most known headers among those at the top, if enough are."""
    source = iter(rows)
    top: list[RawRow] = []
    best = most = 0
    for row in source:
        if row.is_empty:
            continue
        recognised = known.recognised(row)
        if recognised > most:
            best, most = len(top), recognised
        top.append(row)
        if len(top) == _SEARCHED_ROWS:
            break
    if most < known.fewest:
        return None
    return FoundHeader(top[best], most, chain(top[best + 1 :], source))


def read_below(
    header: FoundHeader,
    known: KnownHeaders,
    *,
    name: str,
    limits: SheetLimits,
    same_width: bool,
) -> Sheet:
    """The table under a header.

    Args:
        header: where the table begins.
        known: the headers looked for.
        name: the file's name, for messages.
        limits: how many rows and columns are taken.
        same_width: whether a row with fewer or more fields than the header is broken; so
            it is in a text file, where a lost separator shifts every value after it.

    Raises:
        InputFileError: `sheet.duplicate_header`, `sheet.broken_line`, `sheet.bad_cell`,
            `sheet.too_many_rows`, `sheet.too_many_columns`.
    """
    titles = _without_empty_end(header.row.cells)
    if len(titles) > limits.columns:
        raise InputFileError(
            "sheet.too_many_columns", name=name, line=header.row.number, limit=limits.columns
        )
    places = _places(titles, header.row, known, name=name)
    rows: list[SheetRow] = []
    for row in header.below:
        if row.is_empty:
            continue
        if len(rows) == limits.rows:
            raise InputFileError("sheet.too_many_rows", name=name, limit=limits.rows)
        found = len(_without_empty_end(row.cells))
        if same_width and (len(row.cells) < len(titles) or found > len(titles)):
            raise InputFileError(
                "sheet.broken_line",
                name=name,
                line=row.number,
                expected=len(titles),
                found=max(found, min(len(row.cells), len(titles))),
            )
        rows.append(SheetRow(row.number, _values(row, places, titles, name=name)))
    return Sheet(
        columns=tuple(places),
        unknown_columns=tuple(title for title in titles if title and known.column(title) is None),
        rows=tuple(rows),
    )


def _places(
    titles: Sequence[str], row: RawRow, known: KnownHeaders, *, name: str
) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, title in enumerate(titles):
        column = known.column(title) if title else None
        if column is None:
            continue
        if column in places:
            raise InputFileError(
                "sheet.duplicate_header",
                name=name,
                line=row.number,
                column=title,
                first=titles[places[column]],
            )
        places[column] = place
    return places


def _values(
    row: RawRow, places: Mapping[str, int], titles: Sequence[str], *, name: str
) -> dict[str, str]:
    values: dict[str, str] = {}
    for column, place in places.items():
        if place in row.faults:
            raise InputFileError(
                "sheet.bad_cell",
                name=name,
                line=row.number,
                column=titles[place],
                value=row.faults[place],
            )
        values[column] = row.cells[place] if place < len(row.cells) else ""
    return values


def _without_empty_end(cells: Sequence[str]) -> Sequence[str]:
    width = len(cells)
    while width and not cells[width - 1]:
        width -= 1
    return cells[:width]


def _key(header: str) -> str:
    return "".join(letter for letter in fold(header) if letter.isalnum())
