"""The whole line once, by clicks and keys in the real window."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from otc_desktop.application.company.find_company import FindCompany, find_company
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.bootstrap.window import make_window
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.ui.accounting.dialogs.export_entries import ExportEntriesDialog
from otc_desktop.ui.accounting.dialogs.export_result import ExportResultDialog
from otc_desktop.ui.accounting.tab import AccountingTab
from otc_desktop.ui.bank.dialogs.import_result import ImportResultDialog
from otc_desktop.ui.bank.tab import BankTab
from otc_desktop.ui.collections.tab import CollectionsTab
from otc_desktop.ui.invoicing.tab import InvoicingTab
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tab_page import TabPage
from otc_desktop.ui.orders.dialogs.delivery_form import DeliveryForm
from otc_desktop.ui.orders.dialogs.order_form import OrderForm
from otc_desktop.ui.orders.tab import OrdersTab
from otc_desktop.ui.shell.main_window import MainWindow
from tests.support.books import invoice_on, open_books, settling
from tests.support.company_files import Movement, write_statement
from tests.support.fec_checker import check_fec
from tests.support.mailbox import Mailbox, mail_server
from tests.support.sales_window import CTRL, column_of, opened, pick

Settle = Callable[[], None]
ALT = Qt.KeyboardModifier.AltModifier
MOUSE = Qt.MouseButton.LeftButton
TabT = TypeVar("TabT", bound=TabPage)
DialogT = TypeVar("DialogT", bound=QWidget)


@pytest.fixture
def settle(qtbot: QtBot, services: WindowServices) -> Settle:
    return settling(qtbot, services)


@pytest.fixture
def server() -> Iterator[tuple[Mailbox, int]]:
    with mail_server() as running:
        yield running


def test_the_line_by_clicks_and_keys(
    services: WindowServices,
    server: tuple[Mailbox, int],
    tmp_path: Path,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    mailbox, port = server
    with open_books(tmp_path, services, smtp_port=port) as house:
        late = invoice_on(tmp_path, date(2026, 11, 10), customer="C0003", price="50.00")
        company = house.use_cases.run(find_company, FindCompany())
        assert company is not None
        window = make_window(house, services, company)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        settle()
        walk = _Walk(window, qtbot, settle)

        # Ctrl+3: an order by keys alone, delivered with one.
        orders = walk.to(Qt.Key.Key_3, OrdersTab)
        walk.press(Qt.Key.Key_N)
        form = opened(qtbot, orders, OrderForm)
        pick(qtbot, settle, form.customer, "durand")
        pick(qtbot, settle, form.lines.product, "P-01")
        qtbot.keyClicks(form.lines.quantity, "10")
        for field in (form.lines.quantity, form.lines.unit_price, form.lines.discount):
            qtbot.keyClick(field, Qt.Key.Key_Return)
        settle()
        assert "238,80" in form.lines.totals.text()
        qtbot.keyClick(form.purchase_order, Qt.Key.Key_Return, CTRL)
        qtbot.waitUntil(lambda: column_of(orders.orders.list.model, "status") == ["Confirmée"])
        settle()
        qtbot.waitUntil(orders.orders.deliver.isEnabled)
        qtbot.mouseClick(orders.orders.bar.button(orders.orders.deliver), MOUSE)
        settle()
        delivery = opened(qtbot, orders, DeliveryForm)
        qtbot.mouseClick(delivery.accept_button, MOUSE)
        qtbot.waitUntil(lambda: house.queries.deliveries_to_invoice.count(PageRequest()) == 1)
        settle()
        [order] = house.queries.orders.page(PageRequest())
        assert order.status is OrderStatus.DELIVERED

        # Ctrl+4: the delivery's invoice, prepared, issued, seen.
        invoicing = walk.to(Qt.Key.Key_4, InvoicingTab)
        qtbot.waitUntil(lambda: invoicing.to_invoice.list.model.rowCount() == 1)
        qtbot.mouseClick(invoicing.to_invoice.bar.button(invoicing.to_invoice.prepare_all), MOUSE)
        qtbot.waitUntil(lambda: house.queries.drafts.count(PageRequest()) == 1)
        settle()
        qtbot.mouseClick(invoicing.sections.chip("drafts"), MOUSE)
        settle()
        qtbot.mouseClick(invoicing.drafts.bar.button(invoicing.drafts.issue_all), MOUSE)
        settle()
        qtbot.keyClick(opened(qtbot, invoicing, QMessageBox), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: house.queries.invoices.count(PageRequest()) == 2)
        settle()
        qtbot.mouseClick(invoicing.sections.chip("issued"), MOUSE)
        settle()
        numbers = column_of(invoicing.issued.list.model, "number")
        assert numbers == ["F2026-00002", late]

        # Ctrl+5: the bank's file, and the receipt accepted with Enter.
        bank = walk.to(Qt.Key.Key_5, BankTab).reconciliation
        statement = write_statement(
            tmp_path / "releve.xml",
            [Movement("238.80", "VIR F2026-00002", "DURAND"), Movement("-9.90", "FRAIS", "BANQUE")],
            day="2026-11-20",
        )
        walk.press(Qt.Key.Key_I)
        chooser = bank.findChild(QFileDialog)
        assert chooser is not None
        chooser.filesSelected.emit([str(statement)])
        chooser.close()
        settle()
        result = walk.dialog(ImportResultDialog)
        assert "ajoutées : 2" in result.text()
        qtbot.mouseClick(result.close_button, MOUSE)
        settle()
        first = bank.lines.table.visualRect(bank.lines.model.index(0, 0)).center()
        qtbot.mouseClick(bank.lines.table.viewport(), MOUSE, pos=first)
        reason = "n°\u00a0F2026-00002 dans le libellé"
        qtbot.waitUntil(lambda: reason in bank.desk.form.proposal.text())
        qtbot.keyClick(bank.lines.table, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "F2026-00002" not in _open(house))
        settle()

        # Ctrl+6: today's reminder for the other invoice, through a real server.
        collections = walk.to(Qt.Key.Key_6, CollectionsTab)
        planned = collections.planned
        qtbot.mouseClick(planned.today_button, MOUSE)
        settle()
        qtbot.mouseClick(planned.bar.button(planned.run), MOUSE)
        settle()
        qtbot.waitUntil(lambda: len(mailbox.mails) == 1, timeout=10_000)
        settle()
        assert mailbox.mails[0]["To"] == "contact@prisme.example"
        assert late in str(mailbox.mails[0])

        # Ctrl+7: the bookkeeper's file, and every check green.
        accounting = walk.to(Qt.Key.Key_7, AccountingTab)
        qtbot.keyClick(accounting, Qt.Key.Key_3, ALT)
        settle()
        walk.press(Qt.Key.Key_E)
        export = walk.dialog(ExportEntriesDialog)
        export.from_field.field.selectAll()
        qtbot.keyClicks(export.from_field.field, "01/01/2026")
        export.to_field.field.selectAll()
        qtbot.keyClicks(export.to_field.field, "31/12/2026")
        export.folder_field.setText(str(tmp_path))
        qtbot.mouseClick(export.accept_button, MOUSE)
        settle()
        [file] = tmp_path.glob("*FEC*.txt")
        report = check_fec(file)
        # Two invoices, 60.00 and 238.80, and the receipt of the second.
        assert (report.faults, str(report.debit)) == ([], "537.60")
        walk.dialog(ExportResultDialog).close()
        qtbot.keyClick(accounting, Qt.Key.Key_4, ALT)
        settle()
        qtbot.mouseClick(accounting.checks.bar.button(accounting.checks.verify), MOUSE)
        settle()
        assert accounting.checks.verdict.text().startswith("✓")


def _open(house: House) -> list[str]:
    return [row.number for row in house.queries.open_items.page(PageRequest())]


class _Walk:
    """Goes from tab to tab as a person does."""

    def __init__(self, window: MainWindow, qtbot: QtBot, settle: Settle) -> None:
        self._window = window
        self._qtbot = qtbot
        self._settle = settle

    def to(self, key: Qt.Key, kind: type[TabT]) -> TabT:
        """The tab behind Ctrl and a figure."""
        self.press(key)
        self._settle()
        page = self._window.page(self._window.current_key())
        assert isinstance(page, kind)
        return page

    def dialog(self, kind: type[DialogT]) -> DialogT:
        """The one dialog of a kind that is open."""
        [found] = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]
        return found

    def press(self, key: Qt.Key) -> None:
        """Ctrl and a key, once the window has the keyboard."""
        self._window.activateWindow()
        self._qtbot.waitUntil(self._window.isActiveWindow)
        self._qtbot.keyClick(self._window, key, CTRL)
