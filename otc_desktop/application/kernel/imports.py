"""Importing a table of things: every row's fate, all or nothing unless asked otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from otc_desktop.application.kernel.import_mapping import ImportMapping
from otc_desktop.domain.shared.findings import Finding

LARGEST_FILE = 50_000_000
Aliases = Mapping[str, Sequence[str]]


class CellKind(StrEnum):
    """What the cells of a column hold, which decides how damage by spreadsheets is mended."""

    TEXT = "text"
    CODE = "code"
    AMOUNT = "amount"
    PERCENT = "percent"
    DATE = "date"
    POSTAL_CODE = "postal_code"
    SIREN = "siren"
    SIRET = "siret"
    VAT_NUMBER = "vat_number"
    IBAN = "iban"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportKind:
    """A kind of table that can be imported.

    `name` is the word of the console (`customers`); `aliases` gives each of our columns the
    headers other programs use; `cells` what a column holds (text unless named); `key` is
    the column that tells rows apart; `topics` are words that other programs put before a
    header, such as the «Article» of «Article - Libellé».
    """

    name: str
    aliases: Aliases
    cells: Mapping[str, CellKind] = field(default_factory=dict)
    key: str = "code"
    required: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()

    def cell_kind(self, column: str) -> CellKind:
        """What the column holds."""
        return self.cells.get(column, CellKind.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportTable:
    """Ask for a file to be taken in; the commands of all imports begin with this.

    `mapping` says which column is what; without one, the mapping remembered for files with
    these headers applies, and else what the headers say. `sheet` names a sheet of a
    workbook, `header_line` the line of the header where the program must not look itself.
    `constants` are values for columns that the file lacks or leaves empty.
    """

    path: Path
    dry_run: bool = False
    accept_partial: bool = False
    sheet: str = ""
    header_line: int = 0
    mapping: ImportMapping | None = None
    constants: Mapping[str, str] = field(default_factory=dict)


class Fate(StrEnum):
    """What becomes of a row."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a known thing that the row changes, as texts."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowFate:
    """What becomes of one row: its line, its key and name, what changes, and why not.

    `findings` are the reasons of a rejected row, and remarks on any other.
    """

    row: int
    fate: Fate
    key: str
    name: str = ""
    changes: tuple[FieldChange, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that can't be taken: its line in the file, the column, and why."""

    row: int
    column: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class SkippedLine:
    """A line under the header that is no row: `reason` is a code, such as `import.totals_line`."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of the rows; `applied` is False for a dry run or a refused file.

    `rows` is every row in the order of the file; `mapping` names the remembered mapping
    that was used; `ignored` are headers of columns nobody asked for.
    """

    created: int
    updated: int
    unchanged: int
    rejected: tuple[RejectedRow, ...]
    applied: bool
    rows: Sequence[RowFate] = ()
    skipped: tuple[SkippedLine, ...] = ()
    ignored: tuple[str, ...] = ()
    mapping: str = ""
    remarks: tuple[Finding, ...] = ()
