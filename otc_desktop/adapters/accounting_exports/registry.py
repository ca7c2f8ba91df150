"""Every accounting file that can be written, by name."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from otc_desktop.adapters.accounting_exports.entry_checks import Tally, checked
from otc_desktop.adapters.accounting_exports.fec import fec_chunks, fec_file_name
from otc_desktop.adapters.accounting_exports.ledger_table import COLUMNS, ledger_rows
from otc_desktop.application.kernel.ledger_files import (
    ExportedFile,
    FecLine,
)
from otc_desktop.application.kernel.ports import (
    FileStore,
)
from otc_desktop.application.kernel.sheets import SheetWriter
from otc_desktop.domain.shared.errors import RuleError

_FEC = "fec"
_TABLES = ("csv", "xlsx")


class AccountingExports:
    """The `LedgerExports`: entries are checked as they are written, in constant memory.

    Args:
        files: writes all or nothing, so that a refusal or a full disk leaves no file.
        sheets: writes the formats for spreadsheet programs.
    """

    def __init__(self, files: FileStore, sheets: SheetWriter) -> None:
        self._files = files
        self._sheets = sheets

    def formats(self) -> Sequence[str]:
        """The names of the formats that can be written."""
        return (_FEC, *_TABLES)

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
        """Write the file atomically, over one of the same name.

        Args:
            format: one of `formats()`.
            lines: in order of the entries' numbers, an entry's lines together.
            folder: exists; the file's name in it follows from format, SIREN and day.
            siren: the company's nine digits.
            closing_on: the last day of the financial year, or of the part of it.
            continuous: whether a gap in the numbers is refused in a FEC. In a part of a year
                entries dated outside it leave holes; the tables are never asked.

        Raises:
            RuleError: `ledger.unknown_format`, `ledger.export_needs_siren`,
                `ledger.unbalanced_entry`, `ledger.gap_in_entry_numbers`, `ledger.bad_line`,
                `ledger.bad_account`, `ledger.export_field_empty`; no file is left then.
            ExternalError: `files.disk_full`, `files.not_writable`.
        """
        if format not in self.formats():
            raise RuleError("ledger.unknown_format", format=format, known=self.formats())
        name = fec_file_name(siren, closing_on)
        tally, digest = Tally(), hashlib.sha256()
        if format == _FEC:
            chunks = fec_chunks(checked(lines, tally, continuous=continuous))
        else:
            name = f"{siren}-ecritures-{closing_on:%Y%m%d}.{format}"
            rows = ledger_rows(checked(lines, tally, continuous=False))
            chunks = self._sheets.chunks(format, COLUMNS, rows, title="Écritures")
        path = folder / name
        self._files.write_atomically(path, _seen_by(digest.update, chunks))
        return ExportedFile(
            path=path,
            entries=tally.entries,
            lines=tally.lines,
            debit_minor=tally.debit_minor,
            credit_minor=tally.credit_minor,
            sha256=digest.hexdigest(),
        )


def _seen_by(witness: Callable[[bytes], None], chunks: Iterable[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        witness(chunk)
        yield chunk
