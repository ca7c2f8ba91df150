"""What left and is not invoiced yet."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otc_desktop.application.sales.queries import DeliveryRow
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.orders.columns import delivery_columns
from otc_desktop.ui.orders.presenter import OrdersPresenter
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar


class DeliveriesPage(QWidget):
    """Lists deliveries to invoice and leads to where that is done.

    Args:
        presenter: of the tab.
    """

    def __init__(self, presenter: OrdersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = presenter.services
        self.bar = ActionBar(self)
        self.invoice = self.bar.add(
            self.tr("Invoice…"),
            self._open_invoicing,
            shortcut="Ctrl+Return",
            tip=self.tr("Open the deliveries in the invoicing tab"),
            primary=True,
        )
        self.list: ListView[DeliveryRow] = ListView(
            presenter.services,
            presenter.program.queries.deliveries_to_invoice,
            delivery_columns(),
            name="orders.deliveries",
            empty=EmptyState(
                title=self.tr("Everything delivered is invoiced"),
                hint=self.tr("Deliver a confirmed order, and the delivery stands here."),
            ),
            sort="delivered_on",
            parent=self,
        )
        self.list.row_activated.connect(lambda _id: self._open_invoicing())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)

    def _open_invoicing(self) -> None:
        rows = self.list.selected_rows()
        search = rows[0].number if len(rows) == 1 else ""
        self._services.navigator.open(Place(tab="invoicing", kind="to_invoice", search=search))
