"""The files that bookkeepers import: right, or not there."""

import csv
import hashlib
import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from otc_desktop.adapters.accounting_exports.registry import AccountingExports
from otc_desktop.adapters.spreadsheets.writer import SpreadsheetWriter
from otc_desktop.adapters.storage.files import LocalFiles
from otc_desktop.application.kernel.ledger_files import (
    ExportedFile,
    FecLine,
)
from otc_desktop.domain.shared.errors import RuleError
from tests.support.fec_checker import FecReport, check_fec
from tests.support.fec_lines import an_entry

CLOSING = date(2026, 12, 31)
SIREN = "732829320"


def export(
    lines: Iterable[FecLine],
    folder: Path,
    *,
    format: str = "fec",
    siren: str = SIREN,
    continuous: bool = True,
) -> ExportedFile:
    return AccountingExports(LocalFiles(), SpreadsheetWriter()).write(
        format, lines, folder=folder, siren=siren, closing_on=CLOSING, continuous=continuous
    )


def sound(exported: ExportedFile) -> FecReport:
    report = check_fec(exported.path)
    assert report.faults == []
    return report


def test_a_fec_is_as_the_law_says(tmp_path: Path) -> None:
    exported = export([*an_entry(1), *an_entry(2, cents=5)], tmp_path)

    assert exported.path == tmp_path / "732829320FEC20261231.txt"
    content = exported.path.read_bytes()
    lines = content.decode("utf-8").split("\r\n")
    assert lines[0].split("\t")[::17] == ["JournalCode", "Idevise"]
    assert lines[1] == (
        "VE\tVentes\t1\t20260115\t411000\tClients\tC0001\tBoulangerie Édouard Lœuvre"
        "\tF2026-00001\t20260114\tFacture F2026-00001\t1200,00\t0,00\tAB\t20260212\t20260131\t\t"
    )
    assert lines[4].split("\t")[11:13] == ["0,00", "0,05"]
    assert lines[5:] == [""]
    assert exported == ExportedFile(
        path=exported.path,
        entries=2,
        lines=4,
        debit_minor=120_005,
        credit_minor=120_005,
        sha256=hashlib.sha256(content).hexdigest(),
    )
    report = sound(exported)
    assert (report.lines, report.debit, report.credit) == (
        4,
        Decimal("1200.05"),
        Decimal("1200.05"),
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\tb", "a b"),
        ("a\r\nb\nc", "a b c"),
        ("a|b", "a b"),
        ('"Le Lys" SARL', "'Le Lys' SARL"),
        ("a\x00\x0b\x1c\x85\u2028\u2029b", "a b"),
        ("  a  ", "a"),
        ("Œuvre € – 日本 🧾", "Œuvre € – 日本 🧾"),
        ("\ud800x", "?x"),
        ("=1+1", "=1+1"),
    ],
)
def test_no_text_can_break_the_file(text: str, written: str, tmp_path: Path) -> None:
    report = sound(export(an_entry(label=text, account_name=text, piece=text), tmp_path))

    row = report.rows[0]
    assert (row["EcritureLib"], row["CompteLib"], row["PieceRef"]) == (written, written, written)
    as_csv = csv.reader(
        io.StringIO((tmp_path / "732829320FEC20261231.txt").read_text("utf-8")), delimiter="\t"
    )
    assert {len(fields) for fields in as_csv} == {18}


@pytest.mark.parametrize(
    ("currency", "minor", "shown"),
    [
        ("EUR", 120_000, ("", "")),
        ("USD", None, ("", "")),
        ("USD", 108_000, ("1080,00", "USD")),
        ("JPY", 108_000, ("108000", "JPY")),
        ("TND", 5, ("0,005", "TND")),
    ],
)
def test_foreign_amounts(
    currency: str, minor: int | None, shown: tuple[str, str], tmp_path: Path
) -> None:
    lines = an_entry(currency=currency, currency_minor=minor)
    debit, credit = sound(export(lines, tmp_path)).rows

    assert (debit["Montantdevise"], debit["Idevise"]) == shown
    amount = f"-{shown[0]}" if shown[0] else ""
    assert (credit["Montantdevise"], credit["Idevise"]) == (amount, shown[1])


def test_large_amounts_are_exact(tmp_path: Path) -> None:
    report = sound(export(an_entry(cents=9_223_372_036_854_775_807), tmp_path))

    assert report.rows[0]["Debit"] == "92233720368547758,07"


def test_a_period_without_entries_is_a_header(tmp_path: Path) -> None:
    exported = export([], tmp_path)

    assert (exported.entries, exported.lines) == (0, 0)
    assert sound(exported).lines == 0


def unbalanced() -> list[FecLine]:
    debit, credit = an_entry(2)
    return [*an_entry(1), debit, replace(credit, credit_minor=119_999), *an_entry(3)]


def compensating() -> list[FecLine]:
    (first, second), (third, fourth) = an_entry(1), an_entry(2)
    return [
        first,
        replace(second, credit_minor=119_999),
        third,
        replace(fourth, credit_minor=120_001),
    ]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (unbalanced(), "ledger.unbalanced_entry"),
        (compensating(), "ledger.unbalanced_entry"),
        (an_entry(1)[:1], "ledger.unbalanced_entry"),
        ([*an_entry(1), *an_entry(3)], "ledger.gap_in_entry_numbers"),
        ([*an_entry(2), *an_entry(1)], "ledger.gap_in_entry_numbers"),
        ([*an_entry(1), *an_entry(2), *an_entry(1)], "ledger.gap_in_entry_numbers"),
        ([*an_entry(1), *an_entry("2b")], "ledger.gap_in_entry_numbers"),
        (an_entry(cents=0), "ledger.bad_line"),
        (an_entry(cents=-5), "ledger.bad_line"),
        ([replace(line, credit_minor=5, debit_minor=5) for line in an_entry()], "ledger.bad_line"),
        ([an_entry()[0], replace(an_entry()[1], account="7O6000")], "ledger.bad_account"),
        ([an_entry()[0], replace(an_entry()[1], account="70")], "ledger.bad_account"),
        (an_entry(label=" \t"), "ledger.export_field_empty"),
        (an_entry(piece=""), "ledger.export_field_empty"),
        (an_entry(""), "ledger.export_field_empty"),
    ],
)
def test_wrong_entries_leave_no_file(lines: list[FecLine], code: str, tmp_path: Path) -> None:
    with pytest.raises(RuleError) as refusal:
        export(lines, tmp_path)

    assert refusal.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_an_older_file_outlives_a_refusal(tmp_path: Path) -> None:
    before = export(an_entry(), tmp_path)

    with pytest.raises(RuleError):
        export(unbalanced(), tmp_path)

    assert hashlib.sha256(before.path.read_bytes()).hexdigest() == before.sha256
    assert list(tmp_path.iterdir()) == [before.path]


def test_a_part_of_a_year_may_have_holes_but_no_unbalanced_entry(tmp_path: Path) -> None:
    lines = [*an_entry(4), *an_entry(7)]

    assert export(lines, tmp_path, continuous=False).entries == 2
    with pytest.raises(RuleError):
        export(unbalanced(), tmp_path, continuous=False)


@pytest.mark.parametrize("siren", ["", "73282932", "../../x", "73282932O", "732 829 320"])
@pytest.mark.parametrize("format", ["fec", "csv"])
def test_the_name_needs_a_siren(siren: str, format: str, tmp_path: Path) -> None:
    with pytest.raises(RuleError) as refusal:
        export(an_entry(), tmp_path, siren=siren, format=format)

    assert refusal.value.code == "ledger.export_needs_siren"


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    exports = AccountingExports(LocalFiles(), SpreadsheetWriter())

    assert exports.formats() == ("fec", "csv", "xlsx")
    with pytest.raises(RuleError) as refusal:
        export(an_entry(), tmp_path, format="pdf")
    assert refusal.value.code == "ledger.unknown_format"


def test_entries_as_a_workbook(tmp_path: Path) -> None:
    lines = [*an_entry(1), *an_entry(5, currency="USD", currency_minor=1_080)]
    exported = export(lines, tmp_path, format="xlsx")

    assert exported.path.name == "732829320-ecritures-20261231.xlsx"
    assert (exported.entries, exported.lines, exported.debit_minor) == (2, 4, 240_000)
    assert exported.sha256 == hashlib.sha256(exported.path.read_bytes()).hexdigest()
    rows = list(load_workbook(exported.path).worksheets[0].values)
    assert rows[0][11:13] == ("Débit", "Crédit")
    assert rows[1][11:13] == (1200, None)
    assert rows[2][11:13] == (None, 1200)
    assert [row[16:18] for row in rows[1:]] == [(None, None)] * 2 + [(10.8, "USD")] * 2


def test_entries_as_csv(tmp_path: Path) -> None:
    exported = export(an_entry(label="=1+1"), tmp_path, format="csv")

    text = exported.path.read_text("utf-8-sig")
    assert text.splitlines()[1].split(";")[8:13] == [
        "F2026-00001",
        "2026-01-14",
        "'=1+1",
        "1200,00",
        "",
    ]


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_tables_refuse_unbalanced_entries_too(format: str, tmp_path: Path) -> None:
    with pytest.raises(RuleError):
        export(unbalanced(), tmp_path, format=format)
    assert list(tmp_path.iterdir()) == []
