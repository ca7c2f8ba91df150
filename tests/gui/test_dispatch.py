"""Deliveries, back-orders, returns, stock and delays in the orders tab."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.domain.sales.delivery import DeliveryStatus
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.orders.dialogs.delivery_form import DeliveryForm
from otc_desktop.ui.orders.dialogs.return_form import ReturnForm
from otc_desktop.ui.orders.dialogs.stock_move_form import StockMoveForm
from otc_desktop.ui.orders.dialogs.why_form import WhyForm
from otc_desktop.ui.orders.tab import OrdersTab
from tests.support.goods import confirmed_order, delivered, invoiced, on_hand
from tests.support.sales_window import CTRL, house, opened, press, program, show

__all__ = ["house", "program", "show"]
Settle = Callable[[], None]
MOUSE = Qt.MouseButton.LeftButton
EVERYTHING = PageRequest()


@pytest.fixture
def tab(
    services: WindowServices, program: Program, show: Callable[[OrdersTab], OrdersTab]
) -> OrdersTab:
    return show(OrdersTab(services, program))


def test_short_order_when_delivered_as_far_as_it_goes_then_the_rest_is_a_back_order(
    tab: OrdersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    order = confirmed_order(house, ("P-01", "120"))
    tab.reload()
    qtbot.waitUntil(tab.orders.deliver.isEnabled)
    qtbot.mouseClick(tab.orders.bar.button(tab.orders.deliver), MOUSE)
    form = opened(qtbot, tab, DeliveryForm)
    qtbot.waitUntil(form.available_button.isVisible)
    assert "100" in form.table.item(0, 3).text()
    qtbot.mouseClick(form.available_button, MOUSE)
    qtbot.waitUntil(lambda: house.queries.deliveries.count(EVERYTHING) == 1)
    settle()
    tab.show_place(Place(tab="orders", kind="back_order", search=order))
    back_orders = tab.dispatch.back_orders
    qtbot.waitUntil(lambda: back_orders.list.model.rowCount() == 1)
    settle()
    [row] = house.queries.back_orders.page(EVERYTHING)
    assert row.left == 20
    back_orders.list.table.selectRow(0)
    assert not back_orders.deliver.isEnabled()


def test_back_orders_when_goods_came_then_several_orders_leave_at_once(
    tab: OrdersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    for customer in ("C0001", "C0002"):
        confirmed_order(house, ("P-01", "10"), customer=customer)
    tab.show_place(Place(tab="orders", kind="back_order"))
    page = tab.dispatch.back_orders
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 2)
    settle()
    page.list.table.selectAll()
    qtbot.waitUntil(page.deliver.isEnabled)
    press(qtbot, tab, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: house.queries.deliveries.count(EVERYTHING) == 2)
    settle()
    orders = house.queries.orders.page(EVERYTHING)
    assert {row.status for row in orders} == {OrderStatus.DELIVERED}


def test_delivery_when_cancelled_with_a_reason_then_it_stays_marked(
    tab: OrdersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    number = delivered(house, confirmed_order(house, ("P-01", "10")))
    tab.show_place(Place(tab="orders", kind="delivery"))
    qtbot.waitUntil(lambda: tab.deliveries.list.model.rowCount() == 1)
    settle()
    tab.deliveries.list.table.selectRow(0)
    qtbot.waitUntil(lambda: tab.deliveries.preview.page_count() == 1, timeout=10_000)
    qtbot.mouseClick(tab.deliveries.bar.button(tab.deliveries.cancel), MOUSE)
    form = opened(qtbot, tab, WhyForm)
    qtbot.mouseClick(form.accept_button, MOUSE)
    settle()
    assert form.isVisible()  # a reason is asked for
    qtbot.keyClicks(form.reason, "mauvais client")
    qtbot.keyClick(form.reason, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: on_hand(house, "P-01") == 100)
    settle()
    [row] = house.queries.deliveries.page(EVERYTHING)
    assert (row.number, row.status) == (number, DeliveryStatus.CANCELLED)


def test_return_when_noted_and_credited_then_a_draft_waits(
    tab: OrdersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    invoiced(house, delivered(house, confirmed_order(house, ("P-01", "10"))))
    tab.show_place(Place(tab="orders", kind="delivery", filters={"state": "invoiced"}))
    qtbot.waitUntil(lambda: tab.deliveries.list.model.rowCount() == 1)
    settle()
    tab.deliveries.list.table.selectRow(0)
    qtbot.waitUntil(tab.deliveries.take_back.isEnabled)
    assert not tab.deliveries.cancel.isEnabled()
    tab.deliveries.take_back.trigger()
    settle()
    form = opened(qtbot, tab, ReturnForm)
    qtbot.keyClicks(form.table.field(0), "3")
    qtbot.keyClick(form.note, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: house.queries.sales_returns.count(EVERYTHING) == 1)
    settle()
    tab.show_place(Place(tab="orders", kind="return"))
    returns = tab.dispatch.returns
    qtbot.waitUntil(lambda: returns.list.model.rowCount() == 1)
    settle()
    returns.list.table.selectRow(0)
    qtbot.waitUntil(returns.credit.isEnabled)
    returns.credit.trigger()
    qtbot.waitUntil(lambda: house.queries.drafts.count(EVERYTHING) == 1)
    settle()


def test_stock_when_scrapped_without_a_reason_then_it_is_asked_for(
    tab: OrdersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    tab.show_place(Place(tab="orders", kind="stock"))
    qtbot.waitUntil(lambda: tab.stock.list.model.rowCount() == 2)
    settle()
    tab.stock.list.table.selectRow(0)
    settle()
    qtbot.waitUntil(tab.stock.movement.isEnabled)
    press(qtbot, tab, Qt.Key.Key_M)
    form = opened(qtbot, tab, StockMoveForm)
    form.reason.setCurrentIndex(2)
    qtbot.keyClicks(form.quantity, "4")
    qtbot.keyClick(form.quantity, Qt.Key.Key_Return, CTRL)
    settle()
    assert form.isVisible()
    assert on_hand(house, "P-01") == 100
    qtbot.keyClicks(form.note, "tombe du rayon")
    qtbot.keyClick(form.note, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: on_hand(house, "P-01") == Decimal(96))
    settle()


def test_delays_when_shown_then_the_slowest_stage_is_marked(
    tab: OrdersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    delivered(house, confirmed_order(house, ("P-01", "1")))
    tab.show_place(Place(tab="orders", kind="lead_times"))
    qtbot.waitUntil(lambda: tab.delays.orders.model.rowCount() == 1)
    settle()
    assert tab.sections.current() == "lead_times"
    assert all(tile.text() for tile in tab.delays.tiles.values())
