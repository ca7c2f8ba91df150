"""Readers of bank statement files, chosen by content."""

from collections.abc import Callable, Mapping, Sequence

from otc_desktop.adapters.bank_formats.archive import archive_members
from otc_desktop.adapters.bank_formats.camt import read_camt
from otc_desktop.adapters.bank_formats.cfonb120 import FORMAT as CFONB120
from otc_desktop.adapters.bank_formats.cfonb120 import read_cfonb120
from otc_desktop.adapters.bank_formats.detect import CAMT, ZIP, detect
from otc_desktop.adapters.bank_formats.mt94x import FORMAT as MT940
from otc_desktop.adapters.bank_formats.mt94x import read_mt94x
from otc_desktop.adapters.bank_formats.ofx import FORMAT as OFX
from otc_desktop.adapters.bank_formats.ofx import read_ofx
from otc_desktop.adapters.bank_formats.qif import FORMAT as QIF
from otc_desktop.adapters.bank_formats.qif import read_qif
from otc_desktop.adapters.bank_formats.tables import (
    CSV,
    XLSX,
    WorkbookRows,
    look_at_csv,
    look_at_workbook,
    read_csv,
    read_workbook,
)
from otc_desktop.application.kernel.bank_tables import LookChoices, ReadingChoices, TableLook
from otc_desktop.domain.banking.statement import ParsedStatement
from otc_desktop.domain.shared.errors import InputFileError

LARGEST_FILE = 64 * 1024 * 1024

Reader = Callable[[bytes], Sequence[ParsedStatement]]

# One line per format that can be read; its name is what `detect` answers.
_READERS: Mapping[str, Reader] = {
    CAMT: read_camt,
    CFONB120: read_cfonb120,
    OFX: read_ofx,
    MT940: read_mt94x,
}
# Known kinds of file that are no statement, and never will be one.
_NOT_STATEMENTS = frozenset({"html", "pdf", "pain", "cfonb240"})


class BankFormatRegistry:
    """Reads statement files of any supported format (the port `BankFormats`).

    Args:
        workbook: reads the sheets of an XLSX; without it, such files are refused.
    """

    def __init__(self, workbook: WorkbookRows | None = None) -> None:
        self._workbook = workbook

    def read(
        self,
        content: bytes,
        *,
        name: str,
        format: str = "auto",
        choices: ReadingChoices | None = None,
    ) -> Sequence[ParsedStatement]:
        """The statements in the file, or of all files in a ZIP.

        Args:
            content: the file's bytes.
            name: the file's name, for messages only; never trusted for the format.
            format: `auto`, or a format's name (`camt`, `camt.053` …) to insist on it.
            choices: what the file doesn't say, and the mappings remembered for tables.

        Raises:
            InputFileError: a `bank_file.*` or `sheet.*` code; nothing may be stored.
        """
        if len(content) > LARGEST_FILE:
            raise InputFileError("bank_file.too_large", file=name, limit=LARGEST_FILE)
        insisted, said = _insisted_on(format), choices or ReadingChoices()
        try:
            if detect(content) == ZIP:
                return self._read_archive(content, insisted, said)
            return self._read_one(content, insisted, said)
        except InputFileError as problem:
            raise _told_of(problem, file=name) from problem

    def look(self, content: bytes, *, name: str, choices: LookChoices) -> TableLook:
        """The beginning of a table (CSV, XLSX), and what its columns seem to be.

        Raises:
            InputFileError: as `read`; `bank_file.not_a_table` for another format.
        """
        try:
            if len(content) > LARGEST_FILE:
                raise InputFileError("bank_file.too_large", limit=LARGEST_FILE)
            kind = _kind(content, "")
            if kind == XLSX and self._workbook is not None:
                return look_at_workbook(content, choices, self._workbook)
            # A text of one column too few to be known for a table is still worth a look.
            if kind in {CSV, ""}:
                return look_at_csv(content, choices)
            raise InputFileError("bank_file.not_a_table", format=kind)
        except InputFileError as problem:
            raise _told_of(problem, file=name) from problem

    def _read_one(
        self, content: bytes, insisted: str, choices: ReadingChoices
    ) -> Sequence[ParsedStatement]:
        kind = _kind(content, insisted)
        if kind == QIF:
            return read_qif(content, choices)
        if kind == CSV:
            return read_csv(content, choices)
        if kind == XLSX and self._workbook is not None:
            return read_workbook(content, choices, self._workbook)
        if not kind:
            raise InputFileError("bank_file.unknown_format")
        reader = _READERS.get(kind)
        if reader is None:
            supported = ", ".join(sorted((*_READERS, QIF, CSV, XLSX)))
            raise InputFileError("bank_file.not_supported_yet", format=kind, supported=supported)
        return reader(content)

    def _read_archive(
        self, content: bytes, insisted: str, choices: ReadingChoices
    ) -> Sequence[ParsedStatement]:
        statements: list[ParsedStatement] = []
        members = 0
        for member, data in archive_members(content, largest=LARGEST_FILE):
            members += 1
            try:
                statements.extend(self._read_one(data, insisted, choices))
            except InputFileError as problem:
                raise _told_of(problem, member=member) from problem
        if not members:
            raise InputFileError("bank_file.empty")
        return statements


def _insisted_on(format: str) -> str:
    """The reader asked for by name; empty for `auto`."""
    wanted = format.strip().lower()
    if wanted in {"", "auto"}:
        return ""
    return CAMT if wanted.startswith(CAMT) else wanted


def _kind(content: bytes, insisted: str) -> str:
    """What the file is: empty when nothing fits.

    Raises:
        InputFileError: `bank_file.empty`, `bank_file.not_a_statement`.
    """
    if not content.strip(b"\x00\t\r\n\x0b\x0c "):
        raise InputFileError("bank_file.empty")
    kind = insisted or detect(content)
    if kind in _NOT_STATEMENTS:
        raise InputFileError("bank_file.not_a_statement", format=kind)
    return kind


def _told_of(problem: InputFileError, **more: str) -> InputFileError:
    """The same refusal, naming the file it is about."""
    known = {key: value for key, value in problem.params.items() if key not in {"line", "column"}}
    return InputFileError(
        problem.code, line=problem.line, column=problem.column, **{**more, **known}
    )
