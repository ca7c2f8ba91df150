"""The list every tab is made of: filter, table, totals, empty state, menu, copy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from otc_desktop.application.kernel.paging import PageRequest, PageSource
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.clipboard import rows_as_text
from otc_desktop.ui.tables.columns import Column
from otc_desktop.ui.tables.delegates import CellDelegate
from otc_desktop.ui.tables.empty_state import EmptyState, EmptyStatePanel
from otc_desktop.ui.tables.filters import FilterBar, FilterChoice
from otc_desktop.ui.tables.paged_model import PagedModel
from otc_desktop.ui.tables.selection import IdSelection
from otc_desktop.ui.tables.table import Table
from otc_desktop.ui.tables.totals_bar import TotalsBar

RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownList:
    """What is on show: the list's name, where its rows come from, under which request."""

    name: str
    source: PageSource[Any]
    request: PageRequest
    columns: tuple[Column, ...]


class ListView(QWidget, Generic[RowT]):
    """A list over a page source.

    It reads nothing before `reload()`, `show_filtered()` or its first showing.

    Args:
        services: what the window offers.
        source: where rows come from; called in pool threads.
        columns: what is shown.
        name: key under which column widths are remembered, such as `invoicing.issued`.
        empty: what an empty list says, and what to do next.
        filters: named choices above the list.
        sort: name of the column sorted at the beginning; empty leaves it to the source.
        descending: direction of that sorting.

    Signals:
        row_activated (UUID): Enter or double click.
        selection_changed (list of UUID).
        context_menu_opening (QMenu, list of UUID): add or disable actions.
    """

    row_activated = Signal(object)
    selection_changed = Signal(object)
    context_menu_opening = Signal(object, object)

    def __init__(
        self,
        services: WindowServices,
        source: PageSource[RowT],
        columns: Sequence[Column],
        *,
        name: str,
        empty: EmptyState,
        filters: Sequence[FilterChoice] = (),
        sort: str = "",
        descending: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._name = name
        self._source = source
        self._started = False
        self.model = PagedModel(
            source, columns, tasks=services.tasks, formats=services.formats, parent=self
        )
        self.filter_bar = FilterBar(filters, self)
        self.table = Table(self.model, name=name, state=services.state, parent=self)
        self.table.setItemDelegate(CellDelegate(self.model.columns, services.theme, self.table))
        self._selection = IdSelection(self.table, self.model)
        self.totals_bar = TotalsBar(self.model.columns, services.formats, self)
        self.empty_panel = EmptyStatePanel(empty, self)
        self._lay_out()
        self._connect()
        self.table.show_sorting(sort, descending=descending)
        self._sorting = (sort, descending)

    def reload(self) -> None:
        """Read again; selection and scroll position stay."""
        if self._started:
            self.model.reload(keep_rows=self._selection.rows())
        else:
            self._start()

    def show_filtered(self, *, search: str = "", filters: Mapping[str, Any] | None = None) -> None:
        """Show the list with this search and these choices, from its top."""
        self._started = True
        self.filter_bar.set_values(search, filters or {})

    def selected_ids(self) -> list[UUID]:
        """The ids of the selected rows, in list order."""
        return self._selection.ids()

    def selected_rows(self) -> list[RowT]:
        """The selected rows themselves, as far as they are here."""
        rows = [self.model.row(number) for number in self._selection.rows()]
        return [row for row in rows if row is not None]

    def select_ids(self, ids: list[UUID]) -> None:
        """Select these among the rows that are here."""
        self._selection.select_ids(ids)

    def shown(self) -> ShownList:
        """What is on show, all its pages, for whoever writes it elsewhere."""
        return ShownList(
            name=self._name,
            source=self._source,
            request=self.model.request,
            columns=self.model.columns,
        )

    def add_actions(self, actions: Sequence[QAction]) -> None:
        """Offer actions in the context menu; their shortcuts work while the list has focus."""
        for action in actions:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.table.addAction(action)

    def copy_selected(self) -> None:
        """Put the selected rows on the clipboard as a spreadsheet pastes them."""
        text = rows_as_text(self.selected_rows(), self.model.columns, self._services.formats)
        QGuiApplication.clipboard().setText(text)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the list when it is first looked at."""
        super().showEvent(event)
        if not self._started:
            self._start()

    def _start(self) -> None:
        self._started = True
        self._ask()

    def _ask(self) -> None:
        sort, descending = self._sorting
        self._started = True
        self.model.set_request(
            search=self.filter_bar.search(),
            filters=self.filter_bar.filters(),
            sort=sort,
            descending=descending,
        )

    def _sort_by(self, column: str, descending: bool) -> None:
        self._sorting = (column, descending)
        self._ask()

    def _lay_out(self) -> None:
        body = QWidget(self)
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty_panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.filter_bar)
        column.addWidget(body, 1)
        column.addWidget(self.totals_bar)

    def _connect(self) -> None:
        self.filter_bar.changed.connect(self._ask)
        self.table.sort_asked.connect(self._sort_by)
        self.table.row_chosen.connect(self._on_chosen)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.copy_asked.connect(self.copy_selected)
        self._selection.changed.connect(self._on_selection)
        self.model.loaded.connect(self._on_loaded)
        self.model.load_failed.connect(self._on_failed)
        self.model.count_changed.connect(self._on_count)
        self.model.totals_changed.connect(self.totals_bar.set_totals)
        self.empty_panel.clear_asked.connect(lambda: self.filter_bar.set_values("", {}))
        self.empty_panel.retry_asked.connect(self.reload)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._focus_search)

    def _focus_search(self) -> None:
        self.filter_bar.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_bar.search_field.selectAll()

    def _on_loaded(self, as_new: bool) -> None:
        if as_new:
            self.table.scrollToTop()
            self.totals_bar.clear()
        self._show_table_or_empty()

    def _on_count(self, count: int) -> None:
        self.totals_bar.set_count(count)
        self._show_table_or_empty()

    def _show_table_or_empty(self) -> None:
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.table)
        else:
            self.empty_panel.show_empty(filtered=self.filter_bar.is_filtering())
            self._stack.setCurrentWidget(self.empty_panel)

    def _on_failed(self, error: OtcError) -> None:
        self._services.errors.show(error)
        if not self.model.rowCount():
            self.empty_panel.show_failed(self._services.errors.text_of(error).title)
            self._stack.setCurrentWidget(self.empty_panel)

    def _on_selection(self, ids: list[UUID]) -> None:
        self.totals_bar.set_selected(len(ids))
        self.selection_changed.emit(ids)

    def _on_chosen(self, index: QModelIndex) -> None:
        row_id = self.model.id_at(index.row())
        if row_id is not None:
            self.row_activated.emit(row_id)

    def _open_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.table.actions())
        if self.table.actions():
            menu.addSeparator()
        copy = menu.addAction(self.tr("Copy"), self.copy_selected)
        copy.setEnabled(bool(self._selection.rows()))
        self.context_menu_opening.emit(menu, self.selected_ids())
        menu.popup(self.table.viewport().mapToGlobal(position))
