"""The orders tab: from taking an order to delivering it."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.sales.confirm_order import ConfirmOrder, confirm_order
from otc_desktop.application.sales.create_order import CreateOrder, create_order
from otc_desktop.bootstrap import House
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.notices import Notice
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.orders.dialogs.delivery_form import DeliveryForm
from otc_desktop.ui.orders.dialogs.order_form import OrderForm
from otc_desktop.ui.orders.dialogs.product_form import ProductForm
from otc_desktop.ui.orders.dialogs.reason_form import ReasonForm
from otc_desktop.ui.orders.tab import OrdersTab
from otc_desktop.ui.widgets.import_assistant.assistant import ImportAssistant
from otc_desktop.ui.widgets.lines_model import LineColumn
from tests.support.sales_window import (
    CTRL,
    cells,
    column_of,
    house,
    opened,
    pick,
    places,
    press,
    program,
    show,
)

__all__ = ["house", "places", "program", "show"]
Settle = Callable[[], None]
Show = Callable[[OrdersTab], OrdersTab]
MOUSE = Qt.MouseButton.LeftButton


@pytest.fixture
def tab(services: WindowServices, program: Program, show: Show) -> OrdersTab:
    return show(OrdersTab(services, program))


@pytest.fixture
def notices(services: WindowServices) -> list[Notice]:
    posted: list[Notice] = []
    services.notices.posted.connect(posted.append)
    return posted


def _order(house: House, customer: str, product: str, quantity: str) -> str:
    line = LineInput(product=product, quantity=Decimal(quantity))
    run = house.use_cases.run
    return run(create_order, CreateOrder(customer=customer, lines=(line,))).number


def _confirmed(house: House, customer: str, product: str, quantity: str) -> str:
    number = _order(house, customer, product, quantity)
    house.use_cases.run(confirm_order, ConfirmOrder(number=number))
    return number


def test_order_when_written_by_keys_then_totals_live_and_it_is_taken_and_confirmed(
    tab: OrdersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    press(qtbot, tab, Qt.Key.Key_N)
    form = opened(qtbot, tab, OrderForm)
    pick(qtbot, settle, form.customer, "durand")
    qtbot.keyClicks(form.purchase_order, "PO-778")
    pick(qtbot, settle, form.lines.product, "P-01")
    qtbot.keyClicks(form.lines.quantity, "12")
    qtbot.keyClicks(form.lines.discount, "5")
    qtbot.keyClick(form.lines.discount, Qt.Key.Key_Return)
    pick(qtbot, settle, form.lines.product, "livre")
    qtbot.keyClicks(form.lines.unit_price, "30,00")
    qtbot.keyClick(form.lines.unit_price, Qt.Key.Key_Return)
    qtbot.keyClick(form.lines.discount, Qt.Key.Key_Return)
    settle()
    # 12 × 19.90 − 5 % = 226.86 at 20 %; 30.00 at 5.5 %
    totals = form.lines.totals.text()
    for amount in ("256,86", "47,02", "303,88"):
        assert amount in totals
    assert form.isVisible()
    qtbot.keyClick(form.purchase_order, Qt.Key.Key_Return, CTRL)
    settle()
    qtbot.waitUntil(lambda: tab.orders.list.model.rowCount() == 1)
    settle()
    [row] = house.queries.orders.page(PageRequest())
    assert row.status is OrderStatus.CONFIRMED
    assert row.purchase_order == "PO-778"
    assert str(row.total_incl_tax) == "303.88 EUR"
    qtbot.waitUntil(
        lambda: column_of(tab.orders.list.model, "status") == ["Confirmée"], timeout=3_000
    )
    qtbot.waitUntil(lambda: "Livre d'art" in tab.orders.panel.text())


def test_line_when_edited_or_taken_out_then_totals_follow(
    tab: OrdersTab, qtbot: QtBot, settle: Settle
) -> None:
    press(qtbot, tab, Qt.Key.Key_N)
    form = opened(qtbot, tab, OrderForm)
    for product in ("P-01", "P-02"):
        pick(qtbot, settle, form.lines.product, product)
        for field in (form.lines.quantity, form.lines.unit_price, form.lines.discount):
            qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()
    model = form.lines.model
    assert model.setData(model.index(0, LineColumn.QUANTITY), "10")
    assert not model.setData(model.index(0, LineColumn.QUANTITY), "dix")
    settle()
    assert model.index(0, LineColumn.NET).data() == "199,00\u00a0€"
    form.lines.table.setCurrentIndex(model.index(1, 0))
    form.lines.table.setFocus()
    qtbot.keyClick(form.lines.table, Qt.Key.Key_Delete)
    settle()
    assert model.rowCount() == 1
    assert "238,80" in form.lines.totals.text()


def test_order_without_customer_or_line_then_is_not_sent(
    tab: OrdersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    press(qtbot, tab, Qt.Key.Key_N)
    form = opened(qtbot, tab, OrderForm)
    qtbot.mouseClick(form.accept_button, MOUSE)
    assert form.message_bar.notice().title == "Choisissez le client."
    pick(qtbot, settle, form.customer, "C0001")
    qtbot.mouseClick(form.draft_button, MOUSE)
    assert form.message_bar.notice().title == "Ajoutez au moins une ligne."
    assert house.queries.orders.count(PageRequest()) == 0


def test_order_over_the_credit_limit_then_is_held_in_words_and_released_with_a_reason(
    tab: OrdersTab, house: House, notices: list[Notice], qtbot: QtBot, settle: Settle
) -> None:
    _order(house, "C0003", "P-03", "10")  # 960.00 against a limit of 500.00
    qtbot.waitUntil(lambda: tab.orders.list.model.rowCount() == 1)
    qtbot.waitUntil(tab.orders.confirm.isEnabled)
    qtbot.mouseClick(tab.orders.bar.button(tab.orders.confirm), MOUSE)
    qtbot.waitUntil(tab.orders.release.isEnabled)
    settle()
    assert "Encours autorisé dépassé" in notices[-1].text
    assert "▲ Encours autorisé dépassé" in tab.orders.panel.text()
    assert column_of(tab.orders.list.model, "status") == ["Bloquée"]
    assert not tab.orders.deliver.isEnabled()
    press(qtbot, tab, Qt.Key.Key_R)
    form = opened(qtbot, tab, ReasonForm)
    qtbot.keyClick(form.reason, Qt.Key.Key_Return)
    settle()
    assert form.isVisible(), "a reason is needed"
    assert form.reason.property("invalid")
    qtbot.keyClicks(form.reason, "Virement promis")
    qtbot.keyClick(form.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(tab.orders.deliver.isEnabled)
    [row] = house.queries.orders.page(PageRequest())
    assert row.status is OrderStatus.CONFIRMED


def test_delivery_when_a_quantity_is_chosen_then_the_rest_stays_on_order(
    tab: OrdersTab,
    house: House,
    places: list[Place],
    notices: list[Notice],
    qtbot: QtBot,
    settle: Settle,
) -> None:
    _confirmed(house, "C0001", "P-01", "12")
    qtbot.waitUntil(tab.orders.deliver.isEnabled)
    press(qtbot, tab, Qt.Key.Key_L)
    form = opened(qtbot, tab, DeliveryForm)
    field = form.field(0)
    assert field.text() == "12"
    field.selectAll()
    qtbot.keyClicks(field, "13")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert field.property("invalid"), "more than was ordered"
    field.selectAll()
    qtbot.keyClicks(field, "5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.queries.deliveries_to_invoice.count(PageRequest()) == 1)
    qtbot.waitUntil(lambda: tab.sections.chip("delivery").text().endswith("1"))
    settle()
    assert notices[-1].action is not None
    notices[-1].action()
    [place] = places
    assert (place.tab, place.kind, place.search) == ("invoicing", "to_invoice", "BL2026-00001")
    press(qtbot, tab, Qt.Key.Key_L)
    again = opened(qtbot, tab, DeliveryForm)
    assert again.field(0).text() == "7"


def test_products_when_a_file_is_imported_then_list_shows_price_and_stock(
    tab: OrdersTab, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    path = tmp_path / "articles.csv"
    path.write_text("code;désignation;prix ht;tva;stock\nP-09;Abat-jour;7,50;20;33\n", "utf-8")
    qtbot.mouseClick(tab.sections.chip("product"), MOUSE)
    settle()
    press(qtbot, tab, Qt.Key.Key_I)
    assistant = opened(qtbot, tab, ImportAssistant)
    assistant.open_file(path)
    settle()
    for _ in range(2):  # check every row, import
        qtbot.mouseClick(assistant.next_button, MOUSE)
        settle()
    assert assistant.fates_page.list is not None
    qtbot.mouseClick(assistant.next_button, MOUSE)
    model = tab.products.list.model
    qtbot.waitUntil(lambda: model.rowCount() == 4)
    assert cells(model, 3)[:3] == ["P-09", "Abat-jour", "pièce"]
    assert cells(model, 3)[5:8] == ["7,50\u00a0€", "20\u00a0%", "33"]


def test_product_when_faulty_then_all_is_said_and_when_mended_then_it_is_in_the_list(
    tab: OrdersTab, qtbot: QtBot, settle: Settle
) -> None:
    qtbot.mouseClick(tab.sections.chip("product"), MOUSE)
    settle()
    press(qtbot, tab, Qt.Key.Key_N)
    form = opened(qtbot, tab, ProductForm)
    for name, text in {"code": "P-10", "price_excl_tax": "1.234,5"}.items():
        qtbot.keyClicks(form.field(name), text)
    form.vat_rate.setEditText("19")
    qtbot.keyClick(form.field("code"), Qt.Key.Key_Return)
    settle()
    faulty = [n for n in ("code", "name", "price_excl_tax") if form.field(n).property("invalid")]
    assert faulty == ["name", "price_excl_tax"]
    assert form.vat_rate.property("invalid")
    for name, text in {"name": "Variateur", "price_excl_tax": "42,50"}.items():
        form.field(name).clear()
        qtbot.keyClicks(form.field(name), text)
    form.vat_rate.setCurrentIndex(0)
    qtbot.keyClick(form.field("name"), Qt.Key.Key_Return)
    model = tab.products.list.model
    qtbot.waitUntil(lambda: column_of(model, "code")[-1] == "P-10")
    settle()
    assert column_of(model, "price")[-1] == "42,50\u00a0€"


def test_product_when_edited_then_its_price_is_the_new_one(
    tab: OrdersTab, qtbot: QtBot, settle: Settle
) -> None:
    qtbot.mouseClick(tab.sections.chip("product"), MOUSE)
    settle()
    tab.products.list.table.selectRow(0)
    qtbot.keyClick(tab.products.list.table, Qt.Key.Key_Return)
    settle()
    form = opened(qtbot, tab, ProductForm)
    assert form.field("price_excl_tax").text() == "19,9"
    form.field("price_excl_tax").clear()
    qtbot.keyClicks(form.field("price_excl_tax"), "21,00")
    qtbot.mouseClick(form.accept_button, MOUSE)
    model = tab.products.list.model
    qtbot.waitUntil(lambda: column_of(model, "price")[0] == "21,00\u00a0€")


def test_place_when_held_orders_are_asked_for_then_only_they_are_listed(
    tab: OrdersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    _confirmed(house, "C0001", "P-01", "1")
    held = _confirmed(house, "C0003", "P-03", "10")
    qtbot.waitUntil(lambda: tab.orders.list.model.rowCount() == 2)
    tab.show_place(Place(tab="orders", kind="order", filters={"status": "held"}))
    settle()
    assert column_of(tab.orders.list.model, "number") == [held]
