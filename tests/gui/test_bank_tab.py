"""The bank tab as the accountant works with it: by keys and clicks on real books."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from otc_desktop.application.banking.queries import TransactionRow
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.domain.banking.transaction import TransactionStatus
from otc_desktop.ui.bank.dialogs.ignore_lines import IgnoreLinesDialog
from otc_desktop.ui.bank.dialogs.import_result import ImportResultDialog
from otc_desktop.ui.bank.dialogs.line_rules import LineRulesDialog
from otc_desktop.ui.bank.dialogs.post_lines import PostLinesDialog
from otc_desktop.ui.bank.open_items_model import AMOUNT, NUMBER
from otc_desktop.ui.bank.tab import BankTab
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.notices import Notice
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.money_edit import MoneyEdit
from tests.support.books import open_books, program_of, receive, settling
from tests.support.company_files import Movement, write_statement
from tests.support.line import issue

Settle = Callable[[], None]
NBSP = "\u00a0"
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def house(tmp_path: Path, services: WindowServices) -> Iterator[House]:
    with open_books(tmp_path, services) as opened:
        yield opened


@pytest.fixture
def settle(qtbot: QtBot, services: WindowServices) -> Settle:
    return settling(qtbot, services)


@pytest.fixture
def open_tab(
    house: House, services: WindowServices, qtbot: QtBot, settle: Settle
) -> Callable[[], BankTab]:
    def make() -> BankTab:
        tab = BankTab(services, program_of(house))
        qtbot.addWidget(tab)
        tab.resize(1340, 660)
        with qtbot.waitExposed(tab):
            tab.show()
        _activate(tab, qtbot)
        settle()
        return tab

    return make


def _lines(house: House, status: str = "") -> list[TransactionRow]:
    filters = {"status": status} if status else {}
    return list(house.queries.bank_transactions.page(PageRequest(filters=filters)))


def _open_amounts(house: House) -> dict[str, str]:
    rows = house.queries.open_items.page(PageRequest())
    return {row.number: str(row.open.amount) for row in rows}


def _notices_of(tab: BankTab) -> list[Notice]:
    posted: list[Notice] = []
    tab.services.notices.posted.connect(posted.append)
    return posted


def _activate(tab: BankTab, qtbot: QtBot) -> None:
    """Keys are heard by the active window only; a dialog that closed leaves none behind."""
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)


def _dialog(kind: type[QWidget]) -> QWidget:
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]
    assert len(found) == 1, f"{len(found)} dialogs of {kind.__name__}"
    return found[0]


def _shown_ids(tab: BankTab) -> list[str]:
    model = tab.reconciliation.lines.model
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def test_empty_list_says_what_to_do_next(open_tab: Callable[[], BankTab]) -> None:
    tab = open_tab()
    panel = tab.reconciliation.lines.empty_panel
    assert panel.isVisible()
    assert "Importez" in panel.text()
    assert panel.button.isVisible()
    assert "Plus rien" in tab.reconciliation.remaining.text()


def test_import_by_button_tells_added_known_and_refused(
    open_tab: Callable[[], BankTab], house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    receive(house, tmp_path, Movement("-50.00", "LOYER", "SCI"))
    new = write_statement(
        tmp_path / "new.xml",
        [Movement("120.00", "VIR DURAND", "DURAND")],
        day="2026-11-21",
        opening="999.00",
        name="S2",
    )
    broken = tmp_path / "broken.xml"
    broken.write_text("<Document")
    tab = open_tab()
    qtbot.keyClick(tab, Qt.Key.Key_I, CTRL)
    chooser = tab.findChild(QFileDialog)
    assert chooser is not None
    chooser.filesSelected.emit([str(new), str(tmp_path / "S1.xml"), str(broken)])
    chooser.close()
    settle()
    dialog = _dialog(ImportResultDialog)
    assert isinstance(dialog, ImportResultDialog)
    settle()
    assert "ajoutées : 1" in dialog.text()
    assert "Déjà connues : 1" in dialog.text()
    assert "✕ broken.xml" in dialog.text()
    assert "▲ new.xml" in dialog.text()  # opens at 999, the last closed at 950
    qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    settle()
    assert {str(row.amount.amount) for row in _lines(house)} == {"-50.00", "120.00"}
    assert tab.reconciliation.lines.model.rowCount() == 2
    assert "2" in tab.reconciliation.remaining.text()


def test_files_dropped_on_the_tab_are_imported(
    open_tab: Callable[[], BankTab], house: House, tmp_path: Path, settle: Settle
) -> None:
    path = write_statement(tmp_path / "a.xml", [Movement("10.00", "X")], day="2026-11-20")
    tab = open_tab()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    QApplication.sendEvent(tab, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(tab, QDropEvent(QPointF(9, 9), copy, data, left, none))
    settle()
    assert [str(row.amount.amount) for row in _lines(house)] == ["10.00"]
    _dialog(ImportResultDialog).close()


def test_enter_accepts_the_proposal_and_moves_to_the_next_line(
    open_tab: Callable[[], BankTab], house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    first, second = issue(house, price="200.00"), issue(house, price="100.00")
    receive(
        house,
        tmp_path,
        Movement("120.00", f"REGLEMENT {second.invoice.number}", "DURAND"),
        Movement("240.00", f"VIR {first.invoice.number}", "DURAND"),
        Movement("-50.00", "LOYER", "SCI"),
    )
    tab = open_tab()
    assert _shown_ids(tab) == [f"240,00{NBSP}€", f"120,00{NBSP}€", f"−50,00{NBSP}€"]
    said = tab.reconciliation.desk.form.proposal.text()
    assert said.startswith("✓ Sûr à 99,")
    assert f"n°{NBSP}{first.invoice.number} dans le libellé" in said
    assert "montant exact" in said
    assert tab.reconciliation.desk.form.customer.text() == "C0001 · Durand Éclairage SARL"
    assert "Tout le règlement" in tab.reconciliation.desk.form.difference.text()

    qtbot.keyClick(tab.reconciliation.lines.table, Qt.Key.Key_Return)
    settle()
    assert _open_amounts(house) == {second.invoice.number: "120.00"}
    assert (
        f"n°{NBSP}{second.invoice.number} dans le libellé"
        in tab.reconciliation.desk.form.proposal.text()
    )
    qtbot.keyClick(tab.reconciliation.lines.table, Qt.Key.Key_Return)
    settle()
    assert _open_amounts(house) == {}
    assert len(_lines(house, TransactionStatus.MATCHED.value)) == 2
    assert "1" in tab.reconciliation.remaining.text()
    assert "imputez-la à un compte" in tab.reconciliation.desk.text()  # the rent: money out


def test_amount_edited_by_key_leaves_the_rest_open(
    open_tab: Callable[[], BankTab], house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    old, new = issue(house, price="100.00"), issue(house, price="50.00")
    receive(house, tmp_path, Movement("150.00", f"VIR {old.invoice.number}", "DURAND"))
    tab = open_tab()
    form, table = tab.reconciliation.desk.form, tab.reconciliation.desk.form.table
    assert form.items.parts_by_id() != {}
    assert f"30,00{NBSP}€" in form.difference.text()
    row = [form.items.index(each, NUMBER).data() for each in range(2)].index(new.invoice.number)
    table.setFocus()
    table.setCurrentIndex(form.items.index(row, NUMBER))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert form.items.index(row, AMOUNT).data() == f"30,00{NBSP}€"  # what was left of the line
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(MoneyEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "25,50")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: f"4,50{NBSP}€" in form.difference.text())
    qtbot.keyClick(table, Qt.Key.Key_Return)
    settle()
    assert _open_amounts(house) == {new.invoice.number: "34.50"}
    (line,) = _lines(house)
    assert line.status is TransactionStatus.PARTIAL
    assert str(line.unallocated.amount) == "4.50"


def test_missing_amount_needs_a_kind_before_it_is_written_off(
    open_tab: Callable[[], BankTab], house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    made = issue(house, price="100.00")
    receive(house, tmp_path, Movement("108.00", f"VIR {made.invoice.number}", "DURAND"))
    tab = open_tab()
    form = tab.reconciliation.desk.form
    form.table.setCurrentIndex(form.items.index(0, NUMBER))
    qtbot.keyClick(form.table, Qt.Key.Key_Space)  # untick the part payment
    assert not form.accept_button.isEnabled()
    qtbot.keyClick(form.table, Qt.Key.Key_Space)
    qtbot.keyClick(form.table, Qt.Key.Key_F2)
    editor = form.table.findChild(MoneyEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "120")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Il manque" in form.difference.text())
    qtbot.keyClick(tab, Qt.Key.Key_Return, CTRL)
    settle()
    notice = tab.reconciliation.desk.message_bar.notice()
    assert notice is not None
    assert notice.title == "receivables.more_than_received"
    assert _open_amounts(house) == {made.invoice.number: "120.00"}

    form.kind.setFocus()
    for _ in range(3):  # rounding, bank charge, discount
        qtbot.keyClick(form.kind, Qt.Key.Key_Down)
    assert "escompte" in form.kind.currentText()
    qtbot.mouseClick(form.accept_button, Qt.MouseButton.LeftButton)
    settle()
    assert _open_amounts(house) == {}
    (row,) = house.queries.bank_transactions.allocations(_lines(house)[0].id)
    assert (str(row.difference.amount.amount), row.difference.kind) == ("12.00", "discount")


def test_other_customer_is_picked_and_paid(
    open_tab: Callable[[], BankTab], house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    made = issue(house, customer="C0002", price="75.00")
    receive(house, tmp_path, Movement("33.00", "VIREMENT", "INCONNU"))
    tab = open_tab()
    form = tab.reconciliation.desk.form
    assert "Aucune proposition" in form.proposal.text()
    assert form.items.rowCount() == 0
    form.customer.setFocus()
    qtbot.keyClicks(form.customer, "maison")
    qtbot.waitUntil(lambda: form.customer.offered().isVisible())
    settle()
    qtbot.keyClick(form.customer.offered(), Qt.Key.Key_Down)
    qtbot.keyClick(form.customer.offered(), Qt.Key.Key_Return)
    settle()
    assert form.items.index(0, NUMBER).data() == made.invoice.number
    index = form.items.index(0, NUMBER)
    box = form.table.visualRect(index)
    place = QPoint(box.left() + 14, box.center().y())
    qtbot.mouseClick(form.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert form.items.index(0, AMOUNT).data() == f"33,00{NBSP}€"
    qtbot.keyClick(tab, Qt.Key.Key_Return, CTRL)
    settle()
    assert _open_amounts(house) == {made.invoice.number: "57.00"}


def test_all_sure_lines_are_accepted_at_once_with_a_summary(
    open_tab: Callable[[], BankTab],
    house: House,
    tmp_path: Path,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    first, second = issue(house, price="100.00"), issue(house, price="200.00")
    receive(
        house,
        tmp_path,
        Movement("120.00", f"F {first.invoice.number}", "DURAND"),
        Movement("240.00", "SANS NUMERO", "QUELQU'UN"),
        Movement("-9.00", "FRAIS", "BANQUE"),
    )
    tab = open_tab()
    notices = _notices_of(tab)
    qtbot.mouseClick(
        tab.reconciliation.actions_bar.button(tab.reconciliation.actions_bar.sure),
        Qt.MouseButton.LeftButton,
    )
    settle()
    assert _open_amounts(house) == {second.invoice.number: "240.00"}
    (notice,) = notices
    assert notice.title == "Lignes validées : 1"
    assert "À vérifier : 1" in notice.text
    assert "Sans proposition : 1" in notice.text


def test_line_set_aside_with_a_reason_and_taken_back(
    open_tab: Callable[[], BankTab], house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    receive(house, tmp_path, Movement("-50.00", "LOYER", "SCI"))
    tab = open_tab()
    qtbot.keyClick(tab, Qt.Key.Key_M, CTRL)
    dialog = _dialog(IgnoreLinesDialog)
    assert isinstance(dialog, IgnoreLinesDialog)
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    assert "Motif" in dialog.reason_field.toolTip()
    assert _lines(house)[0].status is TransactionStatus.OPEN
    qtbot.keyClicks(dialog.reason_field, "loyer de novembre")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    assert _lines(house)[0].status is TransactionStatus.IGNORED
    assert "Plus rien" in tab.reconciliation.remaining.text()
    tab.reconciliation.lines.show_filtered(filters={"status": TransactionStatus.IGNORED.value})
    settle()
    _activate(tab, qtbot)
    qtbot.keyClick(tab, Qt.Key.Key_M, CTRL | SHIFT)
    settle()
    assert _lines(house)[0].status is TransactionStatus.OPEN


def test_matched_line_has_tick_and_word_and_can_be_undone(
    open_tab: Callable[[], BankTab],
    house: House,
    tmp_path: Path,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    made = issue(house, price="100.00")
    receive(house, tmp_path, Movement("120.00", f"VIR {made.invoice.number}", "DURAND"))
    tab = open_tab()
    qtbot.keyClick(tab.reconciliation.lines.table, Qt.Key.Key_Return)
    settle()
    tab.reconciliation.lines.show_filtered(filters={"status": TransactionStatus.MATCHED.value})
    settle()
    assert "✓ rapprochée" in tab.reconciliation.desk.text()
    assert f"Règle {made.invoice.number}" in tab.reconciliation.desk.text()
    assert "dans le libellé" in tab.reconciliation.desk.text()
    notices = _notices_of(tab)
    (button,) = tab.reconciliation.desk.allocations.undo_buttons
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert _open_amounts(house) == {made.invoice.number: "120.00"}
    assert _lines(house)[0].status is TransactionStatus.OPEN
    assert notices[-1].title == "L’affectation est annulée"


def test_money_out_is_posted_with_a_rule_that_takes_the_next_one(
    open_tab: Callable[[], BankTab], house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    receive(house, tmp_path, Movement("-9.90", "COTISATION CARTE 4521"))
    tab = open_tab()
    qtbot.keyClick(tab, Qt.Key.Key_L, CTRL)
    dialog = _dialog(PostLinesDialog)
    assert isinstance(dialog, PostLinesDialog)
    qtbot.keyClicks(dialog.account, "411000")
    dialog.always.setChecked(True)
    assert dialog.words.text() == "COTISATION CARTE"
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    assert dialog.account.property("invalid")
    dialog.account.setCurrentText("627000 Frais bancaires")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    assert len(_lines(house, TransactionStatus.MATCHED.value)) == 1

    receive(house, tmp_path, Movement("-10.20", "Cotisation carte 8800"), name="S2")
    tab.reconciliation.presenter.accept_sure()
    settle()
    assert len(_lines(house, TransactionStatus.MATCHED.value)) == 2
    newest = _lines(house, TransactionStatus.MATCHED.value)[0]
    tab.show_place(Place(tab="bank", filters={"status": "matched"}))
    settle()
    tab.reconciliation.lines.select_ids([newest.id])
    settle()
    assert "Imputé au compte 627000" in tab.reconciliation.desk.text()
    _activate(tab, qtbot)
    qtbot.keyClick(tab.reconciliation.lines.table, Qt.Key.Key_Z, CTRL)
    settle()
    assert len(_lines(house, TransactionStatus.OPEN.value)) == 1

    tab.reconciliation.show_rules()
    settle()
    rules = _dialog(LineRulesDialog)
    assert isinstance(rules, LineRulesDialog)
    assert rules.table.item(0, 0).text() == "COTISATION CARTE"
    qtbot.mouseClick(rules.remove, Qt.MouseButton.LeftButton)
    settle()
    assert rules.table.rowCount() == 0
