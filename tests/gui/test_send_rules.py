"""The window asks, sends or keeps still at issue, as the rules say; what came back is read."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMessageBox
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from otc_desktop.application.company.send_rule import (
    ReadSendRule,
    SetSendRule,
    read_send_rule,
    set_send_rule,
)
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.domain.shared.sending import SendAtIssue
from otc_desktop.persistence.tables.mailbox import received_mail
from otc_desktop.ui.customers.tab import CustomersTab
from otc_desktop.ui.invoicing.dialogs.mail_history import MailHistory
from otc_desktop.ui.invoicing.tab import InvoicingTab
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.settings.send_rule import SendRuleDialog
from otc_desktop.ui.widgets.paper_dialog import PaperDialog
from tests.support.line import draft, issue
from tests.support.sales_window import house, opened, press, program, show

__all__ = ["house", "program", "show"]
Settle = Callable[[], None]
Show = Callable[[InvoicingTab], InvoicingTab]
MOUSE = Qt.MouseButton.LeftButton
EVERY = PageRequest()


@pytest.fixture
def tab(services: WindowServices, program: Program, show: Show) -> InvoicingTab:
    return show(InvoicingTab(services, program))


def _issue(tab: InvoicingTab, house: House, qtbot: QtBot, settle: Settle) -> QMessageBox:
    """The question before the only draft is issued."""
    qtbot.mouseClick(tab.sections.chip("drafts"), MOUSE)
    qtbot.waitUntil(lambda: tab.drafts.list.model.rowCount() == 1)
    tab.drafts.list.table.selectRow(0)
    settle()
    qtbot.mouseClick(tab.drafts.bar.button(tab.drafts.issue), MOUSE)
    settle()
    return opened(qtbot, tab, QMessageBox)


@pytest.mark.parametrize(
    ("rule", "ticked", "queued"),
    [("ask", True, 1), ("at_issue", False, 1)],
)
def test_the_rule_decides_what_issuing_asks_and_queues(
    tab: InvoicingTab,
    house: House,
    qtbot: QtBot,
    settle: Settle,
    rule: str,
    ticked: bool,
    queued: int,
) -> None:
    house.use_cases.run(set_send_rule, SetSendRule(rule=SendAtIssue(rule)))
    draft(house)
    box = _issue(tab, house, qtbot, settle)
    asked = box.checkBox()
    assert (asked is not None) is (rule == "ask")
    if ticked:
        assert isinstance(asked, QCheckBox)
        asked.setChecked(True)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.queries.invoices.count(EVERY) == 1)
    settle()
    assert house.queries.outbox.count(EVERY) == queued


def test_the_companys_rule_is_kept(
    tab: InvoicingTab,
    services: WindowServices,
    program: Program,
    house: House,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    dialog = SendRuleDialog(services, program, parent=tab)
    dialog.open()
    settle()
    assert dialog.choices[SendAtIssue.ASK].isChecked()
    dialog.choices[SendAtIssue.AT_ISSUE].setChecked(True)
    qtbot.mouseClick(dialog.accept_button, MOUSE)
    settle()
    assert house.use_cases.run(read_send_rule, ReadSendRule()) is SendAtIssue.AT_ISSUE


def test_an_answer_is_read_as_text_in_the_mails_of_its_document(
    tab: InvoicingTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    invoice = issue(house).invoice
    at = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    with house.engine.begin() as connection:
        connection.execute(
            insert(received_mail).values(
                id=invoice.id,
                identity="<a@durand.example>",
                nature="reply",
                customer_id=invoice.customer_id,
                invoice_id=invoice.id,
                sender="compta@durand.example",
                sender_name="Zoé",
                subject="Re: facture",
                body="Bonjour,\n<script>alert(1)</script> il manque deux lampes.",
                diagnostic="",
                files=0,
                left_out="[]",
                sent_at=at,
                filed_at=at,
            )
        )
    tab.show_place(Place(tab="invoicing"))
    qtbot.waitUntil(lambda: tab.issued.list.model.rowCount() == 1)
    settle()
    tab.issued.list.table.selectRow(0)
    settle()
    press(qtbot, tab, Qt.Key.Key_H)
    settle()
    history = opened(qtbot, tab, MailHistory)
    answer = history.tree.topLevelItem(0)
    assert answer is not None
    assert "compta@durand.example" in answer.text(0)
    history.tree.setCurrentItem(answer)
    assert "<script>alert(1)</script> il manque" in history.text.toPlainText()
    asked: list[Place] = []
    tab.services.navigator.requested.connect(asked.append)
    qtbot.mouseClick(history.dispute, MOUSE)
    assert [(place.kind, place.search) for place in asked] == [("new_dispute", "F2026-00001")]


def test_a_statement_is_shown_and_sent_from_the_customers_file(
    services: WindowServices,
    program: Program,
    house: House,
    show: Callable[[CustomersTab], CustomersTab],
    qtbot: QtBot,
    settle: Settle,
) -> None:
    customer = issue(house).invoice.customer_id
    customers = show(CustomersTab(services, program))
    customers.show_place(Place(tab="customers", id=customer))
    settle()
    qtbot.mouseClick(customers.bar.button(customers.statement), MOUSE)
    settle()
    dialog = opened(qtbot, customers, PaperDialog)
    qtbot.waitUntil(lambda: dialog.preview.page_count() == 1)
    qtbot.mouseClick(dialog.accept_button, MOUSE)
    settle()
    [mail] = house.queries.outbox.page(EVERY)
    assert mail.kind == "statement"
