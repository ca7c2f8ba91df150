"""The stock: what is there, promised and free; and how it moved."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.stock.count_stock import CountedProduct
from otc_desktop.application.stock.queries import MovementRow, StockRow
from otc_desktop.application.stock.read_stock_item import StockOfProduct
from otc_desktop.domain.stock.stock_item import StockPolicy
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.orders.dialogs.count_form import CountForm
from otc_desktop.ui.orders.dialogs.stock_item_form import StockItemForm
from otc_desktop.ui.orders.dialogs.stock_move_form import StockMoveForm
from otc_desktop.ui.orders.dialogs.stock_rules_form import StockRulesForm
from otc_desktop.ui.orders.dispatch_columns import movement_columns, stock_columns
from otc_desktop.ui.orders.dispatch_presenter import DispatchPresenter
from otc_desktop.ui.orders.refusal import Refusal
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.filters import FilterChoice
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.narrowed_source import NarrowedSource
from otc_desktop.ui.widgets.action_bar import ActionBar

_MOST_COUNTED = 300


class StockPage(QWidget):
    """Products above; the movements of the chosen one, or of all, below.

    Args:
        presenter: of the goods.
    """

    def __init__(self, presenter: DispatchPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._services = presenter.services
        queries = presenter.program.queries
        self.bar = ActionBar(self)
        self._add_actions()
        self.list: ListView[StockRow] = ListView(
            presenter.services,
            queries.stock,
            stock_columns(presenter.word),
            name="orders.stock",
            empty=EmptyState(
                title=self.tr("No product is stocked yet"),
                hint=self.tr("Count a product, or import products with their stock on hand."),
            ),
            filters=[
                FilterChoice(
                    name="below_reorder",
                    title=self.tr("Stock"),
                    options=((None, self.tr("All")), (True, self.tr("To reorder"))),
                )
            ],
            sort="code",
            parent=self,
        )
        self.list.table.addActions([self.movement, self.edit])
        self._moved = NarrowedSource[MovementRow](queries.stock_movements)
        self.movements: ListView[MovementRow] = ListView(
            presenter.services,
            self._moved,
            movement_columns(presenter.word),
            name="orders.movements",
            empty=EmptyState(
                title=self.tr("No movement"),
                hint=self.tr("Counts, receipts, deliveries and returns stand here."),
            ),
            sort="moved_on",
            descending=True,
            parent=self,
        )
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.list)
        splitter.addWidget(self.movements)
        splitter.setSizes([420, 260])
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(splitter, 1)
        self.list.selection_changed.connect(self._on_selection)
        self.list.row_activated.connect(lambda _id: self._ask_settings())
        self._let_act()

    def reload(self) -> None:
        """Read products and movements again."""
        self.list.reload()
        self.movements.reload()

    def _add_actions(self) -> None:
        self.movement = self.bar.add(
            self.tr("Movement…"),
            self._ask_movement,
            shortcut="Ctrl+M",
            tip=self.tr("Receive, correct or scrap"),
            primary=True,
        )
        self.count = self.bar.add(
            self.tr("Inventory…"),
            self._ask_count,
            shortcut="Ctrl+I",
            tip=self.tr("Type counted quantities, of the selected products or of all"),
        )
        self.edit = self.bar.add(
            self.tr("Settings…"),
            self._ask_settings,
            shortcut="F2",
            tip=self.tr("Reorder point, location, cost, what is expected"),
        )

        self.rules = self.bar.add(
            self.tr("Rules…"),
            lambda: self._presenter.load_policy(self._open_rules),
            tip=self.tr("Whether stock may go below zero, when an order is late"),
        )

    def _open_rules(self, policy: StockPolicy) -> None:
        form = StockRulesForm(self._services, policy, parent=self)
        form.submitted.connect(
            lambda: self._presenter.save_policy(
                form.command(), lambda _policy: form.accept(), Refusal(self._presenter, form)
            )
        )
        form.open()

    def _chosen(self) -> StockRow | None:
        rows = self.list.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def _on_selection(self, ids: list[UUID]) -> None:
        self._let_act()
        self._moved.narrow({"product_id": ids[0]} if len(ids) == 1 else {})
        self.movements.reload()

    def _let_act(self) -> None:
        one = self._chosen() is not None
        self.movement.setEnabled(one)
        self.edit.setEnabled(one)

    def _ask_movement(self) -> None:
        row = self._chosen()
        if row is None:
            return
        form = StockMoveForm(self._services, row, self._presenter.word, parent=self)

        def submit() -> None:
            command = form.command()
            if command is not None:
                self._presenter.move(
                    command, lambda _moved: form.accept(), Refusal(self._presenter, form)
                )

        form.submitted.connect(submit)
        form.open()

    def _ask_settings(self) -> None:
        row = self._chosen()
        if row is not None:
            self._presenter.load_item(row.code, self._open_settings)

    def _open_settings(self, found: StockOfProduct) -> None:
        form = StockItemForm(
            self._services, found, today=self._presenter.program.today(), parent=self
        )

        def submit() -> None:
            command = form.command()
            if command is not None:
                self._presenter.save_item(
                    command, lambda _item: form.accept(), Refusal(self._presenter, form)
                )

        form.submitted.connect(submit)
        form.open()

    def _ask_count(self) -> None:
        rows = self.list.selected_rows()
        if len(rows) > 1:
            self._open_count(rows)
        else:
            self._presenter.stocked(self._open_count)

    def _open_count(self, rows: list[StockRow]) -> None:
        form = CountForm(self._services, rows[:_MOST_COUNTED], parent=self)

        def submit() -> None:
            counted = form.counted()
            if counted is not None:
                refused = Refusal(self._presenter, form)
                self._presenter.count(counted, form.note.text(), done, refused)

        def done(found: tuple[CountedProduct, ...]) -> None:
            form.accept()
            different = sum(1 for each in found if each.difference)
            self._services.notices.done(
                self.tr("{count} products counted, {different} with a difference").format(
                    count=len(found), different=different
                )
            )

        form.submitted.connect(submit)
        form.open()
