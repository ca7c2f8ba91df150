"""The import assistant, from a file to the fate of its rows, by keyboard and mouse."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from otc_desktop.application.company.find_company import FindCompany, find_company
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.imports import ImportResult, ImportTable
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.bootstrap import House
from otc_desktop.bootstrap.window import make_window
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.import_assistant.assistant import ImportAssistant
from otc_desktop.ui.widgets.import_assistant.job import ImportJob
from otc_desktop.ui.widgets.import_assistant.jobs import (
    customers_job,
    fec_job,
    open_items_job,
    products_job,
    stock_job,
)
from otc_desktop.ui.widgets.import_assistant.mappings_dialog import MappingsDialog
from tests.support.sales_window import CTRL, column_of, house, opened, program

__all__ = ["house", "program"]
SAMPLES = Path(__file__).parents[1] / "data" / "imports"
MOUSE = Qt.MouseButton.LeftButton
Settle = Callable[[], None]
Open = Callable[[ImportJob], ImportAssistant]


@pytest.fixture
def assistant_of(services: WindowServices, program: Program, qtbot: QtBot) -> Iterator[Open]:
    shown: list[ImportAssistant] = []

    def show(job: ImportJob) -> ImportAssistant:
        assistant = ImportAssistant(services, program, job)
        assistant.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(assistant)
        assistant.show()
        shown.append(assistant)
        return assistant

    yield show


def _fates(assistant: ImportAssistant) -> list[str]:
    shown = assistant.fates_page.list
    assert shown is not None
    return column_of(shown.model, "key")


def _press_next(assistant: ImportAssistant, qtbot: QtBot, settle: Settle) -> None:
    assistant.activateWindow()  # without a window manager nobody gives it back after a dialog
    qtbot.waitUntil(assistant.isActiveWindow)
    qtbot.keyClick(assistant, Qt.Key.Key_Return, CTRL)
    settle()


def test_customers_when_imported_by_keyboard_then_they_are_here(
    assistant_of: Open, house: House, qtbot: QtBot, settle: Settle
) -> None:
    assistant = assistant_of(customers_job())
    qtbot.mouseClick(assistant.file_page.choose_button, MOUSE)
    chooser = opened(qtbot, assistant, QFileDialog)
    chooser.fileSelected.emit(str(SAMPLES / "sage100_clients.txt"))
    chooser.close()
    settle()
    page = assistant.columns_page
    assert page is not None
    assert assistant.pages.currentWidget() is page
    assert page.columns() == (
        "code",
        "name",
        "",
        "",
        "address",
        "postal_code",
        "city",
        "credit_limit",
    )
    assert page.header_line.value() == 4
    assert page.name.text() == "sage100_clients.txt"

    _press_next(assistant, qtbot, settle)
    assert _fates(assistant) == ["00042", "CDUPONT", "CZOLA"]
    assert house.queries.customers.count(PageRequest()) == 3

    _press_next(assistant, qtbot, settle)
    assert house.queries.customers.count(PageRequest()) == 6
    assert [each.title for each in house.queries.import_mappings("customers")] == [
        "sage100_clients.txt"
    ]
    _press_next(assistant, qtbot, settle)
    assert not assistant.isVisible()


def test_column_when_taken_twice_then_nothing_goes_on_until_it_is_mended(
    assistant_of: Open, qtbot: QtBot, settle: Settle
) -> None:
    assistant = assistant_of(customers_job())
    assistant.open_file(SAMPLES / "ebp_clients.csv")
    settle()
    page = assistant.columns_page
    assert page is not None
    assert assistant.next_button.isEnabled()
    page.combos[1].setCurrentIndex(page.combos[1].findData("name"))
    assert page.twice() == ["name"]
    assert not assistant.next_button.isEnabled()
    page.combos[1].setCurrentIndex(0)
    assert assistant.next_button.isEnabled()


def test_columns_when_chosen_by_hand_then_the_next_file_is_read_so(
    assistant_of: Open, house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    path = tmp_path / "caisse.csv"
    path.write_text("Clef;Enseigne\nK1;Chez Zoé\n", encoding="utf-8")
    assistant = assistant_of(customers_job())
    assistant.open_file(path)
    settle()
    page = assistant.columns_page
    assert page is not None
    assert page.missing_columns() == ["code", "name"]
    for combo, column in zip(page.combos, ("code", "name"), strict=True):
        combo.setCurrentIndex(combo.findData(column))
    _press_next(assistant, qtbot, settle)
    _press_next(assistant, qtbot, settle)
    assert house.queries.customers.count(PageRequest()) == 4

    again = assistant_of(customers_job())
    again.open_file(path)
    settle()
    assert again.columns_page is not None
    assert again.columns_page.columns() == ("code", "name")
    assert "caisse.csv" in again.columns_page.memory.text()
    _press_next(again, qtbot, settle)
    shown = again.fates_page.list
    assert shown is not None
    assert "unchanged" in column_of(shown.model, "fate")[0] or _fates(again) == ["K1"]


def test_rows_at_fault_when_others_are_sound_then_these_can_be_taken(
    assistant_of: Open, house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    path = tmp_path / "c.csv"
    path.write_text("Code;Nom;Siren\nC8;Un;123\nC9;Deux;552100554\n", encoding="utf-8")
    assistant = assistant_of(customers_job())
    assistant.open_file(path)
    settle()
    _press_next(assistant, qtbot, settle)
    assert _fates(assistant) == ["C8"]  # the refused row comes first to the eye
    assert not assistant.next_button.isEnabled()
    shown = assistant.fates_page.list
    assert shown is not None
    shown.table.selectRow(0)
    settle()
    assert "123" in assistant.fates_page.detail.text()
    shown.show_filtered(filters={"fate": "created"})
    settle()
    assert _fates(assistant) == ["C9"]

    qtbot.mouseClick(assistant.partial_button, MOUSE)
    settle()
    assert house.queries.customers.count(PageRequest()) == 4


def test_file_when_it_can_not_be_read_then_the_page_says_why(
    assistant_of: Open, tmp_path: Path, settle: Settle
) -> None:
    path = tmp_path / "vide.csv"
    path.write_bytes(b"")
    assistant = assistant_of(products_job())
    assistant.open_file(path)
    settle()
    assert assistant.pages.currentWidget() is assistant.file_page
    assert assistant.message_bar.notice() is not None


def test_file_when_dropped_then_it_is_opened(assistant_of: Open, settle: Settle) -> None:
    assistant = assistant_of(open_items_job())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(SAMPLES / "excel_encours.csv"))])
    drop = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        MOUSE,
        Qt.KeyboardModifier.NoModifier,
    )
    assistant.file_page.dropEvent(drop)
    settle()
    assert assistant.columns_page is not None
    assert assistant.columns_page.header_line.value() == 5


def test_stock_when_a_header_line_is_chosen_then_the_table_begins_there(
    assistant_of: Open, house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    path = tmp_path / "inventaire.csv"
    path.write_text("Code article;Stock\nArt;Nombre\nP-01;7\n", encoding="utf-8")
    assistant = assistant_of(stock_job())
    assistant.open_file(path)
    settle()
    page = assistant.columns_page
    assert page is not None
    page.header_line.setValue(2)
    settle()
    assert page.combos[0].accessibleName() == "Art"
    for combo, column in zip(page.combos, ("product_code", "quantity"), strict=True):
        combo.setCurrentIndex(combo.findData(column))
    _press_next(assistant, qtbot, settle)
    _press_next(assistant, qtbot, settle)
    [row] = [each for each in house.queries.products.page(PageRequest()) if each.code == "P-01"]
    assert row.on_hand == 7


def test_ledger_when_taken_over_then_the_proof_is_shown(
    assistant_of: Open,
    services: WindowServices,
    house: House,
    tmp_path: Path,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    lines = [
        "JournalCode|EcritureNum|EcritureDate|CompteNum|CompAuxNum|CompAuxLib|PieceRef|Debit|Credit",
        "VE|1|20260105|411000|NEUF|Neuf SARL|F-77|120,00|0,00",
        "VE|1|20260105|706000|||F-77|0,00|120,00",
    ]
    path = tmp_path / "732829320FEC20261231.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    assistant = assistant_of(fec_job(services.formats))
    assistant.open_file(path)
    settle()
    assert assistant.pages.currentWidget() is assistant.fates_page
    assert _fates(assistant) == ["NEUF", "F-77"]
    assert "120,00" in assistant.fates_page.remarks.text()
    assert house.queries.customers.count(PageRequest()) == 3
    _press_next(assistant, qtbot, settle)
    assert house.queries.customers.count(PageRequest()) == 4
    assert [row.number for row in house.queries.open_items.page(PageRequest())] == ["F-77"]


def test_unbalanced_ledger_when_opened_then_its_entry_is_named(
    assistant_of: Open, services: WindowServices, tmp_path: Path, settle: Settle
) -> None:
    path = tmp_path / "f.txt"
    path.write_text(
        "JournalCode|EcritureNum|EcritureDate|CompteNum|Debit|Credit\nVE|17|20260105|411|5,00|0\n",
        encoding="utf-8",
    )
    assistant = assistant_of(fec_job(services.formats))
    assistant.open_file(path)
    settle()
    notice = assistant.message_bar.notice()
    assert notice is not None
    assert "17" in notice.title
    assert assistant.pages.currentWidget() is assistant.file_page


def test_mapping_when_forgotten_then_it_leaves_the_list(
    assistant_of: Open, house: House, qtbot: QtBot, settle: Settle
) -> None:
    assistant = assistant_of(customers_job())
    assistant.open_file(SAMPLES / "dolibarr_tiers.csv")
    settle()
    _press_next(assistant, qtbot, settle)
    _press_next(assistant, qtbot, settle)
    again = assistant_of(customers_job())
    qtbot.mouseClick(again.file_page.mappings_button, MOUSE)
    dialog = opened(qtbot, again, MappingsDialog)
    settle()
    assert dialog.list.count() == 1
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    settle()
    assert dialog.list.count() == 0
    assert house.queries.import_mappings("customers") == []


@use_case(permission=Permission.READ)
def _endless(command: ImportTable, ctx: Context, task: Task) -> ImportResult:
    stopped = threading.Event()
    while not stopped.wait(0.01):
        task.check_cancelled()
    raise AssertionError("unreachable")


def test_work_when_cancelled_then_the_file_page_is_back_and_nothing_runs(
    assistant_of: Open, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    job = ImportJob(title="Endless", files="*", kind=None, use_case=_endless, command=ImportTable)
    assistant = assistant_of(job)
    assistant.open_file(tmp_path / "x.csv")
    qtbot.waitUntil(assistant.progress.isVisible)
    assert not assistant.pages.isEnabled()

    qtbot.mouseClick(assistant.cancel_button, MOUSE)
    settle()

    assert assistant.isVisible()
    assert assistant.pages.isEnabled()
    assert assistant.pages.currentWidget() is assistant.file_page
    qtbot.mouseClick(assistant.cancel_button, MOUSE)
    assert not assistant.isVisible()


def test_file_menu_when_an_import_is_chosen_then_its_assistant_opens(
    services: WindowServices, house: House, qtbot: QtBot, settle: Settle
) -> None:
    company = house.use_cases.run(find_company, FindCompany())
    assert company is not None
    window = make_window(house, services, company)
    qtbot.addWidget(window)
    window.show()
    settle()
    title = f"{stock_job().title}…"
    [action] = [each for each in window.findChildren(QAction) if each.text() == title]
    action.trigger()
    assistant = opened(qtbot, window, ImportAssistant)
    assert assistant.windowTitle() == stock_job().title
    assistant.close()
