"""Importing a table of things: every row's fate, all or nothing unless asked otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from otc_desktop.domain.shared.findings import Finding

LARGEST_FILE = 50_000_000


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that can't be taken: its line in the file, the column, and why."""

    row: int
    column: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of the rows; `applied` is False for a dry run or a refused file."""

    created: int
    updated: int
    unchanged: int
    rejected: tuple[RejectedRow, ...]
    applied: bool


Aliases = Mapping[str, Sequence[str]]
