"""Tables for spreadsheet programs, by format."""

from collections.abc import Iterable, Iterator, Sequence

from otc_desktop.adapters.spreadsheets.csv_writer import csv_chunks
from otc_desktop.adapters.spreadsheets.xlsx_writer import xlsx_chunks
from otc_desktop.application.kernel.sheets import CellValue, SheetColumn
from otc_desktop.domain.shared.errors import RuleError


class SpreadsheetWriter:
    """The `SheetWriter`."""

    def chunks(
        self,
        format: str,
        columns: Sequence[SheetColumn],
        rows: Iterable[Sequence[CellValue]],
        *,
        title: str,
    ) -> Iterator[bytes]:
        """The file's bytes, piece by piece.

        Raises:
            RuleError: `sheet.unknown_format`.
        """
        if format == "xlsx":
            return xlsx_chunks(columns, rows, title=title)
        if format == "csv":
            return csv_chunks(columns, rows)
        raise RuleError("sheet.unknown_format", format=format)
