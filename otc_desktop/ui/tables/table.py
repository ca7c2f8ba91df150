"""The table of a list: fixed row height, sorting by header, keyboard."""

from typing import Any

from PySide6.QtCore import QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from otc_desktop.ui.kernel.theme import ROW_HEIGHT
from otc_desktop.ui.kernel.window_state import WindowState
from otc_desktop.ui.tables.paged_model import PagedModel
from otc_desktop.ui.tables.selection import MOST_SELECTED

_SAVE_LAYOUT_MS = 500


class Table(QTableView):
    """Tells its model which rows are in sight.

    Signals:
        sort_asked (str, bool): column name, and whether descending.
        row_chosen (QModelIndex): Enter or double click.
        copy_asked.
    """

    sort_asked = Signal(str, bool)
    row_chosen = Signal(QModelIndex)
    copy_asked = Signal()

    def __init__(
        self, model: PagedModel[Any], *, name: str, state: WindowState, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._paged = model
        # Widths of a list with other columns would fit nothing.
        self._name = f"{name}.{len(model.columns)}"
        self._state = state
        self._sorted: tuple[int, bool] | None = None
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        height = max(ROW_HEIGHT, self.fontMetrics().height() + 12)
        rows.setMinimumSectionSize(height)
        rows.setDefaultSectionSize(height)
        self._prepare_header()
        self.doubleClicked.connect(self.row_chosen)
        self.verticalScrollBar().valueChanged.connect(self._tell_rows_in_sight)
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(self._tell_rows_in_sight)

    def show_sorting(self, column: str, *, descending: bool) -> None:
        """Mark the column the list is sorted by; an unknown name marks none."""
        names = [known.name for known in self._paged.columns]
        header = self.horizontalHeader()
        header.setSortIndicatorShown(column in names)
        if column in names:
            self._sorted = (names.index(column), descending)
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(names.index(column), order)

    def selectAll(self) -> None:
        """Select from the top, as many rows as can be read to know their ids."""
        last = min(self._paged.rowCount(), MOST_SELECTED) - 1
        if last < 0:
            return
        selection = self.selectionModel()
        flags = selection.SelectionFlag
        block = type(selection.selection())(
            self._paged.index(0, 0), self._paged.index(last, self._paged.columnCount() - 1)
        )
        selection.select(block, flags.ClearAndSelect | flags.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+C copies whole rows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_chosen.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More rows may have come into sight."""
        super().resizeEvent(event)
        self._tell_rows_in_sight()

    def _prepare_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(48)
        header.setSectionsClickable(True)
        for number, column in enumerate(self._paged.columns):
            header.resizeSection(number, column.width)
        layout = self._state.layout(self._name)
        if layout is not None:
            header.restoreState(layout)
        header.setSortIndicatorShown(False)
        header.sectionClicked.connect(self._on_header)
        self._save_timer = QTimer(self)
        self._save_timer.setSingleShot(True)
        self._save_timer.setInterval(_SAVE_LAYOUT_MS)
        self._save_timer.timeout.connect(
            lambda: self._state.save_layout(self._name, header.saveState())
        )
        header.sectionResized.connect(lambda *_: self._save_timer.start())
        header.sectionMoved.connect(lambda *_: self._save_timer.start())

    def _on_header(self, section: int) -> None:
        column = self._paged.columns[section]
        if not column.sortable:
            return
        descending = self._sorted == (section, False)
        self.show_sorting(column.name, descending=descending)
        self.sort_asked.emit(column.name, descending)

    def _tell_rows_in_sight(self) -> None:
        area: QRect = self.viewport().rect()
        first = self.rowAt(area.top())
        last = self.rowAt(area.bottom())
        if first >= 0:
            self._paged.show_rows(first, last if last >= 0 else self._paged.rowCount() - 1)
