"""Files dropped on a list, opened, annotated and removed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from otc_desktop.application.attachments.attach_file import AttachFile, attach_file
from otc_desktop.application.disputes.open_dispute import OpenDispute, open_dispute
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.sales.create_order import CreateOrder, create_order
from otc_desktop.bootstrap import House
from otc_desktop.domain.attachments.attachment import LARGEST_BYTES, SubjectKind
from otc_desktop.ui.collections.tab import CollectionsTab
from otc_desktop.ui.customers.tab import CustomersTab
from otc_desktop.ui.invoicing.tab import InvoicingTab
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tab_page import TabPage
from otc_desktop.ui.orders.tab import OrdersTab
from otc_desktop.ui.widgets.attachment_list import AttachmentList
from otc_desktop.ui.widgets.text_dialog import TextDialog
from tests.support.line import issue
from tests.support.sales_window import CTRL, child, house, opened, program, show

__all__ = ["house", "program", "show"]
Settle = Callable[[], None]
Show = Callable[[TabPage], TabPage]


@pytest.fixture
def files(
    services: WindowServices, program: Program, show: Show, house: House, settle: Settle
) -> AttachmentList:
    """The «Documents» page of C0001."""
    tab = CustomersTab(services, program)
    show(tab)
    tab.panel.show_page(tab.panel.documents_page)
    settle()
    return tab.panel.documents_page.files


def drop(files: AttachmentList, *paths: Path) -> bool:
    """What Qt sends when files are let go over the list; whether they were taken."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, none, left = (
        Qt.DropAction.CopyAction,
        Qt.KeyboardModifier.NoModifier,
        Qt.MouseButton.LeftButton,
    )
    entering = QDragEnterEvent(QPoint(20, 60), copy, dragged, left, none)
    QApplication.sendEvent(files, entering)
    if not entering.isAccepted():
        return False
    dropping = QDropEvent(QPointF(20, 60), copy, dragged, left, none)
    QApplication.sendEvent(files, dropping)
    return dropping.isAccepted()


def names(files: AttachmentList) -> list[str]:
    model = files.list.model
    rows = [model.row(number) for number in range(model.rowCount())]
    return [row.file_name for row in rows if row is not None]


def a_file(tmp_path: Path, name: str, content: bytes = b"content") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def refusals(services: WindowServices) -> list[str]:
    """The codes of the errors shown from now on."""
    shown: list[str] = []
    services.notices.posted.connect(lambda notice: shown.append(notice.title))
    return shown


def test_files_dropped_are_attached_and_listed(
    files: AttachmentList, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    paths = (a_file(tmp_path, "a.pdf", b"a"), a_file(tmp_path, "été.jpg", b"b"))
    assert drop(files, *paths)
    settle()
    qtbot.waitUntil(lambda: sorted(names(files)) == ["a.pdf", "été.jpg"])
    assert not files.property("drop")


def test_one_file_at_fault_does_not_stop_the_others(
    files: AttachmentList, services: WindowServices, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    shown = refusals(services)
    large = tmp_path / "large.bin"
    with large.open("wb") as sparse:
        sparse.truncate(LARGEST_BYTES + 1)
    assert drop(files, large, a_file(tmp_path, "good.txt"))
    settle()
    qtbot.waitUntil(lambda: names(files) == ["good.txt"])
    assert "attachments.too_large" in shown


def test_text_that_is_no_file_is_not_taken(files: AttachmentList) -> None:
    dragged = QMimeData()
    dragged.setText("file:///etc/passwd")
    entering = QDragEnterEvent(
        QPoint(20, 60),
        Qt.DropAction.CopyAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering.ignore()
    QApplication.sendEvent(files, entering)
    assert not entering.isAccepted()


def test_nothing_can_be_dropped_where_nothing_is_shown(
    files: AttachmentList, tmp_path: Path, settle: Settle
) -> None:
    files.clear()
    settle()
    assert not drop(files, a_file(tmp_path, "a.pdf"))
    assert not files.attach.isEnabled()


def test_file_is_annotated_found_and_removed(
    files: AttachmentList, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    drop(files, a_file(tmp_path, "a.pdf"))
    settle()
    qtbot.waitUntil(lambda: names(files) == ["a.pdf"])
    files.list.table.selectRow(0)
    files.note.trigger()
    dialog = opened(qtbot, files, TextDialog)
    dialog.field.setPlainText("Réserve signée")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return, CTRL)
    settle()
    search = files.list.filter_bar.search_field
    search.setText("reserve")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    settle()
    assert names(files) == ["a.pdf"]
    search.setText("autre")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    settle()
    assert names(files) == []
    search.setText("")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    settle()
    files.list.table.selectRow(0)
    files.activateWindow()
    qtbot.waitUntil(files.isActiveWindow)
    files.list.table.setFocus()
    qtbot.keyClick(files.list.table, Qt.Key.Key_Delete)
    box = child(files, QMessageBox)
    accept = next(b for b in box.buttons() if box.buttonRole(b) is box.ButtonRole.AcceptRole)
    accept.click()
    settle()
    qtbot.waitUntil(lambda: names(files) == [])


def test_program_is_refused_to_be_opened(
    files: AttachmentList, services: WindowServices, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    drop(files, a_file(tmp_path, "facture.pdf.exe"))
    settle()
    qtbot.waitUntil(lambda: names(files) == ["facture.pdf.exe"])
    shown = refusals(services)
    files.list.table.selectRow(0)
    qtbot.keyClick(files.list.table, Qt.Key.Key_Return)
    settle()
    assert shown == ["attachments.executable"]


def test_file_is_saved_where_the_user_says(
    files: AttachmentList, house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    drop(files, a_file(tmp_path, "a.txt", b"bytes"))
    settle()
    qtbot.waitUntil(lambda: names(files) == ["a.txt"])
    row = files.list.model.row(0)
    assert row is not None
    files.presenter.save(row, tmp_path / "copy.txt")
    settle()
    assert (tmp_path / "copy.txt").read_bytes() == b"bytes"


def _attach_to(house: House, tmp_path: Path, kind: SubjectKind, number: str) -> None:
    path = a_file(tmp_path, "proof.pdf", kind.value.encode())
    house.use_cases.run(attach_file, AttachFile(path=path, kind=kind, number=number))


def test_files_of_an_order_stand_below_it(
    services: WindowServices,
    program: Program,
    show: Show,
    house: House,
    tmp_path: Path,
    settle: Settle,
) -> None:
    lines = (LineInput(product="P-01"),)
    order = house.use_cases.run(create_order, CreateOrder(customer="C0001", lines=lines))
    _attach_to(house, tmp_path, SubjectKind.ORDER, order.number)
    tab = OrdersTab(services, program)
    show(tab)
    tab.show_place(Place(tab="orders", kind="order", id=order.id))
    settle()
    settle()
    assert names(tab.orders.files) == ["proof.pdf"]


def test_files_of_an_invoice_stand_below_its_pdf(
    services: WindowServices,
    program: Program,
    show: Show,
    house: House,
    tmp_path: Path,
    settle: Settle,
) -> None:
    issue(house, customer="C0001")
    _attach_to(house, tmp_path, SubjectKind.INVOICE, "F2026-00001")
    tab = InvoicingTab(services, program)
    show(tab)
    tab.show_place(Place(tab="invoicing", kind="issued"))
    settle()
    assert names(tab.issued.files) == []
    tab.issued.list.table.selectRow(0)
    settle()
    assert names(tab.issued.files) == ["proof.pdf"]


def test_files_of_a_dispute_stand_below_it(
    services: WindowServices,
    program: Program,
    show: Show,
    house: House,
    tmp_path: Path,
    settle: Settle,
) -> None:
    issue(house, customer="C0001")
    dispute = house.use_cases.run(open_dispute, OpenDispute(number="F2026-00001", reason="price"))
    _attach_to(house, tmp_path, SubjectKind.DISPUTE, str(dispute.id))
    tab = CollectionsTab(services, program)
    show(tab)
    tab.show_place(Place(tab="collections", kind="disputes"))
    settle()
    tab.disputes.list.table.selectRow(0)
    settle()
    assert names(tab.disputes.files) == ["proof.pdf"]
    assert house.queries.attachments.count(PageRequest()) == 1
