"""A figure with its name, which opens the list behind it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from otc_desktop.ui.kernel.theme import tabular
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.clickable_card import ClickableCard


class FigureTile(ClickableCard):
    """Name above, figure below, a remark under it.

    Args:
        title: the figure's name.
        opens: whether a click or Enter opens something.
        compact: smaller, for a row of tiles in a narrow place.
    """

    def __init__(
        self,
        title: str,
        *,
        opens: bool = False,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(opens=opens, parent=parent)
        self._title = QLabel(title, self)
        self._title.setProperty("muted", True)
        self._value = QLabel("…", self)
        self._value.setProperty("figure", True)
        self._value.setFont(tabular(self.font()))
        self._remark = QLabel(self)
        self._remark.setProperty("muted", True)
        self._remark.setWordWrap(compact)
        self._remark.hide()
        self._value.setProperty("compact", compact)
        column = QVBoxLayout(self)
        side, above = (8, 6) if compact else (14, 10)
        column.setContentsMargins(side, above, side, above)
        column.setSpacing(2)
        for label in (self._title, self._value, self._remark):
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addStretch(1)

    def show_figure(self, value: str, *, remark: str = "", tone: Tone = Tone.NEUTRAL) -> None:
        """Show a figure; a tone other than neutral puts its glyph before it."""
        self._value.setText(value if tone is Tone.NEUTRAL else f"{tone.glyph} {value}")
        self._value.setProperty("tone", tone.name)
        self._value.style().unpolish(self._value)
        self._value.style().polish(self._value)
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        self.setAccessibleName(self.text())

    def text(self) -> str:
        """All that the tile says, for screen readers and tests."""
        labels = (self._title, self._value, self._remark)
        return " ".join(label.text() for label in labels if label.text())
