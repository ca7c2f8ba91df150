"""Quotes in the window: written by keys, accepted in part, with their files."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.sales.create_quote import CreateQuote, create_quote
from otc_desktop.application.sales.read_order import ReadOrder, read_order
from otc_desktop.application.sales.read_quote import ReadQuote, read_quote
from otc_desktop.bootstrap import House
from otc_desktop.domain.sales.quote import QuoteStatus
from otc_desktop.domain.shared.ids import QuoteId, SalesOrderId
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.orders.dialogs.accept_quote_form import AcceptQuoteForm
from otc_desktop.ui.orders.dialogs.quote_form import QuoteForm
from otc_desktop.ui.orders.tab import OrdersTab
from tests.support.sales_window import DAY, column_of, house, opened, pick, press, program, show

__all__ = ["house", "program", "show"]
Settle = Callable[[], None]
MOUSE = Qt.MouseButton.LeftButton


@pytest.fixture
def tab(
    services: WindowServices,
    program: Program,
    show: Callable[[OrdersTab], OrdersTab],
    settle: Settle,
) -> OrdersTab:
    shown = show(OrdersTab(services, program))
    shown.show_place(Place(tab="orders", kind="quote"))
    settle()
    return shown


def _quote(house: House, **changes: object) -> str:
    lines = (
        LineInput(product="P-01", quantity=Decimal(10)),
        LineInput(product="P-02", quantity=Decimal(4)),
    )
    asked = CreateQuote(customer="C0001", lines=lines, **changes)  # type: ignore[arg-type]
    return house.use_cases.run(create_quote, asked).number


def _choose(tab: OrdersTab, qtbot: QtBot, settle: Settle) -> None:
    qtbot.waitUntil(lambda: tab.quotes.list.model.rowCount() == 1)
    tab.quotes.list.table.selectRow(0)
    settle()
    qtbot.waitUntil(tab.quotes.accept.isEnabled)


def test_a_quote_is_written_by_keys(
    tab: OrdersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    press(qtbot, tab.quotes, Qt.Key.Key_N)
    form = opened(qtbot, tab.quotes, QuoteForm)
    pick(qtbot, settle, form.customer, "durand")
    pick(qtbot, settle, form.lines.product, "P-01")
    qtbot.keyClicks(form.lines.quantity, "10")
    for field in (form.lines.quantity, form.lines.unit_price, form.lines.discount):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: house.queries.quotes.count(PageRequest()) == 1)
    settle()
    qtbot.waitUntil(
        lambda: column_of(tab.quotes.list.model, "customer") == ["Durand Éclairage SARL"]
    )


def test_a_part_of_a_quote_becomes_an_order_at_its_prices(
    tab: OrdersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    _quote(house)
    tab.quotes.reload()
    _choose(tab, qtbot, settle)
    tab.quotes.accept.trigger()
    form = opened(qtbot, tab.quotes, AcceptQuoteForm)
    qtbot.keyClicks(form.purchase_order, "PO-9")
    form.table.field(0).setText("6")
    form.table.field(1).setText("")
    qtbot.mouseClick(form.accept_button, MOUSE)
    qtbot.waitUntil(lambda: house.queries.orders.count(PageRequest()) == 1)
    settle()
    [row] = house.queries.orders.page(PageRequest())
    order = house.use_cases.run(read_order, ReadOrder(order_id=SalesOrderId(row.id)))
    assert [(line.product_code, line.quantity) for line in order.lines] == [("P-01", Decimal(6))]
    assert order.purchase_order == "PO-9"
    [quote] = house.queries.quotes.page(PageRequest())
    kept = house.use_cases.run(read_quote, ReadQuote(quote_id=QuoteId(quote.id)))
    assert kept.status is QuoteStatus.ACCEPTED


def test_more_than_was_quoted_is_refused_in_the_form(
    tab: OrdersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    _quote(house)
    tab.quotes.reload()
    _choose(tab, qtbot, settle)
    tab.quotes.accept.trigger()
    form = opened(qtbot, tab.quotes, AcceptQuoteForm)
    form.table.field(0).setText("douze")
    qtbot.mouseClick(form.accept_button, MOUSE)
    form.table.field(0).setText("12")
    qtbot.mouseClick(form.accept_button, MOUSE)
    settle()
    assert form.isVisible()
    assert house.queries.orders.count(PageRequest()) == 0
    form.reject()


def test_an_expired_offer_is_asked_about_before_it_is_kept(
    tab: OrdersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    old = DAY.replace(month=1)
    _quote(house, quoted_on=old, valid_until=old)
    tab.quotes.reload()
    _choose(tab, qtbot, settle)
    tab.quotes.accept.trigger()
    form = opened(qtbot, tab.quotes, AcceptQuoteForm)
    qtbot.mouseClick(form.accept_button, MOUSE)
    settle()
    assert house.queries.orders.count(PageRequest()) == 0
    qtbot.keyClick(opened(qtbot, form, QMessageBox), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.queries.orders.count(PageRequest()) == 1)
    settle()


def test_a_file_dropped_beside_a_quote_is_the_quote_s(
    tab: OrdersTab, house: House, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    _quote(house)
    tab.quotes.reload()
    _choose(tab, qtbot, settle)
    plan = tmp_path / "plan.pdf"
    plan.write_bytes(b"%PDF-1.4 plan")
    tab.quotes.files.attach_files([plan])
    qtbot.waitUntil(lambda: house.queries.attachments.count(PageRequest()) == 1)
    settle()
    [kept] = house.queries.attachments.page(PageRequest())
    assert (kept.file_name, kept.subject_kind.value) == ("plan.pdf", "quote")
