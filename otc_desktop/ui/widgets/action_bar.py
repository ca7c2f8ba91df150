"""The buttons above a list: each an action with its key."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from otc_desktop.ui.kernel.theme import SPACING


class ActionBar(QWidget):
    """A row of buttons; their keys work while the bar is in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACING)
        self._row.addStretch(1)
        self._buttons: dict[QAction, QPushButton] = {}

    def add(
        self,
        text: str,
        run: Callable[[], object],
        *,
        shortcut: str = "",
        tip: str = "",
        primary: bool = False,
    ) -> QAction:
        """A new button at the right end of the row.

        Args:
            text: what it says.
            run: what it does.
            shortcut: its key as Qt writes it, shown in the tool tip.
            tip: a longer explanation for the tool tip.
            primary: the one thing most people came for.
        """
        action = QAction(text, self)
        action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(lambda _checked: run())
        self.addAction(action)
        key = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        button = QPushButton(text, self)
        button.setToolTip(f"{tip or text} ({key})" if key else tip or text)
        button.setAutoDefault(False)
        button.setDefault(primary)
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        self._buttons[action] = button
        self._row.insertWidget(self._row.count() - 1, button)
        return action

    def button(self, action: QAction) -> QPushButton:
        """The button of an action."""
        return self._buttons[action]
