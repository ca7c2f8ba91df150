"""The timeline of a customer as a credit controller works with it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from otc_desktop.application.attachments.attach_file import AttachFile, attach_file
from otc_desktop.application.customers.add_note import AddNote, add_note
from otc_desktop.application.invoicing.send_invoice import SendInvoice, send_invoice
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.domain.dunning.call import CallOutcome
from otc_desktop.domain.dunning.promise import PromiseState
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.ui.customers.dialogs.call_form import CallForm
from otc_desktop.ui.customers.dialogs.promise_form import PromiseForm
from otc_desktop.ui.customers.pages.timeline_page import TimelinePage
from otc_desktop.ui.customers.tab import CustomersTab
from otc_desktop.ui.customers.timeline_kinds import Group
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.text_dialog import TextDialog
from tests.support.line import issue
from tests.support.sales_window import CTRL, child, house, opened, places, program, show

__all__ = ["house", "places", "program", "show"]
Settle = Callable[[], None]
Show = Callable[[CustomersTab], CustomersTab]
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def tab(services: WindowServices, program: Program, show: Show, house: House) -> CustomersTab:
    """C0001 on show with its timeline; it was sent one invoice."""
    issue(house, customer="C0001")
    house.use_cases.run(send_invoice, SendInvoice(number="F2026-00001"))
    return show(CustomersTab(services, program))


@pytest.fixture
def page(tab: CustomersTab, settle: Settle) -> TimelinePage:
    """The timeline page."""
    tab.panel.show_page(tab.panel.timeline_page)
    settle()
    return tab.panel.timeline_page


def kinds(page: TimelinePage) -> list[str]:
    rows = [page.list.model.row(number) for number in range(page.list.model.rowCount())]
    return [row.kind for row in rows if row is not None]


def choose(page: TimelinePage, kind: str, settle: Settle) -> None:
    page.list.table.selectRow(kinds(page).index(kind))
    settle()


def press(qtbot: QtBot, page: TimelinePage, key: Qt.Key) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page.list.table, key, CTRL_SHIFT)


def told_again(qtbot: QtBot, settle: Settle, page: TimelinePage, kind: str) -> None:
    """Wait until the change reached the list."""
    qtbot.waitUntil(lambda: kinds(page)[:1] == [kind])
    settle()


def customer_of(house: House) -> CustomerId:
    [row] = house.queries.customers.page(PageRequest(search="C0001"))
    return CustomerId(row.id)


def test_timeline_is_narrowed_by_a_chip_and_by_a_word_of_the_sentence(
    page: TimelinePage, qtbot: QtBot, settle: Settle
) -> None:
    assert kinds(page) == ["InvoiceQueued", "InvoiceIssued", "CustomerCreated"]
    page.groups.choose(Group.DOCUMENTS)
    settle()
    assert kinds(page) == ["InvoiceIssued"]
    page.groups.choose(Group.MAILS)
    settle()
    assert kinds(page) == ["InvoiceQueued"]
    page.groups.choose(None)
    settle()
    sentence = page.list.model.index(kinds(page).index("InvoiceIssued"), 1).data()
    # The first word is the screen's own, in whatever language it speaks.
    page.list.filter_bar.search_field.setText(sentence.split()[0])
    qtbot.keyClick(page.list.filter_bar.search_field, Qt.Key.Key_Return)
    settle()
    assert "InvoiceIssued" in kinds(page)
    assert "CustomerCreated" not in kinds(page)


def test_note_when_written_by_keys_then_it_is_told_in_full(
    page: TimelinePage, qtbot: QtBot, settle: Settle
) -> None:
    text = "Demander Mme Renaud.\nFermé le mercredi."
    press(qtbot, page, Qt.Key.Key_N)
    dialog = opened(qtbot, page, TextDialog)
    dialog.field.setPlainText(text)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return, CTRL)
    told_again(qtbot, settle, page, "NoteAdded")
    choose(page, "NoteAdded", settle)
    assert page.detail.text.toPlainText() == text


def test_empty_note_is_refused_and_the_dialog_stays(
    page: TimelinePage, qtbot: QtBot, settle: Settle
) -> None:
    press(qtbot, page, Qt.Key.Key_N)
    dialog = opened(qtbot, page, TextDialog)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return, CTRL)
    settle()
    assert dialog.isVisible()
    assert dialog.message_bar.isVisible()
    dialog.reject()


def test_note_on_a_chosen_invoice_names_it(
    page: TimelinePage, qtbot: QtBot, settle: Settle
) -> None:
    choose(page, "InvoiceIssued", settle)
    press(qtbot, page, Qt.Key.Key_N)
    dialog = opened(qtbot, page, TextDialog)
    dialog.field.setPlainText("Palette abîmée")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return, CTRL)
    told_again(qtbot, settle, page, "NoteAdded")
    choose(page, "NoteAdded", settle)
    assert "F2026-00001" in page.detail.facts.text()


def test_note_when_withdrawn_then_the_timeline_tells_it(
    page: TimelinePage, house: House, qtbot: QtBot, settle: Settle
) -> None:
    house.use_cases.run(add_note, AddNote(customer_id=customer_of(house), text="Faux"))
    told_again(qtbot, settle, page, "NoteAdded")
    choose(page, "NoteAdded", settle)
    page.detail.withdraw_button.click()
    box = child(page, QMessageBox)
    accept = next(b for b in box.buttons() if box.buttonRole(b) is box.ButtonRole.AcceptRole)
    accept.click()
    told_again(qtbot, settle, page, "NoteWithdrawn")


def test_call_when_noted_then_outcome_and_next_date_are_kept(
    page: TimelinePage, qtbot: QtBot, settle: Settle
) -> None:
    press(qtbot, page, Qt.Key.Key_A)
    form = opened(qtbot, page, CallForm)
    form.outcome.setCurrentIndex(form.outcome.findData(CallOutcome.CALL_BACK.value))
    form.minutes.setValue(7)
    form.next_call_on.field.setFocus()
    qtbot.keyClicks(form.next_call_on.field, "23/11/2026")
    qtbot.keyClick(form.next_call_on.field, Qt.Key.Key_Return, CTRL)
    told_again(qtbot, settle, page, "CallLogged")
    choose(page, "CallLogged", settle)
    assert "23/11/2026" in page.detail.facts.text()
    assert "7" in page.detail.facts.text()


def test_promise_when_noted_for_a_ticked_invoice_then_its_state_is_shown_and_it_can_be_cancelled(
    page: TimelinePage, house: House, qtbot: QtBot, settle: Settle
) -> None:
    press(qtbot, page, Qt.Key.Key_P)
    settle()
    form = opened(qtbot, page, PromiseForm)
    form.invoices.item(0).setCheckState(Qt.CheckState.Checked)
    money = form.amount.money()
    assert money is not None
    assert str(money) == "120.00 EUR"
    qtbot.keyClick(form.amount, Qt.Key.Key_Return, CTRL)  # without a date
    settle()
    assert form.isVisible()
    form.promised_on.set_date(date(2026, 11, 25))
    qtbot.keyClick(form.amount, Qt.Key.Key_Return, CTRL)
    told_again(qtbot, settle, page, "PromiseRecorded")
    choose(page, "PromiseRecorded", settle)
    assert "120,00" in page.detail.state.text()
    assert page.promises.isVisible()
    page.detail.cancel_button.click()
    dialog = opened(qtbot, page, TextDialog)
    dialog.field.setPlainText("Erreur de saisie")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return, CTRL)
    told_again(qtbot, settle, page, "PromiseCancelled")
    [row] = house.queries.promises.of_customer(customer_of(house)).promises
    assert row.state is PromiseState.CANCELLED
    qtbot.waitUntil(page.promises.isHidden)


def test_enter_on_a_line_opens_its_document(
    page: TimelinePage, places: list[Place], qtbot: QtBot, settle: Settle
) -> None:
    choose(page, "InvoiceIssued", settle)
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    assert places == [Place(tab="invoicing", kind="issued", search="F2026-00001")]


def test_mail_of_a_line_is_previewed(page: TimelinePage, settle: Settle) -> None:
    choose(page, "InvoiceQueued", settle)
    assert "F2026-00001" in page.detail.text.toPlainText()


class _Viewer:
    """What the system would open files with."""

    def __init__(self) -> None:
        self.opened: list[Path] = []


@pytest.fixture
def viewer(qtbot: QtBot) -> Iterator[_Viewer]:
    """Takes the place of the system's viewers."""
    from PySide6.QtCore import QObject, QUrl, Slot

    seen = _Viewer()

    class Receiver(QObject):
        @Slot(QUrl)
        def show_file(self, url: QUrl) -> None:
            seen.opened.append(Path(url.toLocalFile()))

    receiver = Receiver()
    QDesktopServices.setUrlHandler("file", receiver, "show_file")
    yield seen
    QDesktopServices.unsetUrlHandler("file")


def test_files_of_a_line_are_reachable_from_it(
    page: TimelinePage,
    house: House,
    tmp_path: Path,
    viewer: _Viewer,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    scan = tmp_path / "bon.pdf"
    scan.write_bytes(b"%PDF-1.4 x")
    house.use_cases.run(
        attach_file, AttachFile(path=scan, kind=SubjectKind.INVOICE, number="F2026-00001")
    )
    told_again(qtbot, settle, page, "AttachmentAdded")
    choose(page, "InvoiceIssued", settle)
    files = page.detail.files
    assert files.list.model.rowCount() == 1
    files.list.table.selectRow(0)
    qtbot.keyClick(files.list.table, Qt.Key.Key_Return)
    settle()
    assert [path.name for path in viewer.opened] == ["bon.pdf"]
    assert viewer.opened[0].read_bytes() == b"%PDF-1.4 x"
