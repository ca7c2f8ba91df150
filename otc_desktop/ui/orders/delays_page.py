"""How long orders take, and which are late."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.sales.delivery_queries import LateOrderRow, LateReason
from otc_desktop.domain.sales.lead_times import OrderStages, Stage, StageFigures, slowest_stage
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.orders.dispatch_columns import late_columns, lead_time_columns
from otc_desktop.ui.orders.dispatch_presenter import DispatchPresenter
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.narrowed_source import NarrowedSource
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.figure_tile import FigureTile


class DelaysPage(QWidget):
    """Stages above, late orders in the middle, the orders of the period below.

    Args:
        presenter: of the goods.
    """

    def __init__(self, presenter: DispatchPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._services = presenter.services
        queries = presenter.program.queries
        word = presenter.word
        self.period = QComboBox(self)
        for text, days in (
            (self.tr("Last 3 months"), 91),
            (self.tr("Last 12 months"), 365),
            (self.tr("Since the beginning"), 0),
        ):
            self.period.addItem(text, days)
        self.period.setAccessibleName(self.tr("Period"))
        self.period.activated.connect(lambda _place: self.reload())
        self.tiles = {
            stage: FigureTile(word("stage", stage.value).capitalize(), parent=self)
            for stage in Stage
        }
        self.bar = ActionBar(self)
        self.settle = self.bar.add(
            self.tr("Settle…"),
            self._settle,
            shortcut="Ctrl+Return",
            tip=self.tr("Open the place where the late order is settled"),
            primary=True,
        )
        self.late: ListView[LateOrderRow] = ListView(
            self._services,
            queries.late_orders,
            late_columns(word),
            name="orders.late",
            empty=EmptyState(
                title=self.tr("No order is late"),
                hint=self.tr("Orders past the date promised, wished or usual stand here."),
            ),
            parent=self,
        )
        self.late.row_activated.connect(lambda _id: self._settle())
        self.late.selection_changed.connect(lambda ids: self.settle.setEnabled(len(ids) == 1))
        self.settle.setEnabled(False)
        self._narrowed = NarrowedSource[OrderStages](queries.lead_times)
        self.orders: ListView[OrderStages] = ListView(
            self._services,
            self._narrowed,
            lead_time_columns(word),
            name="orders.lead_times",
            empty=EmptyState(
                title=self.tr("No order in this period"),
                hint=self.tr("Confirmed orders stand here with the days of each stage."),
            ),
            sort="ordered_on",
            descending=True,
            parent=self,
        )
        self._lay_out()

    def reload(self) -> None:
        """Read the period's figures and both lists again."""
        from_on = self._from_on()
        self._narrowed.narrow({"from_on": from_on})
        self._presenter.figures(from_on, None, self._show)
        self.late.reload()
        self.orders.reload()

    def _from_on(self) -> date | None:
        days = int(self.period.currentData())
        return self._presenter.program.today() - timedelta(days=days) if days else None

    def _show(self, figures: Mapping[Stage, StageFigures]) -> None:
        number = self._services.formats.number
        slowest = slowest_stage(figures)
        for stage, tile in self.tiles.items():
            found = figures.get(stage)
            if found is None:
                tile.show_figure("–", remark=self.tr("no order yet"))
                continue
            remark = self.tr("median {median} d · {orders} orders").format(
                median=number(found.median), orders=number(found.orders)
            )
            if stage is slowest:
                remark = self.tr("slowest stage · {remark}").format(remark=remark)
            tile.show_figure(
                self.tr("{days} d").format(days=number(found.average)),
                remark=remark,
                tone=Tone.WARNING if stage is slowest else Tone.NEUTRAL,
            )

    def _settle(self) -> None:
        rows = self.late.selected_rows()
        if len(rows) != 1:
            return
        row = rows[0]
        if row.reason is LateReason.STOCK:
            place = Place(tab="orders", kind="back_order", search=row.number)
        else:
            place = Place(tab="orders", kind="order", id=row.id)
        self._services.navigator.open(place)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.period)
        head.addStretch(1)
        head.addWidget(self.bar)
        tiles = QHBoxLayout()
        tiles.setSpacing(SPACING)
        for tile in self.tiles.values():
            tiles.addWidget(tile, 1)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        for title, view in (
            (self.tr("Late orders"), self.late),
            (self.tr("Orders of the period"), self.orders),
        ):
            part = QWidget(self)
            label = QLabel(title, part)
            label.setProperty("subheading", True)
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(label)
            column.addWidget(view, 1)
            splitter.addWidget(part)
        splitter.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACING)
        outer.addLayout(head)
        outer.addLayout(tiles)
        outer.addWidget(splitter, 1)
