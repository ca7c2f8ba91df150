"""Tables read as an import reads them, without a database behind it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from otc_desktop.adapters.spreadsheets.raw_table import SheetLimits
from otc_desktop.adapters.spreadsheets.reader import SpreadsheetReader
from otc_desktop.application.kernel.import_table import (
    ImportedTable,
    mapping_from_headers,
    read_rows,
)
from otc_desktop.application.kernel.imports import CellKind, ImportKind, ImportTable
from otc_desktop.domain.shared.errors import InputFileError


def read_table_of(
    content: bytes,
    *,
    name: str,
    aliases: Mapping[str, Sequence[str]],
    cells: Mapping[str, CellKind] | None = None,
    limits: SheetLimits | None = None,
    sheet: str = "",
) -> ImportedTable:
    """The table, its columns by their headers."""
    kind = ImportKind(name="test", aliases=aliases, cells=cells or {})
    table = SpreadsheetReader(limits).table(content, name=name, aliases=aliases, sheet=sheet)
    mapping, remarks = mapping_from_headers(kind, table, aliases, name=name)
    return read_rows(kind, table, mapping, ImportTable(path=Path(name)), remarks=remarks)


def read_sound_table(
    content: bytes,
    *,
    name: str,
    aliases: Mapping[str, Sequence[str]],
    limits: SheetLimits | None = None,
) -> ImportedTable:
    """The table, or the first fault of its rows, raised where it stands."""
    table = read_table_of(content, name=name, aliases=aliases, limits=limits)
    for row in table.rows:
        for fault in row.faults:
            params = {key: value for key, value in fault.params.items() if key != "line"}
            raise InputFileError(fault.code, line=row.number, column=fault.where, **params)
    return table
