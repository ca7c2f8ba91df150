"""Statements that leave something open are asked about, once, and then read silently."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from otc_desktop.application.kernel.import_mapping import DateOrder
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.ui.bank.dialogs.bank_mappings import BankMappingsDialog
from otc_desktop.ui.bank.dialogs.import_result import ImportResultDialog
from otc_desktop.ui.bank.dialogs.table_mapping import TableMappingDialog
from otc_desktop.ui.bank.dialogs.watched_folder import WatchedFolderDialog
from otc_desktop.ui.bank.importing import StatementImport
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import Tone
from tests.support.books import open_books, program_of, settling

Settle = Callable[[], None]
Kind = TypeVar("Kind", bound=QWidget)
TABLE = "Jour;Texte;Somme\n02/11/2026;VIR DURAND;1.234\n03/11/2026;CB;-5.000\n"
QIF = (
    "!Type:Bank\nD02/03/2026\nT12.00\nPVIR\n^\nD05/02/2026\nT5.00\nPCB\n^\nD01/04/2026\nT1.00\n^\n"
)


@pytest.fixture
def house(tmp_path: Path, services: WindowServices) -> Iterator[House]:
    with open_books(tmp_path, services) as opened:
        yield opened


@pytest.fixture
def settle(qtbot: QtBot, services: WindowServices) -> Settle:
    return settling(qtbot, services)


@pytest.fixture
def importing(house: House, services: WindowServices, qtbot: QtBot) -> StatementImport:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return StatementImport(services, program_of(house), window)


def _amounts(house: House) -> list[str]:
    rows = house.queries.bank_transactions.page(PageRequest(filters={}, limit=50))
    return sorted(str(row.amount.amount) for row in rows)


def _dialog(kind: type[Kind]) -> Kind:
    (found,) = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, kind) and each.isVisible()
    ]
    return found


def _wait_for_trial(dialog: TableMappingDialog, qtbot: QtBot, settle: Settle) -> None:
    qtbot.waitUntil(lambda: not dialog._timer.isActive())
    settle()


def test_a_table_of_an_unknown_bank_is_mapped_once_and_then_read_silently(
    importing: StatementImport, house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    file = tmp_path / "banque.csv"
    file.write_text(TABLE, encoding="utf-8")
    importing.take_in([file])
    settle()
    dialog = _dialog(TableMappingDialog)
    assert not dialog.accept_button.isEnabled()
    date, text, amount = dialog.table.combos
    for combo, column in ((date, "date"), (text, "label"), (amount, "amount")):
        combo.setCurrentIndex(combo.findData(column))
    _wait_for_trial(dialog, qtbot, settle)
    assert dialog.outcome.tone is Tone.BAD  # 1.234 may be a thousand, or one point two
    dialog.decimals.setCurrentIndex(1)
    dialog.decimals.activated.emit(1)
    _wait_for_trial(dialog, qtbot, settle)
    assert dialog.outcome.tone is Tone.GOOD
    assert dialog.accept_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    _dialog(ImportResultDialog).close()
    assert _amounts(house) == ["-5000.00", "1234.00"]

    file.write_text(TABLE + "04/11/2026;CB;-1.500\n", encoding="utf-8")
    importing.take_in([file])
    settle()
    assert "1" in _dialog(ImportResultDialog).text()
    _dialog(ImportResultDialog).close()
    assert _amounts(house) == ["-1500.00", "-5000.00", "1234.00"]

    importing.show_mappings()
    settle()
    mappings = _dialog(BankMappingsDialog)
    assert mappings.list.count() == 1
    qtbot.keyClick(mappings.list, Qt.Key.Key_Delete)
    settle()
    assert mappings.list.count() == 0
    mappings.close()


def test_a_field_chosen_anew_leaves_the_column_it_was(
    importing: StatementImport, tmp_path: Path, settle: Settle
) -> None:
    file = tmp_path / "banque.csv"
    file.write_text(TABLE, encoding="utf-8")
    importing.take_in([file])
    settle()
    dialog = _dialog(TableMappingDialog)
    first, second, _ = dialog.table.combos
    first.setCurrentIndex(first.findData("label"))
    second.setCurrentIndex(second.findData("label"))
    assert dialog.table.columns()[:2] == ("", "label")
    dialog.reject()
    settle()
    assert "✕ banque.csv" in _dialog(ImportResultDialog).text()
    _dialog(ImportResultDialog).close()


def test_the_order_of_dates_is_asked_where_the_file_leaves_it_open(
    importing: StatementImport, house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    file = tmp_path / "releve.qif"
    file.write_text(QIF, encoding="utf-8")
    importing.take_in([file])
    settle()
    dialog = _dialog(TableMappingDialog)
    assert not dialog.table.isVisible()
    index = dialog.dates.findData(DateOrder.DAY_FIRST)
    dialog.dates.setCurrentIndex(index)
    dialog.dates.activated.emit(index)
    _wait_for_trial(dialog, qtbot, settle)
    dialog.accept_button.click()
    settle()
    _dialog(ImportResultDialog).close()
    assert _amounts(house) == ["1.00", "12.00", "5.00"]


def test_a_folder_is_watched_and_taken_in_from_the_window(
    importing: StatementImport, house: House, tmp_path: Path, settle: Settle
) -> None:
    folder = tmp_path / "banque"
    importing.show_folder()
    settle()
    dialog = _dialog(WatchedFolderDialog)
    dialog.path.setText(str(folder))
    dialog.accept_button.click()
    settle()
    assert dialog.isVisible()  # there is no such folder
    folder.mkdir()
    dialog.accept_button.click()
    settle()
    assert not isValid(dialog)
    text = "Date;Libellé;Montant\n02/11/2026;VIR DURAND;12,34\n"
    (folder / "a.csv").write_text(text, encoding="utf-8")
    importing.take_in_folder()
    settle()
    _dialog(ImportResultDialog).close()
    assert _amounts(house) == ["12.34"]
    assert (folder / "importés" / "a.csv").exists()


def test_the_account_is_asked_where_several_could_be_meant(
    importing: StatementImport, house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    table = "Date;Libellé;Montant\n02/11/2026;VIR DURAND;12,34\n"
    other = tmp_path / "autre.csv"
    other.write_text("Compte n° 98765432109\n\n" + table, encoding="utf-8")
    file = tmp_path / "releve.csv"
    file.write_text(table.replace("12,34", "5,00"), encoding="utf-8")
    importing.take_in([other, file])
    settle()
    dialog = _dialog(TableMappingDialog)
    assert not dialog.accept_button.isEnabled()
    dialog.account.setCurrentIndex(dialog.account.findText("98765432109"))
    _wait_for_trial(dialog, qtbot, settle)
    dialog.accept_button.click()
    settle()
    _dialog(ImportResultDialog).close()
    assert _amounts(house) == ["12.34", "5.00"]
