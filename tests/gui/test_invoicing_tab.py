"""The invoicing tab: from deliveries to issued documents, mails and credit notes."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from otc_desktop.application.invoicing.create_invoice import CreateInvoice, create_invoice
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.invoicing.send_invoice import SendInvoice, send_invoice
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.sales.confirm_order import ConfirmOrder, confirm_order
from otc_desktop.application.sales.create_delivery import CreateDelivery, create_delivery
from otc_desktop.application.sales.create_order import CreateOrder, create_order
from otc_desktop.bootstrap import House
from otc_desktop.domain.invoicing.correction_reason import CorrectionReason
from otc_desktop.domain.shared.errors import Cancelled, ExternalError, RuleError
from otc_desktop.ui.invoicing.batches import run_batch
from otc_desktop.ui.invoicing.dialogs.credit_form import CreditForm
from otc_desktop.ui.invoicing.dialogs.mail_form import MailForm
from otc_desktop.ui.invoicing.dialogs.mail_history import MailHistory
from otc_desktop.ui.invoicing.dialogs.mail_review import MailReview
from otc_desktop.ui.invoicing.dialogs.mail_templates_form import MailTemplatesForm
from otc_desktop.ui.invoicing.tab import InvoicingTab
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.notices import Notice
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.fault_report import FaultReport
from tests.support.line import draft, issue
from tests.support.sales_window import (
    cells,
    choose_file,
    column_of,
    house,
    opened,
    press,
    program,
    show,
)

__all__ = ["house", "program", "show"]
Settle = Callable[[], None]
Show = Callable[[InvoicingTab], InvoicingTab]
MOUSE = Qt.MouseButton.LeftButton


@pytest.fixture
def tab(services: WindowServices, program: Program, show: Show) -> InvoicingTab:
    return show(InvoicingTab(services, program))


@pytest.fixture
def notices(services: WindowServices) -> list[Notice]:
    posted: list[Notice] = []
    services.notices.posted.connect(posted.append)
    return posted


def _deliver(house: House, customer: str, quantity: str) -> None:
    run = house.use_cases.run
    line = LineInput(product="P-01", quantity=Decimal(quantity))
    order = run(create_order, CreateOrder(customer=customer, lines=(line,)))
    run(confirm_order, ConfirmOrder(number=order.number))
    run(create_delivery, CreateDelivery(order=order.number))


def _agree(qtbot: QtBot, tab: InvoicingTab) -> None:
    box = opened(qtbot, tab, QMessageBox)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def test_deliveries_when_prepared_and_issued_then_stand_with_number_open_amount_and_pdf(
    tab: InvoicingTab, house: House, notices: list[Notice], qtbot: QtBot, settle: Settle
) -> None:
    _deliver(house, "C0001", "10")
    _deliver(house, "C0002", "1")
    deliveries = tab.to_invoice.list
    qtbot.waitUntil(lambda: deliveries.model.rowCount() == 2)
    deliveries.table.selectAll()
    assert tab.to_invoice.prepare.isEnabled()
    press(qtbot, tab, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.queries.drafts.count(PageRequest()) == 2)
    settle()
    qtbot.waitUntil(lambda: tab.sections.chip("drafts").text().endswith("2"))
    assert notices[-1].action is not None
    notices[-1].action()
    settle()
    drafts = tab.drafts.list
    assert column_of(drafts.model, "total_incl_tax") == ["238,80\u00a0€", "23,88\u00a0€"]
    drafts.table.selectRow(0)
    settle()
    assert "Lampe de bureau" in tab.drafts.panel.text()
    qtbot.mouseClick(tab.drafts.bar.button(tab.drafts.issue_all), MOUSE)
    settle()
    box = opened(qtbot, tab, QMessageBox)
    assert "262,68" in box.text()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.queries.invoices.count(PageRequest()) == 2)
    settle()
    assert "F2026-00001 – F2026-00002" in notices[-1].text
    assert notices[-1].action is not None
    notices[-1].action()
    settle()
    issued = tab.issued.list
    qtbot.waitUntil(lambda: issued.model.rowCount() == 2)
    assert sorted(column_of(issued.model, "number")) == ["F2026-00001", "F2026-00002"]
    assert set(column_of(issued.model, "status")) == {"Non échue"}
    assert "262,68" in issued.totals_bar.text()
    issued.table.selectRow(0)
    settle()
    qtbot.waitUntil(lambda: tab.issued.preview.page_count() == 1)


def test_drafts_when_one_is_faulty_then_the_others_are_issued_and_the_fault_is_listed(
    tab: InvoicingTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    draft(house, customer="C0001")
    line = LineInput(description="Plus tard", unit_price=Decimal(5), vat_rate=Decimal(20))
    house.use_cases.run(
        create_invoice,
        CreateInvoice(customer="C0002", lines=(line,), wished_date=date(2027, 1, 31)),
    )
    qtbot.mouseClick(tab.sections.chip("drafts"), MOUSE)
    qtbot.waitUntil(lambda: tab.drafts.list.model.rowCount() == 2)
    tab.drafts.list.table.selectAll()
    settle()
    press(qtbot, tab, Qt.Key.Key_Return)
    settle()
    _agree(qtbot, tab)
    settle()
    report = opened(qtbot, tab, FaultReport)
    settle()
    [fault] = [cells(report.list.model, row) for row in range(report.list.model.rowCount())]
    assert fault[0] == "C0002 Maison Lefèvre"
    assert "31/01/2027" in fault[1]
    assert house.queries.invoices.count(PageRequest()) == 1
    qtbot.waitUntil(lambda: tab.drafts.list.model.rowCount() == 1)


def test_draft_when_discarded_then_its_delivery_can_be_invoiced_again(
    tab: InvoicingTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    _deliver(house, "C0001", "1")
    qtbot.waitUntil(lambda: tab.to_invoice.list.model.rowCount() == 1)
    qtbot.mouseClick(tab.to_invoice.bar.button(tab.to_invoice.prepare_all), MOUSE)
    qtbot.waitUntil(lambda: house.queries.drafts.count(PageRequest()) == 1)
    qtbot.mouseClick(tab.sections.chip("drafts"), MOUSE)
    settle()
    qtbot.waitUntil(lambda: tab.drafts.list.model.rowCount() == 1)
    tab.drafts.list.table.selectRow(0)
    settle()
    tab.drafts.list.table.setFocus()
    qtbot.keyClick(tab.drafts.list.table, Qt.Key.Key_Delete)
    _agree(qtbot, tab)
    qtbot.waitUntil(lambda: house.queries.drafts.count(PageRequest()) == 0)
    assert house.queries.deliveries_to_invoice.count(PageRequest()) == 1
    qtbot.waitUntil(tab.drafts.list.empty_panel.isVisible)
    assert "Préparez les factures" in tab.drafts.list.empty_panel.text()


@pytest.fixture
def issued(tab: InvoicingTab, house: House, qtbot: QtBot, settle: Settle) -> InvoicingTab:
    """The issued list with one invoice of 120.00, selected."""
    issue(house, customer="C0001")
    tab.show_place(Place(tab="invoicing"))
    qtbot.waitUntil(lambda: tab.issued.list.model.rowCount() == 1)
    settle()
    tab.issued.list.table.selectRow(0)
    settle()
    return tab


def test_mail_is_read_changed_and_queued_and_a_second_one_is_told_about(
    issued: InvoicingTab, house: House, notices: list[Notice], qtbot: QtBot, settle: Settle
) -> None:
    press(qtbot, issued, Qt.Key.Key_E)
    settle()
    form = opened(qtbot, issued, MailForm)
    assert "F2026-00001" in form.subject.text()
    form.recipients.setText("pas une adresse")
    qtbot.mouseClick(form.accept_button, MOUSE)
    settle()
    assert form.recipients.property("invalid")
    form.recipients.setText("compta@durand.example; direction@durand.example")
    form.body_field.setPlainText("Bonjour Léa,\nvoici la facture.")
    qtbot.mouseClick(form.accept_button, MOUSE)
    qtbot.waitUntil(lambda: house.queries.outbox.count(PageRequest()) == 2)
    settle()
    assert notices[-1].title == "Dans la boîte d’envoi : 1"
    mails = house.queries.outbox.page(PageRequest())
    assert {mail.recipient for mail in mails} == {
        "compta@durand.example",
        "direction@durand.example",
    }
    assert {mail.body for mail in mails} == {"Bonjour Léa,\nvoici la facture.\n"}
    press(qtbot, issued, Qt.Key.Key_E)
    settle()
    form = opened(qtbot, issued, MailForm)
    assert any("déjà" in label.text() for label in form.findChildren(QLabel))
    form.reject()
    shown = issued.issued.list.model
    qtbot.waitUntil(lambda: column_of(shown, "mail_status") == ["prêt à partir"])
    press(qtbot, issued, Qt.Key.Key_H)
    settle()
    history = opened(qtbot, issued, MailHistory)
    branches = [history.tree.topLevelItem(place) for place in range(2)]
    assert {branch.childCount() for branch in branches if branch is not None} == {1}


def test_many_mails_are_reviewed_and_those_without_address_stay(
    tab: InvoicingTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    issue(house, customer="C0001")
    issue(house, customer="C0001")
    house.use_cases.run(send_invoice, SendInvoice(number="F2026-00002"))
    tab.show_place(Place(tab="invoicing"))
    qtbot.waitUntil(lambda: tab.issued.list.model.rowCount() == 2)
    settle()
    tab.issued.list.table.selectAll()
    settle()
    press(qtbot, tab, Qt.Key.Key_E)
    settle()
    review = opened(qtbot, tab, MailReview)
    assert [mail.number for mail in review.chosen()] == ["F2026-00001"]
    qtbot.mouseClick(review.accept_button, MOUSE)
    qtbot.waitUntil(lambda: house.queries.outbox.count(PageRequest()) == 2)


def test_pdf_when_saved_then_is_the_archived_one(
    issued: InvoicingTab, house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    target = tmp_path / "copie.pdf"
    press(qtbot, issued, Qt.Key.Key_S)
    choose_file(qtbot, issued, target)
    qtbot.waitUntil(target.exists)
    settle()
    [row] = house.queries.invoices.page(PageRequest())
    assert target.read_bytes() == house.queries.document_pdf(row.invoice_id)


def test_credit_note_when_a_quantity_is_too_large_then_is_refused_at_its_field(
    issued: InvoicingTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    qtbot.mouseClick(issued.issued.bar.button(issued.issued.credit), MOUSE)
    settle()
    form = opened(qtbot, issued, CreditForm)
    qtbot.mouseClick(form.accept_button, MOUSE)
    assert form.reason.property("invalid")
    form.reason.setCurrentIndex(form.reason.findData(CorrectionReason.QUANTITY))
    qtbot.mouseClick(form.partial, MOUSE)
    form.partial.setChecked(True)
    qtbot.keyClicks(form.field(0), "3")
    qtbot.keyClick(form.field(0), Qt.Key.Key_Return)
    settle()
    assert form.field(0).property("invalid")
    form.field(0).clear()
    qtbot.keyClicks(form.field(0), "0,5")
    qtbot.keyClick(form.field(0), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.queries.drafts.count(PageRequest()) == 1)
    [credit] = house.queries.drafts.page(PageRequest())
    assert str(credit.total_incl_tax) == "60.00 EUR"
    qtbot.mouseClick(issued.sections.chip("drafts"), MOUSE)
    qtbot.waitUntil(lambda: column_of(issued.drafts.list.model, "kind") == ["avoir"])
    house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=credit.id))
    qtbot.mouseClick(issued.sections.chip("issued"), MOUSE)
    qtbot.waitUntil(lambda: "(1 sur 1)" in issued.issued.errors.text())


def test_list_when_narrowed_to_settled_then_open_invoices_are_left_out(
    issued: InvoicingTab, settle: Settle
) -> None:
    issued.show_place(Place(tab="invoicing", filters={"status": "paid"}))
    settle()
    assert issued.issued.list.model.rowCount() == 0
    issued.show_place(Place(tab="invoicing", filters={"status": "open"}))
    settle()
    assert issued.issued.list.model.rowCount() == 1


class _StoppedAfter:
    """A task whose user presses Cancel after some documents."""

    def __init__(self, documents: int) -> None:
        self._left = documents

    def progress(self, done: int, total: int) -> None:
        pass

    def check_cancelled(self) -> None:
        if not self._left:
            raise Cancelled
        self._left -= 1


def test_batch_when_stopped_then_what_was_done_is_told_and_the_rest_is_left() -> None:
    outcome = run_batch(["a", "b", "c"], lambda item, task: item.upper(), _StoppedAfter(2))
    assert outcome.done == (("a", "A"), ("b", "B"))
    assert outcome.stopped


def test_batch_when_one_is_refused_then_goes_on_and_when_the_disk_is_full_then_ends() -> None:
    def run_one(item: str, task: object) -> str:
        if item == "faulty":
            raise RuleError("invoicing.no_lines")
        if item == "full":
            raise ExternalError("files.disk_full", retryable=True)
        return item

    outcome = run_batch(["faulty", "good", "full", "never"], run_one, _StoppedAfter(9))
    assert [item for item, _ in outcome.done] == ["good"]
    assert [item for item, _ in outcome.refused] == ["faulty", "full"]
    assert outcome.stopped


def test_usual_words_of_a_mail_are_changed_where_they_are_read(
    issued: InvoicingTab, qtbot: QtBot, settle: Settle
) -> None:
    press(qtbot, issued, Qt.Key.Key_E)
    settle()
    qtbot.mouseClick(opened(qtbot, issued, MailForm).words, MOUSE)
    settle()
    words = opened(qtbot, issued, MailTemplatesForm)
    words.text.setPlainText("{{ montant }}")
    qtbot.mouseClick(words.accept_button, MOUSE)
    settle()
    assert words.text.property("invalid")
    words.text.setPlainText("Voici {{ invoice.number }}.")
    qtbot.mouseClick(words.accept_button, MOUSE)
    qtbot.waitUntil(words.as_delivered.isEnabled)
    words.reject()
    press(qtbot, issued, Qt.Key.Key_E)
    settle()
    form = opened(qtbot, issued, MailForm)
    assert form.body_field.toPlainText() == "Voici F2026-00001.\n"
