"""Several lists in one tab, one of them on show."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.ui.kernel.theme import SPACING


class Sections(QWidget):
    """Chips that switch between pages; Alt+1 is the first.

    Signals:
        current_changed (str): the key of the section now on show.
    """

    current_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._titles: list[str] = []
        self._reloads: list[Callable[[], None]] = []
        self._stale: set[int] = set()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._show)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(4)
        self._chips.addStretch(1)
        self._pages = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(self._chips)
        column.addWidget(self._pages, 1)

    def add(self, key: str, title: str, page: QWidget, reload: Callable[[], None]) -> None:
        """Append a section; the first is on show at the beginning.

        Args:
            key: names it in code.
            title: stands on its chip.
            page: what it shows.
            reload: reads the page again.
        """
        number = len(self._keys)
        chip = QToolButton(self)
        chip.setText(title)
        chip.setCheckable(True)
        chip.setChecked(number == 0)
        chip.setProperty("chip", True)
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.setShortcut(f"Alt+{number + 1}")
        chip.setToolTip(f"{title} (Alt+{number + 1})")
        self._keys.append(key)
        self._titles.append(title)
        self._reloads.append(reload)
        self._group.addButton(chip, number)
        self._chips.insertWidget(number, chip)
        self._pages.addWidget(page)

    def current(self) -> str:
        """The key of the section on show."""
        return self._keys[self._pages.currentIndex()]

    def show_section(self, key: str) -> None:
        """Bring a section to the front; an unknown key changes nothing."""
        if key in self._keys:
            self._show(self._keys.index(key))

    def reload(self) -> None:
        """Read the section on show again now, the others when they are shown."""
        current = self._pages.currentIndex()
        self._stale = set(range(len(self._keys))) - {current}
        self._reloads[current]()

    def set_count(self, key: str, count: int) -> None:
        """Say beside a section's title how much waits there."""
        number = self._keys.index(key)
        chip = self._group.button(number)
        title = self._titles[number]
        chip.setText(f"{title}  {count}" if count else title)

    def chip(self, key: str) -> QToolButton:
        """The button that shows a section."""
        button = self._group.button(self._keys.index(key))
        assert isinstance(button, QToolButton)  # noqa: S101  # we put nothing else there
        return button

    def _show(self, number: int) -> None:
        self._group.button(number).setChecked(True)
        if number != self._pages.currentIndex():
            self._pages.setCurrentIndex(number)
            if number in self._stale:
                self._stale.discard(number)
                self._reloads[number]()
            self.current_changed.emit(self._keys[number])
