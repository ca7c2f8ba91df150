"""Selected rows held by id, so that they stay selected when the list is read again."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal
from PySide6.QtWidgets import QTableView

from otc_desktop.ui.tables.paged_model import PAGE_ROWS, PagedModel

# Reading rows to learn their ids must end somewhere; larger actions work on the request.
MOST_SELECTED = 25 * PAGE_ROWS


class IdSelection(QObject):
    """Follows a table's selection and keeps the ids of its rows.

    Signals:
        changed (list of ids): in list order; sent when the user or a reload changed it.
    """

    changed = Signal(object)

    def __init__(self, view: QTableView, model: PagedModel[Any]) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._ids: dict[int, UUID | None] = {}  # by row; None while the row is not here
        self._restoring = False
        view.selectionModel().selectionChanged.connect(self._on_selection)
        model.page_loaded.connect(self._learn_ids)
        model.loaded.connect(self._restore)

    def ids(self) -> list[UUID]:
        """The ids known of the selected rows, in list order."""
        return [found for _, found in sorted(self._ids.items()) if found is not None]

    def rows(self) -> list[int]:
        """The positions of the selected rows."""
        return sorted(self._ids)

    def select_ids(self, ids: list[UUID]) -> None:
        """Select these, as far as their rows are here, and bring the first into sight."""
        self._project(self._model.positions(ids))
        if rows := self.rows():
            self._view.scrollTo(self._model.index(rows[0], 0))

    def _on_selection(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        if self._restoring:
            return
        for row in _rows_of(deselected):
            self._ids.pop(row, None)
        for row in _rows_of(selected):
            self._ids[row] = self._model.id_at(row)
        unknown = [row for row, found in self._ids.items() if found is None]
        self._model.want_rows(unknown[:MOST_SELECTED])
        self.changed.emit(self.ids())

    def _learn_ids(self, first: int, last: int) -> None:
        missing = [row for row in range(first, last + 1) if self._ids.get(row, row) is None]
        for row in missing:
            self._ids[row] = self._model.id_at(row)
        if missing:
            self.changed.emit(self.ids())

    def _restore(self) -> None:
        before = self.ids()
        self._project(self._model.positions(before))
        if self.ids() != before:
            self.changed.emit(self.ids())

    def _project(self, positions: dict[UUID, int]) -> None:
        """Make the table's selection show these rows."""
        command = QItemSelectionModel.SelectionFlag
        selection = self._view.selectionModel()
        blocks = QItemSelection()
        last_column = self._model.columnCount() - 1
        for row in positions.values():
            blocks.select(self._model.index(row, 0), self._model.index(row, last_column))
        self._restoring = True
        try:
            selection.select(blocks, command.ClearAndSelect | command.Rows)
        finally:
            self._restoring = False
        self._ids = {row: found for found, row in positions.items()}
        if positions:
            first = self._model.index(min(positions.values()), 0)
            # The keyboard goes on from here, but the list stays where the user scrolled it.
            self._view.setAutoScroll(False)
            selection.setCurrentIndex(first, command.NoUpdate)
            self._view.setAutoScroll(True)


def _rows_of(selection: QItemSelection) -> Iterator[int]:
    for number in range(selection.count()):
        block = selection.at(number)
        yield from range(block.top(), block.bottom() + 1)
