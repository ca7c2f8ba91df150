"""A table as it stands in a file, before anyone knows what its columns are."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SheetLimits:
    """How much of a file is read before it is refused; a take-over has far less.

    `expanded_bytes` is the sum of the parts of an XLSX once unpacked, `part_bytes` the
    largest part that is read into memory whole (texts, styles). `scanned_cells` and
    `scanned_rows` count empty ones too: a file may claim them by the million for nothing.
    """

    file_bytes: int = 50_000_000
    expanded_bytes: int = 300_000_000
    part_bytes: int = 50_000_000
    rows: int = 200_000
    columns: int = 200
    scanned_rows: int = 1_048_576
    scanned_cells: int = 20_000_000


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row of texts; `number` is its line in the file, 1-based.

    `faults` names, by position, cells that have no usable value, and what stands there.
    """

    number: int
    cells: tuple[str, ...]
    faults: Mapping[int, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        return not self.faults and not any(self.cells)
