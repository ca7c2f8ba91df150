"""The bank reconciliation statement: what leads from the bank's balance to the books'."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from otc_desktop.application.banking.import_statement import ImportStatement, import_statement
from otc_desktop.application.banking.post_lines import (
    PostBankLines,
    UndoBankPosting,
    post_bank_lines,
    undo_bank_posting,
)
from otc_desktop.application.banking.reconciliation import (
    ExportReconciliation,
    ReadReconciliation,
    export_reconciliation,
    read_reconciliation,
)
from otc_desktop.application.receivables.match_receipts import MatchReceipts, match_receipts
from otc_desktop.bootstrap import House
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.banking.reconciliation import BankReconciliation, ReconciledKind
from otc_desktop.domain.shared.errors import NotFoundError, RuleError
from otc_desktop.domain.shared.ids import BankTransactionId
from tests.support.company_files import Movement, write_statement
from tests.support.domain import eur
from tests.support.goods import failed_checks
from tests.support.line import house_on, issue, set_up

DAY = date(2026, 11, 20)
K = ReconciledKind


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    made = set_up(database_url, tmp_path, DAY)
    yield made
    assert failed_checks(made) == []
    made.close()


def _take_in(house: House, folder: Path, name: str, opening: str, *movements: Movement) -> None:
    path = write_statement(
        folder / f"{name}.xml",
        movements,
        day=house.today().isoformat(),
        name=name,
        opening=opening,
    )
    house.use_cases.run(import_statement, ImportStatement(path=path))


def _statement(house: House, on: date | None = None) -> BankReconciliation:
    found = house.use_cases.run(read_reconciliation, ReadReconciliation(on=on))
    assert not found.gap
    return found


def _amounts(found: BankReconciliation) -> list[tuple[ReconciledKind, str]]:
    return [(line.kind, str(line.amount.amount)) for line in found.lines()]


def _line(house: House, label: str) -> BankTransactionId:
    rows = every_row(house.queries.bank_transactions, {})
    return next(row.id for row in rows if label in row.label)


def test_what_is_booked_leaves_the_statement_and_comes_back_when_undone(
    house: House, tmp_path: Path
) -> None:
    run = house.use_cases.run
    number = issue(house, price="100.00").invoice.number
    _take_in(
        house,
        tmp_path,
        "S1",
        "1000.00",
        Movement("120.00", f"VIR {number}", "DURAND"),
        Movement("-42.50", "PRLV EDF"),
    )
    assert _amounts(_statement(house)) == [
        (K.BANK_BALANCE, "1077.50"),
        (K.NOT_BOOKED, "-120.00"),
        (K.NOT_BOOKED, "42.50"),
        (K.BEFORE_IMPORT, "-1000.00"),
        (K.LEDGER_BALANCE, "0.00"),
    ]
    run(match_receipts, MatchReceipts(post=True))
    edf = PostBankLines(transaction_ids=(_line(house, "EDF"),), ledger_account="606100")
    [posted] = run(post_bank_lines, edf)
    assert _amounts(_statement(house)) == [
        (K.BANK_BALANCE, "1077.50"),
        (K.BEFORE_IMPORT, "-1000.00"),
        (K.LEDGER_BALANCE, "77.50"),
    ]
    assert _statement(house, date(2026, 11, 19)).lines()[0].amount == eur("0.00")

    tomorrow = house_on(house.database_url, date(2026, 11, 21))
    tomorrow.use_cases.run(undo_bank_posting, UndoBankPosting(posting_id=posted.id))
    assert (K.NOT_BOOKED, "42.50") in _amounts(_statement(tomorrow))
    assert (K.NOT_BOOKED, "42.50") not in _amounts(_statement(tomorrow, DAY))
    tomorrow.close()


def test_a_statement_that_was_not_imported_is_told_by_its_amount(
    house: House, tmp_path: Path
) -> None:
    _take_in(house, tmp_path, "S1", "1000.00", Movement("-10.00", "A"))
    later = house_on(house.database_url, date(2026, 11, 24))
    _take_in(later, tmp_path, "S3", "1500.00", Movement("-20.00", "C"))

    found = _statement(later)

    assert found.missing == eur("510.00")
    assert (K.MISSING, "-510.00") in _amounts(found)
    assert not _statement(later, DAY).missing
    later.close()


def test_it_is_written_as_pdf_and_sheet(house: House, tmp_path: Path) -> None:
    run = house.use_cases.run
    with pytest.raises(NotFoundError) as none:
        run(read_reconciliation, ReadReconciliation())
    assert none.value.code == "banking.no_account"
    _take_in(house, tmp_path, "S1", "1000.00", Movement("-42.50", "=PRLV EDF"))

    def export(name: str) -> Path:
        path = tmp_path / name
        run(export_reconciliation, ExportReconciliation(account="", on=None, path=path))
        return path

    with pypdfium2.PdfDocument(export("etat.pdf")) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    assert "État de rapprochement bancaire" in text
    assert "957,50" in text and "PRLV EDF" in text
    rows = list(openpyxl.load_workbook(export("etat.xlsx")).active.values)
    assert [row[3] for row in rows[1:]] == [957.5, 42.5, -1000, 0]
    with pytest.raises(RuleError) as refused:
        export("etat.doc")
    assert refused.value.code == "sheet.unknown_format"
