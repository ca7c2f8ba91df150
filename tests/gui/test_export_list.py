"""The list on show written to a spreadsheet, from the real window."""

from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from otc_desktop.application.company.find_company import FindCompany, find_company
from otc_desktop.bootstrap.window import make_window
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.services import WindowServices
from tests.support.books import open_books
from tests.support.line import issue
from tests.support.sales_window import choose_file


def test_the_shown_list_is_written_with_figures_and_filters(
    tmp_path: Path, services: WindowServices, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    with open_books(tmp_path, services) as house:
        issue(house, customer="C0001", price="100.00")
        issue(house, customer="C0002", price="200.00")
        company = house.use_cases.run(find_company, FindCompany())
        assert company is not None
        window = make_window(house, services, company)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.show_place(Place(tab="invoicing", kind="issued", search="lefevre"))
        settle()
        target = tmp_path / "factures.xlsx"
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(window, Qt.Key.Key_E, modifiers)
        choose_file(qtbot, window, target)
        qtbot.waitUntil(target.exists)
        settle()
        sheet = load_workbook(target).active
        assert sheet is not None
        header, *rows = list(sheet.iter_rows(values_only=True))
        assert "Numéro" in header
        assert len(rows) == 1
        assert 240 in rows[0]
