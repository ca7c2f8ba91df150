"""The orders tab: orders, products, deliveries to invoice."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tab_page import TabPage
from otc_desktop.ui.orders.alerts_page import AlertsPage
from otc_desktop.ui.orders.credit_presenter import HeldPresenter
from otc_desktop.ui.orders.delays_page import DelaysPage
from otc_desktop.ui.orders.dispatch_area import BACK_ORDERS, RETURNS, DispatchArea
from otc_desktop.ui.orders.dispatch_area import DELIVERIES as ALL_DELIVERIES
from otc_desktop.ui.orders.dispatch_presenter import DispatchPresenter
from otc_desktop.ui.orders.held_page import HeldPage
from otc_desktop.ui.orders.orders_page import OrdersPage
from otc_desktop.ui.orders.presenter import OrdersPresenter
from otc_desktop.ui.orders.prices_page import PricesPage
from otc_desktop.ui.orders.prices_presenter import PricesPresenter
from otc_desktop.ui.orders.products_page import ProductsPage
from otc_desktop.ui.orders.quotes_page import QuotesPage
from otc_desktop.ui.orders.sales_presenter import SalesPresenter
from otc_desktop.ui.orders.stock_page import StockPage
from otc_desktop.ui.widgets.sections import Sections

ORDERS, PRODUCTS, DELIVERIES = "order", "product", "delivery"
QUOTES, PRICES = "quote", "price"
HELD, ALERTS = "held", "credit_alerts"
STOCK, DELAYS = "stock", "lead_times"
# Pages of the deliveries' section, by the kind of a place.
_DISPATCH = {DELIVERIES: ALL_DELIVERIES, "back_order": BACK_ORDERS, "return": RETURNS}


class OrdersTab(TabPage):
    """From the customer's order to the delivery note.

    Places: `kind` is `order` (the default), `product`, `delivery`, `held` or
    `credit_alerts`; `id` shows one order,
    `search` and `filters` (`status`) narrow a list.
    """

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            services,
            topics=frozenset(
                {
                    Topic.ORDERS,
                    Topic.STOCK,
                    Topic.CATALOGUE,
                    Topic.INVOICING,
                    Topic.CUSTOMERS,
                    Topic.CREDIT,
                }
            ),
            parent=parent,
        )
        self.presenter = OrdersPresenter(services, program, self)
        self.sections = Sections(self)
        self.sales_presenter = SalesPresenter(services, program, self)
        self.quotes = QuotesPage(self.sales_presenter)
        self.orders = OrdersPage(self.presenter, self.sales_presenter)
        self.products = ProductsPage(self.presenter)
        self.prices = PricesPage(PricesPresenter(services, program, self))
        self.dispatch_presenter = DispatchPresenter(services, program, self)
        self.dispatch = DispatchArea(self.dispatch_presenter)
        self.deliveries = self.dispatch.deliveries
        self.stock = StockPage(self.dispatch_presenter)
        self.delays = DelaysPage(self.dispatch_presenter)
        self.sections.add(ORDERS, self.tr("Orders"), self.orders, self.orders.reload)
        self.sections.add(QUOTES, self.tr("Quotes"), self.quotes, self.quotes.reload)
        self.sections.add(PRODUCTS, self.tr("Products"), self.products, self.products.list.reload)
        self.sections.add(PRICES, self.tr("Prices"), self.prices, self.prices.reload)
        self.sections.add(DELIVERIES, self.tr("Deliveries"), self.dispatch, self.dispatch.reload)
        self.sections.add(STOCK, self.tr("Stock"), self.stock, self.stock.reload)
        self.sections.add(DELAYS, self.tr("Delays"), self.delays, self.delays.reload)
        self.held_presenter = HeldPresenter(services, program, self)
        self.held = HeldPage(self.held_presenter)
        self.alerts = AlertsPage(self.held_presenter)
        self.sections.add(HELD, self.tr("Held for credit"), self.held, self.held.reload)
        self.sections.add(ALERTS, self.tr("Credit alerts"), self.alerts, self.alerts.reload)
        self.sections.current_changed.connect(self._show_credit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sections)

    def reload(self) -> None:
        """Read what is on show again; the other lists when they are shown."""
        self.sections.reload()
        self.presenter.count_deliveries(self._show_count)
        self.held_presenter.count(self._show_held)

    def show_place(self, place: Place) -> None:
        """Show one order, or one of the lists narrowed as asked."""
        if place.kind in (HELD, ALERTS):
            self.sections.show_section(place.kind)
            return
        if place.kind in _DISPATCH:
            self._show_dispatch(place)
            return
        if place.kind == PRICES:
            self.sections.show_section(PRICES)
            self.prices.list.show_filtered(search=place.search)
            return
        if place.kind in (STOCK, DELAYS):
            self.sections.show_section(place.kind)
            if place.kind == STOCK:
                self.stock.list.show_filtered(search=place.search, filters=place.filters)
            else:
                self.delays.reload()
            return
        if place.kind == QUOTES:
            self.sections.show_section(QUOTES)
            if place.id is not None:
                self.quotes.show_quote(place.id)
            else:
                self.quotes.list.show_filtered(search=place.search, filters=place.filters)
            return
        kind = place.kind if place.kind == PRODUCTS else ORDERS
        self.sections.show_section(kind)
        if kind == ORDERS and place.id is not None:
            self.orders.show_order(place.id)
        elif kind == ORDERS:
            self.orders.list.show_filtered(search=place.search, filters=place.filters)
        else:
            self.products.list.show_filtered(search=place.search)

    def _show_dispatch(self, place: Place) -> None:
        self.sections.show_section(DELIVERIES)
        number = _DISPATCH[place.kind]
        self.dispatch.setCurrentIndex(number)
        pages = (self.dispatch.deliveries, self.dispatch.back_orders, self.dispatch.returns)
        pages[number].list.show_filtered(search=place.search, filters=place.filters)

    def showEvent(self, event: QShowEvent) -> None:
        """Count what waits when the tab is looked at."""
        super().showEvent(event)
        self.presenter.count_deliveries(self._show_count)
        self.held_presenter.count(self._show_held)

    def _show_held(self, count: int) -> None:
        self.sections.set_count(HELD, count)

    def _show_credit(self, key: str) -> None:
        """The alerts are weighed anew whenever they are looked at."""
        if key == DELAYS:
            self.delays.reload()
        if key == ALERTS:
            self.alerts.reload()

    def _show_count(self, count: int) -> None:
        self.sections.set_count(DELIVERIES, count)
