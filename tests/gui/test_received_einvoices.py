"""E-invoices of others in the invoicing tab, and our own saved and checked."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from otc_desktop.adapters.einvoicing.reading.reader import EInvoiceFiles
from otc_desktop.adapters.einvoicing.writer import XmlInvoices
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.domain.invoicing.einvoice import EInvoice, EParty, einvoice_of
from otc_desktop.domain.shared.company import Address, VatRegime
from otc_desktop.ui.invoicing.received.dialog import ReceivedDialog
from otc_desktop.ui.invoicing.received.document_menu import CheckDialog
from otc_desktop.ui.invoicing.tab import InvoicingTab
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.notices import Notice
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import Tone
from tests.support.invoices import an_invoice
from tests.support.line import issue
from tests.support.sales_window import child, choose_file, house, opened, press, program, show

__all__ = ["house", "program", "show"]
Settle = Callable[[], None]
EVERYTHING = PageRequest()


@pytest.fixture
def tab(
    services: WindowServices, program: Program, show: Callable[[InvoicingTab], InvoicingTab]
) -> InvoicingTab:
    shown = show(InvoicingTab(services, program))
    shown.show_place(Place(tab="invoicing", kind="drafts"))
    return shown


def _file(folder: Path, document: EInvoice) -> Path:
    path = folder / f"{document.number}.xml"
    path.write_bytes(XmlInvoices().write(document, syntax="cii"))
    return path


def _ours() -> EInvoice:
    return einvoice_of(an_invoice(number="OLD-1"), regime=VatRegime.DEBITS, reasons={})


def _drop(tab: InvoicingTab, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    tab.dropEvent(event)


def test_a_dropped_invoice_is_shown_judged_and_becomes_a_draft(
    tab: InvoicingTab, house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    pytest.importorskip("saxonche", reason="the rules need saxonche")
    _drop(tab, _file(tmp_path, _ours()))
    settle()
    dialog = opened(qtbot, tab, ReceivedDialog)
    assert "OLD-1" in dialog.windowTitle()
    assert "Menuiserie Durand & Fils" in dialog.sheet.text()
    assert [each.tone for each in dialog.verdicts.verdict_labels] == [Tone.GOOD] * 3
    assert dialog.banner.tone is Tone.GOOD
    assert dialog.customer.row().code == "C0001"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    [row] = house.queries.drafts.page(EVERYTHING)
    assert (row.customer_code, row.total_incl_tax) == ("C0001", _ours().total_incl_tax)
    qtbot.waitUntil(lambda: tab.drafts.list.model.rowCount() == 1)
    tab.drafts.list.table.selectRow(0)
    qtbot.waitUntil(lambda: tab.drafts.files.list.model.rowCount() == 1)


def test_faults_are_told_by_rule_and_a_strangers_invoice_is_asked_about(
    tab: InvoicingTab, house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    stranger = EParty(name="Fonderie Martin", address=Address(city="Lille"), siren="100000009")
    path = _file(tmp_path, replace(_ours(), seller=stranger, number="P 2"))
    press(qtbot, tab, Qt.Key.Key_O)
    choose_file(qtbot, tab, path)
    settle()
    dialog = opened(qtbot, tab, ReceivedDialog)
    assert dialog.banner.tone is Tone.WARNING
    assert "BR-FR-02" in dialog.verdicts.text()
    assert Tone.BAD in {each.tone for each in dialog.verdicts.verdict_labels}
    dialog.make_draft()
    settle()
    box = child(dialog, QMessageBox)
    assert house.queries.drafts.count(EVERYTHING) == 0
    box.defaultButton().click()
    settle()
    assert house.queries.drafts.count(EVERYTHING) == 1


def test_an_unknown_buyer_is_asked_for_in_the_dialog(
    tab: InvoicingTab, house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    nobody = EParty(name="Personne", address=Address(city="Lille"))
    tab.einvoices.take_in(_file(tmp_path, replace(_ours(), buyer=nobody)))
    settle()
    dialog = opened(qtbot, tab, ReceivedDialog)
    dialog.make_draft()
    settle()
    assert dialog.message_bar.isVisible()
    assert dialog.customer.hasFocus()
    [row] = house.queries.customers.page(PageRequest(search="Lefèvre"))
    dialog.customer.set_row(row)
    dialog.make_draft()
    settle()
    assert [each.customer_code for each in house.queries.drafts.page(EVERYTHING)] == ["C0002"]


def test_a_file_that_is_none_is_refused_in_words(
    tab: InvoicingTab, services: WindowServices, tmp_path: Path, settle: Settle
) -> None:
    posted: list[Notice] = []
    services.notices.posted.connect(posted.append)
    path = tmp_path / "none.pdf"
    path.write_bytes(b"%PDF-1.7 rubbish")
    tab.einvoices.take_in(path)
    settle()
    assert [each.title for each in posted] == ["einvoicing.pdf_broken"]
    assert tab.findChildren(ReceivedDialog) == []


def test_our_own_document_is_saved_and_checked(
    tab: InvoicingTab, house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    pytest.importorskip("saxonche", reason="the rules need saxonche")
    number = issue(house).invoice.number
    settle()
    tab.show_place(Place(tab="invoicing", kind="issued"))
    settle()
    tab.issued.list.table.selectRow(0)
    settle()
    for action, name in (
        (tab.issued.einvoice_menu.cii, "a.xml"),
        (tab.issued.einvoice_menu.ubl, "b.xml"),
        (tab.issued.einvoice_menu.facturx, "c.pdf"),
    ):
        action.trigger()
        choose_file(qtbot, tab, tmp_path / name)
        settle()
        assert EInvoiceFiles().read((tmp_path / name).read_bytes()).invoice.number == number
    tab.issued.einvoice_menu.check.trigger()
    settle()
    dialog = opened(qtbot, tab, CheckDialog)
    assert [each.tone for each in dialog.verdicts.verdict_labels] == [Tone.GOOD] * 6
