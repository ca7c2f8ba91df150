"""Price lists, agreed prices and live prices, driven in the real window."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from otc_desktop.application.catalogue.copy_price_list import CopyPriceList, copy_price_list
from otc_desktop.application.catalogue.explain_price import ExplainPrice, explain_price
from otc_desktop.application.catalogue.set_list_prices import (
    SetListPrices,
    Tier,
    set_list_prices,
)
from otc_desktop.application.customers.save_customer import SaveCustomer, save_customer
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.ui.customers.dialogs.agreed_price_form import AgreedPriceForm
from otc_desktop.ui.customers.tab import CustomersTab
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.orders.dialogs.order_form import OrderForm
from otc_desktop.ui.orders.dialogs.price_list_form import PriceListForm
from otc_desktop.ui.orders.dialogs.product_form import ProductForm
from otc_desktop.ui.orders.dialogs.tiers_form import TiersForm
from otc_desktop.ui.orders.tab import OrdersTab
from otc_desktop.ui.widgets.lines_model import LineColumn
from tests.support.sales_window import column_of, house, opened, pick, press, program, show

__all__ = ["house", "program", "show"]
Settle = Callable[[], None]
MOUSE = Qt.MouseButton.LeftButton
DAY = date(2026, 11, 20)


def _price(house: House, product: str, quantity: int = 1) -> Decimal | None:
    asked = ExplainPrice(product=product, customer="C0001", quantity=Decimal(quantity))
    return house.use_cases.run(explain_price, asked).price


def _buys_by_list(house: House) -> None:
    run = house.use_cases.run
    run(copy_price_list, CopyPriceList(code="PRO", name="Pros", percent=Decimal(-10)))
    tiers = (Tier(price=Decimal("17.91")), Tier(price=Decimal(15), min_quantity=Decimal(10)))
    run(set_list_prices, SetListPrices(list_code="PRO", product="P-01", tiers=tiers))
    [row] = house.queries.customers.page(PageRequest(search="C0001"))
    customer = house.queries.customers.detail(row.id).customer
    fields = {"name": customer.name, "price_list": "PRO"}
    run(
        save_customer,
        SaveCustomer(fields=fields, customer_id=customer.id, version=customer.version),
    )


def test_a_list_is_made_from_the_catalogue_and_its_tiers_are_typed(
    services: WindowServices,
    program: Program,
    house: House,
    show: Callable[[OrdersTab], OrdersTab],
    qtbot: QtBot,
    settle: Settle,
) -> None:
    tab = show(OrdersTab(services, program))
    tab.show_place(Place(tab="orders", kind="price"))
    settle()
    press(qtbot, tab.prices, Qt.Key.Key_N)
    settle()
    form = opened(qtbot, tab.prices, PriceListForm)
    qtbot.keyClicks(form.code, "PRO")
    qtbot.keyClicks(form.name, "Pros")
    form.source.setCurrentIndex(1)
    qtbot.keyClicks(form.percent, "-10")
    qtbot.mouseClick(form.accept_button, MOUSE)
    settle()
    qtbot.waitUntil(lambda: column_of(tab.prices.list.model, "code") == ["PRO"])
    tab.prices.list.table.selectRow(0)
    settle()
    assert column_of(tab.prices.prices.model, "product") == ["P-01", "P-02", "P-03"]
    tab.prices.prices.table.selectRow(0)
    settle()
    tab.prices.tiers.trigger()
    settle()
    tiers = opened(qtbot, tab.prices, TiersForm)
    tiers.table.setCurrentCell(1, 0)
    tiers.paste("10\t15,00\n50\t12,50\t01/01/2027\t31/12/2027")
    qtbot.mouseClick(tiers.accept_button, MOUSE)
    settle()
    qtbot.waitUntil(
        lambda: (
            [text.replace("\xa0", " ") for text in column_of(tab.prices.prices.model, "price")][:3]
            == ["17,91 €", "15,00 €", "12,50 €"]
        )
    )


def test_a_faulty_tier_is_told_and_nothing_is_kept(
    services: WindowServices,
    program: Program,
    house: House,
    show: Callable[[OrdersTab], OrdersTab],
    qtbot: QtBot,
    settle: Settle,
) -> None:
    _buys_by_list(house)
    tab = show(OrdersTab(services, program))
    tab.show_place(Place(tab="orders", kind="price"))
    settle()
    tab.prices.list.table.selectRow(0)
    settle()
    tab.prices.tiers.trigger()
    settle()
    form = opened(qtbot, tab.prices, TiersForm)
    qtbot.mouseClick(form.accept_button, MOUSE)
    assert form.isVisible()
    pick(qtbot, settle, form.product, "P-01")
    form.paste("douze\t15,00")
    qtbot.mouseClick(form.accept_button, MOUSE)
    settle()
    assert form.isVisible()
    assert _price(house, "P-01", 10) == Decimal(15)
    form.reject()


def test_an_order_line_follows_the_customer_s_tiers_and_tells_why(
    services: WindowServices,
    program: Program,
    house: House,
    show: Callable[[OrdersTab], OrdersTab],
    qtbot: QtBot,
    settle: Settle,
) -> None:
    _buys_by_list(house)
    tab = show(OrdersTab(services, program))
    press(qtbot, tab, Qt.Key.Key_N)
    form = opened(qtbot, tab, OrderForm)
    pick(qtbot, settle, form.lines.product, "P-01")
    qtbot.mouseClick(form.lines.add_button, MOUSE)
    settle()
    model = form.lines.model
    price = model.index(0, LineColumn.PRICE)
    assert price.data() == "19,90"

    pick(qtbot, settle, form.customer, "durand")
    settle()
    assert price.data() == "17,91"
    assert "Pros" in form.lines.origin.text()
    assert "catalogue" in price.data(Qt.ItemDataRole.ToolTipRole)

    model.setData(model.index(0, LineColumn.QUANTITY), "12")
    settle()
    assert price.data() == "15,00"

    model.setData(price, "14,50")
    settle()
    model.setData(model.index(0, LineColumn.QUANTITY), "1")
    settle()
    assert price.data() == "14,50"
    form.customer.clear()
    form.lines.remove_selected()


def test_a_price_agreed_on_the_customer_s_page_holds_until_it_is_ended(
    services: WindowServices,
    program: Program,
    house: House,
    show: Callable[[CustomersTab], CustomersTab],
    qtbot: QtBot,
    settle: Settle,
) -> None:
    tab = show(CustomersTab(services, program))
    tab.list.table.selectRow(0)
    settle()
    page = tab.panel.prices_page
    tab.panel.tabs.show_number(5)
    settle()
    page.new.trigger()
    form = opened(qtbot, tab, AgreedPriceForm)
    pick(qtbot, settle, form.product, "P-02")
    qtbot.keyClicks(form.price, "30,00")
    qtbot.keyClicks(form.discount, "5")
    qtbot.mouseClick(form.accept_button, MOUSE)
    settle()
    assert form.isVisible()  # a price and a discount
    form.discount.clear()
    qtbot.mouseClick(form.accept_button, MOUSE)
    settle()
    assert _price(house, "P-02") == Decimal(30)
    qtbot.waitUntil(lambda: len(column_of(page.list.model, "about")) == 1)
    assert page.new.isEnabled()


def test_an_exempt_service_has_its_reason_and_an_archived_product_leaves_the_list(
    services: WindowServices,
    program: Program,
    house: House,
    show: Callable[[OrdersTab], OrdersTab],
    qtbot: QtBot,
    settle: Settle,
) -> None:
    tab = show(OrdersTab(services, program))
    tab.show_place(Place(tab="orders", kind="product"))
    settle()
    press(qtbot, tab.products, Qt.Key.Key_N)
    form = opened(qtbot, tab.products, ProductForm)
    for name, text in (("code", "F-01"), ("name", "Formation"), ("price_excl_tax", "900")):
        qtbot.keyClicks(form.field(name), text)
    form.kind.setCurrentIndex(1)
    form.vat_category.setCurrentIndex(form.vat_category.findData("E"))
    assert not form.vat_rate.isVisible()
    form.vatex.setCurrentIndex(form.vatex.findData("VATEX-FR-CGI261-4"))
    qtbot.mouseClick(form.accept_button, MOUSE)
    settle()
    [row] = house.queries.products.page(PageRequest(search="F-01"))
    assert (row.kind.value, row.vat_category) == ("service", "E")

    listed = tab.products.list.model
    qtbot.waitUntil(lambda: "F-01" in column_of(listed, "code"))
    tab.products.list.table.selectRow(column_of(listed, "code").index("F-01"))
    settle()
    tab.products.archive.trigger()
    settle()
    qtbot.waitUntil(lambda: "F-01" not in column_of(listed, "code"))
    archived = house.queries.products.page(PageRequest(filters={"archived": True}))
    assert [each.code for each in archived] == ["F-01"]
