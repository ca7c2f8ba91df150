"""A year's file on a real disk: a full one, and one of many lines."""

import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from otc_desktop.adapters.accounting_exports.registry import AccountingExports
from otc_desktop.adapters.spreadsheets.writer import SpreadsheetWriter
from otc_desktop.adapters.storage.files import LocalFiles
from otc_desktop.application.kernel.ledger_files import (
    ExportedFile,
    FecLine,
)
from otc_desktop.domain.shared.errors import ExternalError
from tests.support.fec_checker import check_fec
from tests.support.fec_lines import an_entry


def entries(count: int) -> Iterator[FecLine]:
    for number in range(1, count + 1):
        yield from an_entry(number, cents=number)


def export(count: int, folder: Path, format: str = "fec") -> ExportedFile:
    return AccountingExports(LocalFiles(), SpreadsheetWriter()).write(
        format, entries(count), folder=folder, siren="732829320", closing_on=date(2026, 12, 31)
    )


@pytest.fixture
def disk_of_a_megabyte() -> Iterator[None]:
    """A limit on file sizes makes the kernel refuse as a full disk does."""
    resource = pytest.importorskip("resource", reason="POSIX only")
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("format", ["fec", "csv", "xlsx"])
@pytest.mark.usefixtures("disk_of_a_megabyte")
def test_a_full_disk_leaves_the_older_file_alone(format: str, tmp_path: Path) -> None:
    older = export(1, tmp_path, format)
    content = older.path.read_bytes()

    with pytest.raises(ExternalError) as failure:
        export(20_000, tmp_path, format)

    assert failure.value.code == "files.disk_full"
    assert list(tmp_path.iterdir()) == [older.path]
    assert older.path.read_bytes() == content


def test_many_lines_are_sound_and_memory_stays_flat(tmp_path: Path) -> None:
    export(10, tmp_path)
    peaks = []
    for count in (3_000, 12_000):
        tracemalloc.start()
        exported = export(count, tmp_path)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[1] < peaks[0] + 200_000
    report = check_fec(exported.path)
    assert report.faults == []
    assert report.lines == exported.lines == 24_000
    assert report.debit * 100 == exported.debit_minor == exported.credit_minor


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ExternalError) as failure:
        export(1, tmp_path / "absent")

    assert failure.value.code == "files.not_writable"
