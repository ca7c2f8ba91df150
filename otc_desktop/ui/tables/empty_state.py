"""What stands where a list has no rows: why, and what to do next."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyState:
    """What a list says when there is nothing yet.

    `title` says what is missing, `hint` what to do; `action_text` and `action` do it.
    """

    title: str
    hint: str = ""
    action_text: str = ""
    action: Callable[[], None] | None = None


class _Hint(QLabel):
    """A wrapped text that is never wider than its maximum, and as high as that needs.

    A layout asks for the height at its own width, however narrow the label then is.
    """

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(min(width, self.maximumWidth()))


class EmptyStatePanel(QWidget):
    """Shown instead of the table.

    Signals:
        clear_asked: show the list without filters.
        retry_asked: read the list again.
    """

    clear_asked = Signal()
    retry_asked = Signal()

    def __init__(self, state: EmptyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._title = QLabel()
        self._title.setProperty("heading", True)
        self._hint = _Hint()
        self._hint.setProperty("muted", True)
        self._hint.setWordWrap(True)
        self._hint.setMaximumWidth(520)
        self._button = QPushButton()
        self._button.clicked.connect(self._on_pressed)
        self._on_press: Callable[[], None] | None = None
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(1)
        for widget in (self._title, self._hint, self._button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
        column.addStretch(2)

    def show_empty(self, *, filtered: bool) -> None:
        """Nothing there, or nothing that passes the filter."""
        if filtered:
            self._say(
                self.tr("Nothing matches"),
                self.tr("No row passes the filter."),
                self.tr("Clear the filter"),
                self.clear_asked.emit,
            )
        else:
            state = self._state
            self._say(state.title, state.hint, state.action_text, state.action)

    def show_failed(self, reason: str) -> None:
        """The list could not be read."""
        self._say(
            self.tr("The list could not be read"),
            reason,
            self.tr("Try again"),
            self.retry_asked.emit,
        )

    def text(self) -> str:
        """What the panel says, for screen readers and tests."""
        return f"{self._title.text()} {self._hint.text()}".strip()

    @property
    def button(self) -> QPushButton:
        """The button that does what the hint proposes; hidden when there is nothing to do."""
        return self._button

    def _say(self, title: str, hint: str, button: str, action: Callable[[], None] | None) -> None:
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setMinimumWidth(min(520, self._hint.fontMetrics().horizontalAdvance(hint) + 8))
        self._button.setText(button)
        self._button.setVisible(action is not None)
        self._on_press = action

    def _on_pressed(self) -> None:
        if self._on_press is not None:
            self._on_press()
