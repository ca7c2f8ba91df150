"""Reminders and disputes as the credit controller works with them, mail by a real server."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from otc_desktop.application.disputes.open_dispute import OpenDispute, open_dispute
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.domain.disputes.dispute import DisputeOutcome, DisputeStage
from otc_desktop.persistence.tables.outbox import outbox_message
from otc_desktop.ui.collections.address_form import AddressForm
from otc_desktop.ui.collections.dialogs.open_dispute import OpenDisputeDialog
from otc_desktop.ui.collections.dialogs.settle_dispute import SettleDisputeDialog
from otc_desktop.ui.collections.tab import CollectionsTab
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.notices import Notice
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import Tone
from tests.support.books import invoice_on, open_books, program_of, receive, settling
from tests.support.company_files import Movement
from tests.support.mailbox import Mailbox, mail_server
from tests.support.sales_window import opened

Settle = Callable[[], None]
OpenTab = Callable[[], CollectionsTab]
NBSP = "\u00a0"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
_NOBODY_LISTENS = 1


@pytest.fixture
def settle(qtbot: QtBot, services: WindowServices) -> Settle:
    return settling(qtbot, services)


@pytest.fixture
def server() -> Iterator[tuple[Mailbox, int]]:
    with mail_server() as running:
        yield running


@pytest.fixture
def mailbox(server: tuple[Mailbox, int]) -> Mailbox:
    return server[0]


@pytest.fixture
def reachable() -> bool:
    """Whether the company's settings name the server that runs."""
    return True


@pytest.fixture
def house(
    tmp_path: Path, services: WindowServices, server: tuple[Mailbox, int], reachable: bool
) -> Iterator[House]:
    port = server[1] if reachable else _NOBODY_LISTENS
    with open_books(tmp_path, services, smtp_port=port) as opened:
        yield opened


@pytest.fixture
def open_tab(
    house: House, services: WindowServices, qtbot: QtBot, settle: Settle
) -> Callable[[], CollectionsTab]:
    def make() -> CollectionsTab:
        tab = CollectionsTab(services, program_of(house))
        qtbot.addWidget(tab)
        tab.resize(1340, 660)
        with qtbot.waitExposed(tab):
            tab.show()
        _activate(tab, qtbot)
        settle()
        return tab

    return make


def _activate(tab: QWidget, qtbot: QtBot) -> None:
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)


def _cells(model: object, column: int) -> list[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]  # type: ignore[attr-defined]


def _notices_of(tab: CollectionsTab) -> list[Notice]:
    posted: list[Notice] = []
    tab.services.notices.posted.connect(posted.append)
    return posted


def _dialog(kind: type[QWidget]) -> QWidget:
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]
    assert len(found) == 1, f"{len(found)} dialogs of {kind.__name__}"
    return found[0]


def _overdue(folder: Path) -> str:
    """An invoice of 120 € due on 19 November: on the 20th its first reminder is due."""
    return invoice_on(folder, date(2026, 10, 20))


def test_plan_of_tomorrow_shows_who_why_not_and_the_rendered_text(
    open_tab: OpenTab, house: House, tmp_path: Path, settle: Settle, qtbot: QtBot
) -> None:
    paid_already = invoice_on(tmp_path, date(2026, 9, 1), customer="C0002")
    number = _overdue(tmp_path)
    receive(house, tmp_path, Movement("999.00", "VIREMENT", "MAISON LEFEVRE"))
    tab = open_tab()
    page = tab.planned
    assert page.date_field.date() == date(2026, 11, 23)  # today is a Friday
    assert _cells(page.planned.model, 0) == ["C0001 · Durand Éclairage SARL"]
    assert _cells(page.planned.model, 1) == ["Étape 1"]
    assert _cells(page.planned.model, 3) == [f"120,00{NBSP}€"]
    said = page.preview.text()
    assert number in said
    assert "compta@durand.example" in said
    assert "sauf erreur" in said.lower()
    assert _cells(page.withheld.model, 1) == [paid_already]
    assert "attend d’être rapproché" in _cells(page.withheld.model, 3)[0]
    assert not page.run.isEnabled()  # tomorrow's leave tomorrow


def test_run_by_key_sends_through_the_server_and_tells_its_answer(
    open_tab: OpenTab, tmp_path: Path, settle: Settle, qtbot: QtBot, mailbox: Mailbox
) -> None:
    number = _overdue(tmp_path)
    tab = open_tab()
    notices = _notices_of(tab)
    qtbot.mouseClick(tab.planned.today_button, LEFT)
    settle()
    assert tab.planned.run.isEnabled()
    qtbot.keyClick(tab, Qt.Key.Key_Return, CTRL)
    settle()
    assert len(mailbox.mails) == 1
    assert number in str(mailbox.mails[0].get_payload(decode=True), "utf-8")
    assert notices[-1].title == "Relances créées : 1    À approuver : 0"
    assert notices[-1].text == "accepté par le serveur : 1"
    assert tab.planned.planned.empty_panel.isVisible()  # nothing is left to leave today
    qtbot.keyClick(tab, Qt.Key.Key_3, ALT)
    settle()
    assert tab.sections.current() == "mails"
    assert _cells(tab.outbox.list.model, 3) == ["accepté par le serveur"]
    assert (
        "OK" in _cells(tab.outbox.list.model, 4)[0] or "250" in _cells(tab.outbox.list.model, 4)[0]
    )


@pytest.mark.parametrize("reachable", [False])
def test_server_away_leaves_the_mail_ready_and_says_why(
    open_tab: OpenTab, tmp_path: Path, settle: Settle, qtbot: QtBot
) -> None:
    _overdue(tmp_path)
    tab = open_tab()
    notices = _notices_of(tab)
    qtbot.mouseClick(tab.planned.today_button, LEFT)
    settle()
    qtbot.mouseClick(tab.planned.bar.button(tab.planned.run), LEFT)
    settle()
    assert notices[-1].tone is Tone.WARNING
    assert "injoignable" in notices[-1].text
    tab.show_place(Place(tab="collections", kind="mails"))
    settle()
    assert _cells(tab.outbox.list.model, 3) == ["prêt à partir"]
    assert "injoignable" in _cells(tab.outbox.list.model, 4)[0]


def _accept_question(settle: Settle) -> str:
    """Agree to the one question that is open; returns it."""
    (box,) = (
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QMessageBox) and each.isVisible()
    )
    asked = box.text()
    for button in box.buttons():
        if box.buttonRole(button) is QMessageBox.ButtonRole.AcceptRole:
            button.click()
    settle()
    return asked


@pytest.mark.parametrize("reachable", [False])
def test_a_mail_that_waits_gets_another_address_and_is_cancelled_after_a_question(
    open_tab: OpenTab, tmp_path: Path, settle: Settle, qtbot: QtBot
) -> None:
    _overdue(tmp_path)
    tab = open_tab()
    qtbot.mouseClick(tab.planned.today_button, LEFT)
    settle()
    qtbot.mouseClick(tab.planned.bar.button(tab.planned.run), LEFT)
    settle()
    tab.show_place(Place(tab="collections", kind="mails"))
    settle()
    assert not tab.outbox.cancel.isEnabled()
    tab.outbox.list.table.selectAll()
    settle()
    qtbot.mouseClick(tab.outbox.bar.button(tab.outbox.correct), LEFT)
    form = opened(qtbot, tab, AddressForm)
    form.recipient.setText("nulle part")
    qtbot.mouseClick(form.accept_button, LEFT)
    settle()
    assert form.isVisible(), "an address that is none is refused where it was typed"
    form.recipient.setText("juste@client.example")
    qtbot.mouseClick(form.accept_button, LEFT)
    settle()
    row = tab.outbox.list.model.row(0)
    assert row is not None and row.recipient == "juste@client.example"
    tab.outbox.list.table.selectAll()
    settle()
    qtbot.mouseClick(tab.outbox.bar.button(tab.outbox.cancel), LEFT)
    _accept_question(settle)
    assert _cells(tab.outbox.list.model, 3) == ["annulé"]
    assert not tab.outbox.cancel.isEnabled()


def test_an_uncertain_mail_is_sent_again_only_after_a_question(
    open_tab: OpenTab,
    house: House,
    tmp_path: Path,
    settle: Settle,
    qtbot: QtBot,
    mailbox: Mailbox,
) -> None:
    _overdue(tmp_path)
    tab = open_tab()
    qtbot.mouseClick(tab.planned.today_button, LEFT)
    settle()
    qtbot.keyClick(tab, Qt.Key.Key_Return, CTRL)
    settle()
    assert len(mailbox.mails) == 1
    with house.engine.begin() as connection:  # as after a crash before the answer was noted
        connection.execute(update(outbox_message).values(status="uncertain"))
    tab.show_place(Place(tab="collections", kind="mails"))
    tab.outbox.list.reload()
    settle()
    tab.outbox.list.table.selectAll()
    settle()
    qtbot.keyClick(tab, Qt.Key.Key_R, CTRL)
    settle()
    assert len(mailbox.mails) == 1, "nothing leaves before the answer"
    _accept_question(settle)
    assert len(mailbox.mails) == 2
    assert _cells(tab.outbox.list.model, 3) == ["accepté par le serveur"]


def test_notice_that_waits_is_read_then_approved_and_sent(
    open_tab: OpenTab, tmp_path: Path, settle: Settle, qtbot: QtBot, mailbox: Mailbox
) -> None:
    number = invoice_on(tmp_path, date(2026, 9, 25))  # due 25 October: step 4 needs approval
    tab = open_tab()
    notices = _notices_of(tab)
    qtbot.mouseClick(tab.planned.today_button, LEFT)
    settle()
    qtbot.keyClick(tab, Qt.Key.Key_Return, CTRL)
    settle()
    assert notices[-1].title == "Relances créées : 1    À approuver : 1"
    assert mailbox.mails == []
    qtbot.keyClick(tab, Qt.Key.Key_2, ALT)
    settle()
    assert _cells(tab.notices.list.model, 5) == ["à approuver"]
    tab.notices.list.table.selectAll()
    settle()
    assert number in tab.notices.preview.text()
    qtbot.keyClick(tab, Qt.Key.Key_Return, CTRL)
    settle()
    notice = notices[-1]
    assert notice.title == "À envoyer : 1    Notées comme faites : 0"
    assert notice.action is not None
    notice.action()
    settle()
    assert len(mailbox.mails) == 1
    assert tab.notices.list.empty_panel.isVisible()


def test_dispute_is_opened_and_closed_by_forms(
    open_tab: OpenTab, house: House, tmp_path: Path, settle: Settle, qtbot: QtBot
) -> None:
    number = _overdue(tmp_path)
    tab = open_tab()
    qtbot.keyClick(tab, Qt.Key.Key_4, ALT)
    settle()
    assert "Aucun litige" in tab.disputes.list.empty_panel.text()
    qtbot.keyClick(tab, Qt.Key.Key_N, CTRL)
    dialog = _dialog(OpenDisputeDialog)
    assert isinstance(dialog, OpenDisputeDialog)
    qtbot.keyClicks(dialog.number_field, number)
    settle()
    qtbot.keyClicks(dialog.amount_field, "500")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    settle()
    said = dialog.message_bar.notice()
    assert said is not None
    assert "supérieur au reste dû" in said.title
    dialog.amount_field.selectAll()
    qtbot.keyClicks(dialog.amount_field, "40,50")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    settle()
    (row,) = house.queries.disputes.page(PageRequest())
    assert (row.invoice_number, str(row.amount.amount)) == (number, "40.50")
    assert _cells(tab.disputes.list.model, 0) == ["à examiner"]

    _activate(tab, qtbot)
    tab.disputes.list.table.selectAll()
    qtbot.keyClick(tab, Qt.Key.Key_Return, CTRL)
    closing = _dialog(SettleDisputeDialog)
    assert isinstance(closing, SettleDisputeDialog)
    assert not closing.choices[DisputeOutcome.REPLACEMENT].isEnabled()
    closing.choose(DisputeOutcome.OTHER)
    qtbot.keyClicks(closing.resolution_field, "avoir du 20/11")
    qtbot.mouseClick(closing.accept_button, LEFT)
    settle()
    (row,) = house.queries.disputes.page(PageRequest())
    assert (row.status, row.resolution) == ("closed", "avoir du 20/11")
    assert tab.disputes.list.model.rowCount() == 0


def test_a_dispute_moves_over_the_board_and_ends_with_a_credit_note(
    open_tab: OpenTab, house: House, tmp_path: Path, settle: Settle, qtbot: QtBot
) -> None:
    number = _overdue(tmp_path)
    house.use_cases.run(
        open_dispute, OpenDispute(number=number, reason="price", amount=Decimal("12.00"))
    )
    tab = open_tab()
    tab.show_place(Place(tab="collections", kind="disputes"))
    settle()
    page = tab.disputes
    page.turn.trigger()
    settle()
    new, waiting = (page.board.columns[stage] for stage in (DisputeStage.NEW, DisputeStage.WAITING))
    new.setCurrentRow(0)
    for stage in (DisputeStage.NEW, DisputeStage.IN_HAND):
        cards = page.board.columns[stage]
        cards.setCurrentRow(0)
        qtbot.keyClick(cards, Qt.Key.Key_Right, CTRL)
        settle()
        qtbot.wait(120)
        settle()
    assert (new.count(), waiting.count()) == (0, 1)
    waiting.setCurrentRow(0)
    page.settle_one.trigger()
    dialog = _dialog(SettleDisputeDialog)
    assert isinstance(dialog, SettleDisputeDialog)
    assert dialog.outcome() is DisputeOutcome.CREDIT_NOTE
    qtbot.mouseClick(dialog.accept_button, LEFT)
    settle()
    (row,) = house.queries.disputes.page(PageRequest())
    assert (row.outcome, row.settled_by) == (DisputeOutcome.CREDIT_NOTE, "AV2026-00001")


def test_a_dispute_is_asked_for_from_an_invoice(
    open_tab: OpenTab, tmp_path: Path, settle: Settle
) -> None:
    number = _overdue(tmp_path)
    tab = open_tab()
    tab.show_place(Place(tab="collections", kind="new_dispute", search=number))
    settle()
    dialog = _dialog(OpenDisputeDialog)
    assert isinstance(dialog, OpenDisputeDialog)
    assert dialog.command().number == number
    # Its lines are offered: the invoice has one.
    assert dialog.line_field.count() == 2
