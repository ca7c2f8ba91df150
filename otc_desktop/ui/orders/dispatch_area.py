"""Deliveries, what is still owed, and what came back: three pages of one section."""

from PySide6.QtWidgets import QTabWidget, QWidget

from otc_desktop.ui.orders.back_orders_page import BackOrdersPage
from otc_desktop.ui.orders.deliveries_page import DeliveriesPage
from otc_desktop.ui.orders.dispatch_presenter import DispatchPresenter
from otc_desktop.ui.orders.returns_page import ReturnsPage

DELIVERIES, BACK_ORDERS, RETURNS = range(3)


class DispatchArea(QTabWidget):
    """The section of goods on their way.

    Args:
        presenter: of the goods.
    """

    def __init__(self, presenter: DispatchPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deliveries = DeliveriesPage(presenter)
        self.back_orders = BackOrdersPage(presenter)
        self.returns = ReturnsPage(presenter)
        self.addTab(self.deliveries, self.tr("Deliveries"))
        self.addTab(self.back_orders, self.tr("Back-orders"))
        self.addTab(self.returns, self.tr("Returns"))
        self.currentChanged.connect(lambda _place: self.reload())

    def reload(self) -> None:
        """Read the page on show again."""
        pages = (self.deliveries, self.back_orders, self.returns)
        pages[self.currentIndex()].list.reload()
