"""Tables that leave as files for spreadsheet programs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

CellValue = str | int | Decimal | date | None


class CellKind(StrEnum):
    """How a column's values are written and shown.

    `EUROS` are amounts with two decimals and the euro sign, `AMOUNT` the same without the
    sign (the currency stands in another column), `INTEGER` counts, `NUMBER` anything else.
    """

    TEXT = "text"
    DATE = "date"
    EUROS = "euros"
    AMOUNT = "amount"
    INTEGER = "integer"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: the heading people read, what it holds, its width in characters."""

    title: str
    kind: CellKind = CellKind.TEXT
    width: int = 16


class SheetWriter(Protocol):
    """Writes tables as CSV or XLSX, in constant memory; no text ever becomes a formula."""

    def chunks(
        self,
        format: str,
        columns: Sequence[SheetColumn],
        rows: Iterable[Sequence[CellValue]],
        *,
        title: str,
    ) -> Iterator[bytes]:
        """The file's bytes, piece by piece, for `FileStore.write_atomically`.

        Args:
            format: `csv` or `xlsx`.
            columns: in order; each row has one value a column, None for an empty cell.
            rows: consumed as the bytes are.
            title: the name of the sheet.
        """
