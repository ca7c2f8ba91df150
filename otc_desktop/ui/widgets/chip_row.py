"""Chips side by side, one of them chosen; they flow onto a second line where space is short."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLayout, QLayoutItem, QToolButton, QWidget

_GAP = 4


class FlowLayout(QLayout):
    """Lays widgets out like words of a text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """One more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """A narrow row is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is then."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Lay out."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """The largest item decides: all others can go below it."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Room for the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + _GAP, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + _GAP
            line = max(line, hint.height())
        return y + line - rect.y()


class ChipRow(QWidget):
    """One choice among a few; the first is in force at the beginning.

    Signals:
        chosen (value): another chip was pressed.
    """

    chosen = Signal(object)

    def __init__(
        self, options: Sequence[tuple[Any, str]], *, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _ in options]
        self._group = QButtonGroup(self)
        flow = FlowLayout(self)
        for number, (_, label) in enumerate(options):
            chip = QToolButton(self)
            chip.setText(label)
            chip.setCheckable(True)
            chip.setChecked(number == 0)
            chip.setProperty("chip", True)
            chip.setToolTip(title)
            chip.setCursor(Qt.CursorShape.PointingHandCursor)
            self._group.addButton(chip, number)
            flow.addWidget(chip)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._values[number]))

    def value(self) -> Any:
        """What is chosen."""
        return self._values[self._group.checkedId()]

    def choose(self, value: Any) -> None:
        """Press a chip."""
        self._group.button(self._values.index(value)).click()
