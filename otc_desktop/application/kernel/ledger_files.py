"""Files of entries, written for the bookkeeper and read from other programs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO, Protocol

from otc_desktop.domain.ledger.open_lines import LedgerLine


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedFile:
    """What an export wrote."""

    path: Path
    entries: int
    lines: int
    debit_minor: int
    credit_minor: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FecLine:
    """One line of the FEC (LPF art. A47 A-1): the 18 columns, amounts in euro cents."""

    journal_code: str
    journal_name: str
    entry_number: str
    entry_on: date
    account: str
    account_name: str
    auxiliary: str
    auxiliary_name: str
    piece: str
    piece_on: date
    label: str
    debit_minor: int
    credit_minor: int
    letter: str
    lettered_on: date | None
    posted_on: date
    currency_minor: int | None
    currency: str


class LedgerExports(Protocol):
    """Writers of accounting files."""

    def formats(self) -> Sequence[str]:
        """The names of the formats that can be written."""

    def write(
        self,
        format: str,
        lines: Iterable[FecLine],
        *,
        folder: Path,
        siren: str,
        closing_on: date,
        continuous: bool = True,
    ) -> ExportedFile:
        """Write the file atomically, in constant memory.

        In a FEC a gap in the entries' numbers is refused, unless `continuous` is False: a
        part of a year has holes where entries of its sequence are dated outside it.

        Raises:
            RuleError: `ledger.unknown_format`.
            ExternalError: `files.disk_full`, `files.not_writable`.
        """


class LedgerReader(Protocol):
    """Reader of the ledgers of other programs."""

    def lines(self, source: BinaryIO, *, name: str) -> Iterator[tuple[LedgerLine, int, int]]:
        """The lines of a FEC (LPF art. A47 A-1), each with debit and credit in cents.

        Raises:
            InputFileError: a `fec.*` code with line and column.
        """
