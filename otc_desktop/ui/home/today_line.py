"""One line of the Today list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from otc_desktop.ui.kernel.theme import tabular
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.clickable_card import ClickableCard

_COUNT_WIDTH = 72


class TodayLine(ClickableCard):
    """How many, of what, and what to do about it; opens the place where it is settled.

    Args:
        tone: how urgent it is.
        title: what waits.
        hint: what to do.
    """

    def __init__(self, *, tone: Tone, title: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(opens=True, parent=parent)
        self._tone = tone
        self._count = QLabel(self)
        self._count.setProperty("figure", True)
        self._count.setProperty("tone", tone.name)
        self._count.setFont(tabular(self.font()))
        self._count.setMinimumWidth(_COUNT_WIDTH)
        self._title = QLabel(title, self)
        self._title.setProperty("subheading", True)
        self._hint = QLabel(hint, self)
        self._hint.setProperty("muted", True)
        arrow = QLabel("→", self)
        arrow.setProperty("figure", True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.addWidget(self._count)
        row.addLayout(words, 1)
        row.addWidget(arrow, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_count(self, count: str) -> None:
        """Say how many wait."""
        self._count.setText(f"{self._tone.glyph} {count}")
        self.setAccessibleName(self.text())

    def text(self) -> str:
        """All that the line says, for screen readers and tests."""
        return " ".join(label.text() for label in (self._count, self._title, self._hint))
