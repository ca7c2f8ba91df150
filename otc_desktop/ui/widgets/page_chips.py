"""Several pages in a narrow place, one of them on show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.widgets.chip_row import FlowLayout


class PageChips(QWidget):
    """Chips that switch between pages; they flow onto a second line where space is short.

    Signals:
        current_changed: another page is on show.
    """

    current_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._show)
        chips = QWidget(self)
        self._flow = FlowLayout(chips)
        self._pages = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(chips)
        column.addWidget(self._pages, 1)

    def add(self, page: QWidget, title: str) -> None:
        """Append a page; the first is on show at the beginning."""
        chip = QToolButton(self)
        chip.setText(title)
        chip.setCheckable(True)
        chip.setChecked(not self._pages.count())
        chip.setProperty("chip", True)
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        self._group.addButton(chip, self._pages.count())
        self._flow.addWidget(chip)
        self._pages.addWidget(page)

    def count(self) -> int:
        """How many pages there are."""
        return self._pages.count()

    def current(self) -> QWidget | None:
        """The page on show, None before there is any."""
        return self._pages.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        self._show(self._pages.indexOf(page))

    def show_number(self, number: int) -> None:
        """Bring the page of that place to the front."""
        self._show(number)

    def _show(self, number: int) -> None:
        self._group.button(number).setChecked(True)
        if number != self._pages.currentIndex():
            self._pages.setCurrentIndex(number)
            self.current_changed.emit()
