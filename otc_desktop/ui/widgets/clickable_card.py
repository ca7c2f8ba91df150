"""A framed piece of information that opens what is behind it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

_KEYS = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space))


class ClickableCard(QFrame):
    """Base of tiles and lines; by mouse, Enter or Space.

    Args:
        opens: whether it can be clicked at all.

    Signals:
        clicked.
    """

    clicked = Signal()

    def __init__(self, *, opens: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._opens = opens
        if opens:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        if self._opens and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if self._opens and event.key() in _KEYS:
            self.clicked.emit()
        else:
            super().keyPressEvent(event)
