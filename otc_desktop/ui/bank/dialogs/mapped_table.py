"""The beginning of a table, with a box over each column that says what it is."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.kernel.bank_tables import ALIASES, TableLook

_COLUMN_WIDTH = 165
_MOST_WIDTH = 420


class MappedTable(QWidget):
    """Twelve lines of a file are enough to know a column by.

    Args:
        field_name: one of our columns in the window's language.

    Signals:
        changed: another column was chosen somewhere.
    """

    changed = Signal()

    def __init__(self, field_name: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field_name = field_name
        self.combos: list[QComboBox] = []
        self.grid = QTableWidget(self)
        self.grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.grid.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.grid.setWordWrap(False)
        self.grid.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)

    def columns(self) -> tuple[str, ...]:
        """What each column is; empty for one left aside."""
        return tuple(str(combo.currentData() or "") for combo in self.combos)

    def show_look(self, look: TableLook) -> None:
        """Show a table and what its columns are taken for."""
        self.grid.clear()
        self.grid.setColumnCount(len(look.titles))
        self.grid.setRowCount(1 + len(look.rows))
        titles = [
            title or self.tr("column {number}").format(number=place)
            for place, title in enumerate(look.titles, start=1)
        ]
        self.grid.setHorizontalHeaderLabels(titles)
        numbers = [str(place) for place in range(1, len(look.rows) + 1)]
        self.grid.setVerticalHeaderLabels([self.tr("Take for"), *numbers])
        self.combos = []
        for place, (title, column) in enumerate(zip(titles, look.columns, strict=True)):
            combo = self._combo(title)
            combo.setCurrentIndex(max(0, combo.findData(column)))
            combo.currentIndexChanged.connect(self._only_here(combo))
            self.combos.append(combo)
            self.grid.setCellWidget(0, place, combo)
            for row, cells in enumerate(look.rows, start=1):
                item = QTableWidgetItem(cells[place])
                item.setToolTip(cells[place])
                self.grid.setItem(row, place, item)
        self.grid.resizeColumnsToContents()
        for place in range(len(titles)):
            width = self.grid.columnWidth(place)
            self.grid.setColumnWidth(place, min(max(width, _COLUMN_WIDTH), _MOST_WIDTH))

    def focus_first(self) -> None:
        """Begin with the first column."""
        if self.combos:
            self.combos[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _combo(self, title: str) -> QComboBox:
        combo = QComboBox(self.grid)
        combo.setAccessibleName(title)
        combo.addItem(self.tr("— leave aside —"), "")
        for column in ALIASES:
            combo.addItem(self._field_name(column), column)
        return combo

    def _only_here(self, chosen: QComboBox) -> Callable[[int], None]:
        """A field is one column: chosen anew, it leaves the column it was."""

        def on_choice(index: int) -> None:
            for combo in self.combos:
                if combo is not chosen and index > 0 and combo.currentIndex() == index:
                    combo.blockSignals(True)
                    combo.setCurrentIndex(0)
                    combo.blockSignals(False)
            self.changed.emit()

        return on_choice
