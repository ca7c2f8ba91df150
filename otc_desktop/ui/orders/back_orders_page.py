"""What accepted orders are still owed, delivered as far as the stock goes."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otc_desktop.application.sales.delivery_queries import BackOrderRow
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.orders.dispatch_columns import back_order_columns
from otc_desktop.ui.orders.dispatch_presenter import BulkDelivery, DispatchPresenter
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.filters import FilterChoice
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar

_MOST_REASONS = 4


class BackOrdersPage(QWidget):
    """Lines still owed; several orders are delivered at once.

    Args:
        presenter: of the goods.
    """

    def __init__(self, presenter: DispatchPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._services = presenter.services
        self.bar = ActionBar(self)
        self.deliver = self.bar.add(
            self.tr("Deliver what is available"),
            self._deliver,
            shortcut="Ctrl+L",
            tip=self.tr("One delivery for each of the selected orders"),
            primary=True,
        )
        self.open_order = self.bar.add(
            self.tr("Open the order"), self._open_order, shortcut="Ctrl+Return"
        )
        self.list: ListView[BackOrderRow] = ListView(
            presenter.services,
            presenter.program.queries.back_orders,
            back_order_columns(),
            name="orders.back_orders",
            empty=EmptyState(
                title=self.tr("Nothing is owed"),
                hint=self.tr("Lines of accepted orders that are not delivered stand here."),
            ),
            filters=[
                FilterChoice(
                    name="started",
                    title=self.tr("Orders"),
                    options=((None, self.tr("All")), (True, self.tr("Back-orders"))),
                ),
                FilterChoice(
                    name="late",
                    title=self.tr("Date"),
                    options=((None, self.tr("Any date")), (True, self.tr("Late"))),
                ),
            ],
            parent=self,
        )
        self.list.table.addActions([self.deliver, self.open_order])
        self.list.row_activated.connect(lambda _id: self._open_order())
        self.list.selection_changed.connect(lambda _ids: self._let_act())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACING, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)
        self._let_act()

    def _let_act(self) -> None:
        rows = self.list.selected_rows()
        self.deliver.setEnabled(any(not row.is_held and row.deliverable for row in rows))
        self.open_order.setEnabled(len(rows) == 1)

    def _deliver(self) -> None:
        rows = self.list.selected_rows()
        orders = list(dict.fromkeys(row.order_number for row in rows if not row.is_held))
        if orders:
            self._presenter.deliver_available(orders, self._delivered)

    def _delivered(self, bulk: BulkDelivery) -> None:
        notices = self._services.notices
        if bulk.deliveries:
            notices.done(
                self.tr("{count} deliveries made: {numbers}").format(
                    count=len(bulk.deliveries), numbers=", ".join(bulk.deliveries)
                )
            )
        if bulk.refusals:
            reasons = [
                f"{number} : {self._presenter.title(problem.code)}"
                for number, problem in bulk.refusals[:_MOST_REASONS]
            ]
            notices.warning(
                self.tr("{count} orders not delivered").format(count=len(bulk.refusals)),
                "\n".join(reasons),
            )

    def _open_order(self) -> None:
        rows = self.list.selected_rows()
        if len(rows) == 1:
            self._services.navigator.open(Place(tab="orders", kind="order", id=rows[0].order_id))
