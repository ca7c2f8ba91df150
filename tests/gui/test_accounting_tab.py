"""Accounting as the accountant works with it, on real books."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.receivables.match_receipts import MatchReceipts, match_receipts
from otc_desktop.bootstrap import House
from otc_desktop.ui.accounting.dialogs.archive_result import ArchiveResultDialog
from otc_desktop.ui.accounting.dialogs.export_archive import ExportArchiveDialog
from otc_desktop.ui.accounting.dialogs.export_entries import ExportEntriesDialog
from otc_desktop.ui.accounting.dialogs.export_result import ExportResultDialog
from otc_desktop.ui.accounting.tab import EXPORTS, AccountingTab
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.services import WindowServices
from tests.support.books import invoice_on, open_books, program_of, receive, settling
from tests.support.company_files import Movement

Settle = Callable[[], None]
OpenTab = Callable[[], AccountingTab]
NBSP = "\u00a0"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def settle(qtbot: QtBot, services: WindowServices) -> Settle:
    return settling(qtbot, services)


@pytest.fixture
def house(tmp_path: Path, services: WindowServices) -> Iterator[House]:
    """One invoice of 120 € paid in full, one of 60 € open and late."""
    with open_books(tmp_path, services) as opened:
        paid = invoice_on(tmp_path, date(2026, 9, 1))
        invoice_on(tmp_path, date(2026, 10, 1), customer="C0003", price="50.00")
        receive(opened, tmp_path, Movement("120.00", f"VIR {paid}", "DURAND"))
        opened.use_cases.run(match_receipts, MatchReceipts(post=True))
        yield opened


@pytest.fixture
def open_tab(house: House, services: WindowServices, qtbot: QtBot, settle: Settle) -> OpenTab:
    def make() -> AccountingTab:
        tab = AccountingTab(services, program_of(house))
        qtbot.addWidget(tab)
        tab.resize(1340, 660)
        with qtbot.waitExposed(tab):
            tab.show()
        tab.activateWindow()
        qtbot.waitUntil(tab.isActiveWindow)
        settle()
        return tab

    return make


def _cells(model: object, column: int) -> list[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]  # type: ignore[attr-defined]


def _dialog(kind: type[QWidget]) -> QWidget:
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]
    assert len(found) == 1, f"{len(found)} dialogs of {kind.__name__}"
    return found[0]


def test_journal_shows_lines_totals_and_the_whole_entry_of_one(open_tab: OpenTab) -> None:
    tab = open_tab()
    page = tab.entries
    assert _cells(page.list.model, 2)[:2] == ["Banque", "Banque"]
    assert set(_cells(page.list.model, 4)[:2]) == {"512000", "411000"}
    assert f"Débit  300,00{NBSP}€" in page.list.totals_bar.text()
    assert f"Crédit  300,00{NBSP}€" in page.list.totals_bar.text()
    assert "Banque" in page.heading.text()
    assert "20/11/2026" in page.heading.text()
    assert sorted(_cells(page.entry.model, 0)) == ["411000", "512000"]
    assert f"Débit  120,00{NBSP}€" in page.entry.totals_bar.text()


def test_journal_is_narrowed_by_account_period_and_journal(
    open_tab: OpenTab, qtbot: QtBot, settle: Settle
) -> None:
    tab = open_tab()
    page = tab.entries
    qtbot.keyClicks(page.account_field, "411")
    qtbot.waitUntil(lambda: page.list.model.count == 3)
    settle()
    assert set(_cells(page.list.model, 4)) == {"411000"}
    qtbot.keyClicks(page.from_field.field, "01/10/2026")
    qtbot.waitUntil(lambda: page.list.model.count == 2)
    qtbot.keyClicks(page.to_field.field, "31/10/2026")
    qtbot.waitUntil(lambda: page.list.model.count == 1)
    settle()
    assert f"Débit  60,00{NBSP}€" in page.list.totals_bar.text()
    page.account_field.clear()
    page.from_field.set_date(None)
    page.to_field.set_date(None)
    qtbot.waitUntil(lambda: page.list.model.count == 8)
    page.list.show_filtered(filters={"journal": "BQ"})
    settle()
    assert set(_cells(page.list.model, 2)) == {"Banque"}


def test_aged_balance_stands_as_it_was_on_the_date(
    open_tab: OpenTab, qtbot: QtBot, settle: Settle
) -> None:
    tab = open_tab()
    qtbot.keyClick(tab, Qt.Key.Key_2, ALT)
    settle()
    page = tab.aged
    assert _cells(page.list.model, 0) == ["C0003 · Studio Prisme"]
    assert _cells(page.list.model, 6) == [f"60,00{NBSP}€"]
    page.date_field.field.selectAll()
    qtbot.keyClicks(page.date_field.field, "15/09/2026")
    settle()
    assert _cells(page.list.model, 0) == ["C0001 · Durand Éclairage SARL"]
    assert _cells(page.list.model, 1) == [f"120,00{NBSP}€"]
    assert f"Total  120,00{NBSP}€" in page.list.totals_bar.text()


def test_export_writes_the_file_and_tells_its_figures(
    open_tab: OpenTab, house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    tab = open_tab()
    qtbot.keyClick(tab, Qt.Key.Key_3, ALT)
    settle()
    assert "Rien n’a encore été remis" in tab.exports.list.empty_panel.text()
    qtbot.keyClick(tab, Qt.Key.Key_E, CTRL)
    dialog = _dialog(ExportEntriesDialog)
    assert isinstance(dialog, ExportEntriesDialog)
    assert dialog.from_field.date() == date(2026, 10, 1)  # the last whole month
    assert dialog.to_field.date() == date(2026, 10, 31)
    dialog.from_field.field.selectAll()
    qtbot.keyClicks(dialog.from_field.field, "01/12/2026")
    dialog.folder_field.setText(str(tmp_path))
    qtbot.mouseClick(dialog.accept_button, LEFT)
    settle()
    refusal = dialog.message_bar.notice()
    assert refusal is not None
    assert "Période incorrecte" in refusal.title
    assert list(tmp_path.glob("*FEC*")) == []

    dialog.from_field.field.selectAll()
    qtbot.keyClicks(dialog.from_field.field, "01/01/2026")
    dialog.to_field.field.selectAll()
    qtbot.keyClicks(dialog.to_field.field, "31/12/2026")
    qtbot.keyClick(dialog.lock_field, Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.accept_button, LEFT)
    settle()
    result = _dialog(ExportResultDialog)
    assert isinstance(result, ExportResultDialog)
    said = result.facts.text()
    (file,) = tmp_path.glob("*FEC*")
    (batch,) = house.queries.export_batches.page(PageRequest())
    assert str(file) in said
    assert "Écritures 3" in said
    assert "Lignes 8" in said
    assert f"Débit 300,00{NBSP}€" in said
    assert f"Crédit 300,00{NBSP}€" in said
    assert batch.sha256 in said
    result.close()
    settle()
    assert _cells(tab.exports.list.model, 1) == ["FEC"]


def test_archive_of_a_year_is_written_and_told(
    open_tab: OpenTab, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    tab = open_tab()
    tab.sections.show_section(EXPORTS)
    settle()
    qtbot.keyClick(tab, Qt.Key.Key_Y, CTRL | SHIFT)
    dialog = _dialog(ExportArchiveDialog)
    assert isinstance(dialog, ExportArchiveDialog)
    assert dialog.year() == 2026
    file = tmp_path / "year.zip"
    dialog.file_field.setText(str(file))
    qtbot.mouseClick(dialog.accept_button, LEFT)
    settle()
    result = _dialog(ArchiveResultDialog)
    assert isinstance(result, ArchiveResultDialog)
    assert hashlib.sha256(file.read_bytes()).hexdigest() in result.facts.text()
    with ZipFile(file) as archive:
        assert len(archive.namelist()) == 2 * 2 + 3
    result.close()


def test_verification_lists_every_check_with_its_sign_and_word(
    open_tab: OpenTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    tab = open_tab()
    qtbot.keyClick(tab, Qt.Key.Key_4, ALT)
    settle()
    assert "Pas encore contrôlé" in tab.checks.list.empty_panel.text()
    qtbot.keyClick(tab, Qt.Key.Key_Return, CTRL)
    settle()
    results = _cells(tab.checks.list.model, 0)
    assert len(results) > 10
    assert set(results) == {"tient"}
    assert "chaque écriture est équilibrée" in _cells(tab.checks.list.model, 1)
    assert tab.checks.verdict.text() == f"✓ Les {len(results)} contrôles tiennent"


def test_verification_puts_what_is_broken_first(
    open_tab: OpenTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    tab = open_tab()
    with house.engine.begin() as connection:  # what no use case would ever do
        connection.exec_driver_sql("UPDATE open_item SET open_minor = open_minor + 100")
    qtbot.keyClick(tab, Qt.Key.Key_4, ALT)
    settle()
    qtbot.mouseClick(tab.checks.bar.button(tab.checks.verify), LEFT)
    settle()
    assert _cells(tab.checks.list.model, 0)[0] == "rompu"
    assert tab.checks.verdict.text().startswith("✕")


def test_reconciliation_leads_from_the_bank_to_the_books_and_is_saved(
    open_tab: OpenTab, house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    tab = open_tab()
    tab.show_place(Place(tab="accounting", kind="reconciliation"))
    settle()
    page = tab.reconciliation
    kinds = _cells(page.list.model, 1)
    assert kinds[0] == "solde en banque"
    assert kinds[-1] == "solde comptable"
    assert page.verdict.text().startswith("✓")
    target = tmp_path / "etat.pdf"
    page.save.trigger()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(target))
    dialog.close()
    settle()
    assert target.read_bytes().startswith(b"%PDF")
