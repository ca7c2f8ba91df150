"""Tables of customers, products and open invoices, out of CSV and XLSX files."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from otc_desktop.adapters.spreadsheets.csv_table import DELIMITERS, csv_rows, decode
from otc_desktop.adapters.spreadsheets.header import (
    FoundHeader,
    KnownHeaders,
    find_header,
    header_at,
)
from otc_desktop.adapters.spreadsheets.raw_table import RawRow, SheetLimits
from otc_desktop.adapters.spreadsheets.table_rows import TableRows
from otc_desktop.adapters.spreadsheets.xlsx_package import (
    OLD_OFFICE_START,
    ZIP_START,
    refuse_old_office,
)
from otc_desktop.adapters.spreadsheets.xlsx_table import RowsOfSheet, open_workbook
from otc_desktop.application.kernel.ports import RawTable
from otc_desktop.domain.shared.errors import InputFileError

_LONGEST_GAP = 5_000


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a table is looked for by."""

    name: str
    known: KnownHeaders
    sheet: str
    header_line: int


class SpreadsheetReader:
    """The `SheetReader`: what a file is, its bytes say; its name is for messages only."""

    def __init__(self, limits: SheetLimits | None = None) -> None:
        self._limits = limits or SheetLimits()

    def table(
        self,
        content: bytes,
        *,
        name: str,
        aliases: Mapping[str, Sequence[str]],
        sheet: str = "",
        header_line: int = 0,
    ) -> RawTable:
        """The table whose header fits best, its rows as they stand in the file.

        Titles may stand above the header, empty rows anywhere; totals below it, and a
        header that comes again on each page, are left out and told. Of an XLSX the visible
        sheet with the most known headers is read.

        Args:
            content: the file's bytes.
            name: for messages only.
            aliases: our column name to the headers it may have.
            sheet: reads this sheet of a workbook.
            header_line: where the header stands; 0 lets it be found.

        Raises:
            InputFileError: `sheet.empty`, `sheet.too_large`, `sheet.not_a_table`,
                `sheet.old_excel`, `sheet.password`, `sheet.damaged`, `sheet.hostile`,
                `sheet.expands_too_much`, `sheet.unknown_sheet`, `sheet.broken_line` where
                a quotation mark is never closed, `sheet.too_many_rows`,
                `sheet.too_many_columns`.
        """
        if len(content) > self._limits.file_bytes:
            raise InputFileError(
                "sheet.too_large",
                name=name,
                largest_megabytes=max(1, self._limits.file_bytes // 1_000_000),
            )
        wanted = _Wanted(name, KnownHeaders(aliases), sheet, header_line)
        if content.startswith(OLD_OFFICE_START):
            refuse_old_office(content, name=name)
        if content.startswith(ZIP_START):
            return self._of_workbook(content, wanted)
        return self._of_text(decode(content, name=name), wanted)

    def sheets(
        self, content: bytes
    ) -> Sequence[Sequence[tuple[int, tuple[str, ...], frozenset[int]]]]:
        """The rows of each visible sheet: line, cells, and places without a usable value.

        Raises:
            InputFileError: as `table`, for a workbook that is damaged, hostile or too large.
        """
        found = []
        with open_workbook(content, name="", limits=self._limits) as sheets:
            for _, rows in sheets:
                taken: list[tuple[int, tuple[str, ...], frozenset[int]]] = []
                last = 0
                for row in rows():
                    if row.is_empty:
                        # A sheet may claim a million rows for the sake of their borders.
                        if row.number - last > _LONGEST_GAP:
                            break
                        continue
                    last = row.number
                    if len(taken) == self._limits.rows:
                        raise InputFileError(
                            "sheet.too_many_rows", name="", limit=self._limits.rows
                        )
                    taken.append((row.number, row.cells, frozenset(row.faults)))
                found.append(taken)
        return found

    def _of_text(self, text: str, wanted: _Wanted) -> RawTable:
        name = wanted.name
        if not text.strip():
            raise InputFileError("sheet.empty", name=name)
        if text.lstrip().startswith("<"):  # XML, or a login page saved in place of the export
            raise InputFileError("sheet.not_a_table", name=name, line=1)
        delimiter = max(DELIMITERS, key=lambda mark: _fit(text, mark, wanted))
        header = _header(csv_rows(text, delimiter, name=name), wanted)
        if header is None:
            raise InputFileError("sheet.empty", name=name)
        return self._read(header, name, same_width=True, sheet="", sheets=())

    def _of_workbook(self, content: bytes, wanted: _Wanted) -> RawTable:
        """Headers of all sheets first; the sheet that fits is then read from its beginning."""
        with open_workbook(content, name=wanted.name, limits=self._limits) as sheets:
            names = tuple(title for title, _ in sheets)
            chosen = self._chosen(sheets, wanted)
            header = None if chosen is None else _header(chosen[1](), wanted)
            if chosen is None or header is None:
                code = "sheet.unknown_sheet" if wanted.sheet and not chosen else "sheet.empty"
                raise InputFileError(code, name=wanted.name, sheet=wanted.sheet, sheets=names)
            return self._read(header, wanted.name, same_width=False, sheet=chosen[0], sheets=names)

    def _chosen(
        self, sheets: Sequence[tuple[str, RowsOfSheet]], wanted: _Wanted
    ) -> tuple[str, RowsOfSheet] | None:
        if wanted.sheet:
            return next((each for each in sheets if each[0] == wanted.sheet), None)
        best, most = None, -1
        for each in sheets:
            header = _header(each[1](), wanted)
            if header is not None and header.recognised > most:
                best, most = each, header.recognised
        return best

    def _read(
        self,
        header: FoundHeader,
        name: str,
        *,
        same_width: bool,
        sheet: str,
        sheets: tuple[str, ...],
    ) -> RawTable:
        reading = TableRows(header, name=name, limits=self._limits, same_width=same_width)
        rows = reading.read()
        return RawTable(
            sheet=sheet,
            sheets=sheets,
            header_line=header.row.number,
            titles=reading.titles,
            rows=rows,
            skipped=tuple(reading.skipped),
        )


def _header(rows: Iterable[RawRow], wanted: _Wanted) -> FoundHeader | None:
    if wanted.header_line:
        return header_at(rows, wanted.header_line, wanted.known)
    return find_header(rows, wanted.known)


def _fit(text: str, delimiter: str, wanted: _Wanted) -> tuple[int, int]:
    """How well a separator fits: known headers first, then the width of the header."""
    header = _header(csv_rows(text, delimiter, name="", strict=False), wanted)
    return (0, 0) if header is None else (header.recognised, sum(map(bool, header.row.cells)))
