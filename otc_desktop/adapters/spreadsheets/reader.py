"""Tables of customers, products and open invoices, out of CSV and XLSX files."""

from collections.abc import Iterable, Mapping, Sequence

from otc_desktop.adapters.spreadsheets.csv_table import DELIMITERS, csv_rows, decode
from otc_desktop.adapters.spreadsheets.header import KnownHeaders, find_header, read_below
from otc_desktop.adapters.spreadsheets.raw_table import RawRow, SheetLimits
from otc_desktop.adapters.spreadsheets.xlsx_package import (
    OLD_OFFICE_START,
    ZIP_START,
    refuse_old_office,
)
from otc_desktop.adapters.spreadsheets.xlsx_table import xlsx_tables
from otc_desktop.application.kernel.ports import Sheet
from otc_desktop.domain.shared.errors import InputFileError


class SpreadsheetReader:
    """The `SheetReader`: what a file is, its bytes say; its name is for messages only."""

    def __init__(self, limits: SheetLimits | None = None) -> None:
        self._limits = limits or SheetLimits()

    def read(self, content: bytes, *, name: str, aliases: Mapping[str, Sequence[str]]) -> Sheet:
        """The table, its headers translated to our column names.

        Titles may stand above the header, empty rows anywhere. In a CSV every row has as
        many fields as the header. Of an XLSX the first visible sheet with a known header
        is read.

        Args:
            content: the file's bytes.
            name: for messages only.
            aliases: our column name to the headers it may have.

        Raises:
            InputFileError: `sheet.empty`, `sheet.too_large`, `sheet.not_a_table`,
                `sheet.old_excel`, `sheet.password`, `sheet.damaged`, `sheet.hostile`,
                `sheet.expands_too_much`, `sheet.no_header`, `sheet.duplicate_header`,
                `sheet.broken_line`, `sheet.bad_cell`, `sheet.too_many_rows`,
                `sheet.too_many_columns`.
        """
        if len(content) > self._limits.file_bytes:
            raise InputFileError(
                "sheet.too_large",
                name=name,
                largest_megabytes=max(1, self._limits.file_bytes // 1_000_000),
            )
        known = KnownHeaders(aliases)
        if content.startswith(OLD_OFFICE_START):
            refuse_old_office(content, name=name)
        if content.startswith(ZIP_START):
            tables = xlsx_tables(content, name=name, limits=self._limits)
            return self._read_first(tables, known, name=name, same_width=False)
        text = decode(content, name=name)
        if not text.strip():
            raise InputFileError("sheet.empty", name=name)
        if text.lstrip().startswith("<"):  # XML, or a login page saved in place of the export
            raise InputFileError("sheet.not_a_table", name=name, line=1)
        delimiter = max(DELIMITERS, key=lambda mark: _recognised(text, mark, known))
        tables = iter([csv_rows(text, delimiter, name=name)])
        return self._read_first(tables, known, name=name, same_width=True)

    def _read_first(
        self,
        tables: Iterable[Iterable[RawRow]],
        known: KnownHeaders,
        *,
        name: str,
        same_width: bool,
    ) -> Sheet:
        for rows in tables:
            header = find_header(rows, known)
            if header is not None:
                return read_below(
                    header, known, name=name, limits=self._limits, same_width=same_width
                )
        raise InputFileError("sheet.no_header", name=name, expected=known.columns)


def _recognised(text: str, delimiter: str, known: KnownHeaders) -> int:
    header = find_header(csv_rows(text, delimiter, name="", strict=False), known)
    return 0 if header is None else header.recognised
