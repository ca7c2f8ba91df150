"""The rows under a header: broken lines marked, totals and repeated headers left out."""

import re
from collections.abc import Iterator, Sequence

from otc_desktop.adapters.spreadsheets.header import FoundHeader, without_empty_end
from otc_desktop.adapters.spreadsheets.raw_table import RawRow, SheetLimits
from otc_desktop.application.kernel.import_mapping import header_key
from otc_desktop.application.kernel.ports import RawTableRow
from otc_desktop.domain.shared.errors import InputFileError
from otc_desktop.domain.shared.text import fold

TOTALS = "import.totals_line"
HEADER_AGAIN = "import.header_again"
FOOT = "import.foot_line"
# From here on, a row with one cell is a title between the pages of a printed list.
_WIDE = 4
# «Total Énergies» is a customer.
_TOTAL = re.compile(
    r"(?:sous[ -]?)?(?:total|totaux)"
    r"(?: (?:general|generaux|ht|ttc|clients?|articles?|factures?|page|report|d[ue]s? .*))?\W*"
)
_IDENTIFIER = re.compile(r"(?:\d{9}|\d{14})")
_FOOT = re.compile(r"^(?:edite|imprime|exporte|page|fin de|nombre de|nb de|printed|end of)\b")
_FIGURE = re.compile(r"[-+\d\s.,'%€$()\u2212eurEUR]*")
# How spreadsheet programs, French and English, say that a formula failed.
_ERROR_CELLS = frozenset(
    "#N/A #N/D #NA #REF! #VALUE! #VALEUR! #NAME? #NOM? #DIV/0! #NULL! #NUL! #NUM! #NOMBRE!"
    " #SPILL! #CALC! #PROPAGATION!".split()
)


class TableRows:
    """Reads what stands under a header.

    Args:
        header: where the table begins.
        name: the file's name, for messages.
        limits: how many rows and columns are taken.
        same_width: whether a row with fewer or more fields than the header is broken; so
            it is in a text file, where a lost separator shifts every value after it.
    """

    def __init__(
        self, header: FoundHeader, *, name: str, limits: SheetLimits, same_width: bool
    ) -> None:
        self.titles = tuple(without_empty_end(header.row.cells))
        if len(self.titles) > limits.columns:
            raise InputFileError(
                "sheet.too_many_columns", name=name, line=header.row.number, limit=limits.columns
            )
        self.skipped: list[tuple[int, str]] = []
        self._header = header
        self._name = name
        self._limits = limits
        self._same_width = same_width
        self._keys = [header_key(title) for title in self.titles]

    def read(self) -> list[RawTableRow]:
        """Every row; lines that are none are noted in `skipped`.

        Raises:
            InputFileError: `sheet.too_many_rows`, and what reading on meets.
        """
        rows: list[RawTableRow] = []
        for row in self._rows():
            if len(rows) == self._limits.rows:
                raise InputFileError(
                    "sheet.too_many_rows", name=self._name, limit=self._limits.rows
                )
            rows.append(self._taken(row))
        return rows

    def _rows(self) -> Iterator[RawRow]:
        """Rows but for blanks, totals, feet, and page titles before a repeated header."""
        held: list[RawRow] = []
        for row in self._header.below:
            if row.is_empty:
                continue
            if self._is_header(row):
                self.skipped += [(each.number, HEADER_AGAIN) for each in (*held, row)]
                held = []
            elif reason := self._no_row(row):
                self.skipped.append((row.number, reason))
            elif len(self.titles) >= _WIDE and _filled(row) == 1 and not row.faults:
                held.append(row)
            else:
                yield from held
                held = []
                yield row
        yield from held

    def _is_header(self, row: RawRow) -> bool:
        cells = without_empty_end(row.cells)
        return len(cells) == len(self.titles) and [header_key(cell) for cell in cells] == self._keys

    def _no_row(self, row: RawRow) -> str:
        filled = [cell for cell in row.cells if cell]
        if not filled:
            return ""
        first, others = fold(filled[0]), filled[1:]
        if len(self.titles) > 1 and all(_is_figure(other) for other in others):
            if _TOTAL.fullmatch(first):
                return TOTALS
            if _FOOT.match(first):
                return FOOT
        return ""

    def _taken(self, row: RawRow) -> RawTableRow:
        width = len(self.titles)
        found = len(without_empty_end(row.cells))
        fields = None
        if self._same_width and (len(row.cells) < width or found > width):
            fields = max(found, min(len(row.cells), width))
        cells = _padded(row.cells, width)
        faults = {place: text for place, text in row.faults.items() if place < width}
        for place, cell in enumerate(cells):
            if cell.startswith("#") and cell.upper() in _ERROR_CELLS:
                faults.setdefault(place, cell)
        return RawTableRow(row.number, cells, faults, fields)


def _is_figure(cell: str) -> bool:
    return _FIGURE.fullmatch(cell) is not None and _IDENTIFIER.fullmatch(cell) is None


def _filled(row: RawRow) -> int:
    return sum(1 for cell in row.cells if cell)


def _padded(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells[:width], *("",) * (width - len(cells)))
