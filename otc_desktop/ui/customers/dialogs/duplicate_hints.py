"""Files that look like the one being typed, with a way to open them."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.tone_label import ToneLabel

_MOST_SHOWN = 3


class DuplicateHints(QWidget):
    """Up to three likely duplicates; nothing is shown while there are none.

    Signals:
        open_asked (UUID): the user wants to see that customer's file.
    """

    open_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: list[UUID] = []
        self.labels: list[ToneLabel] = []
        self.buttons: list[QPushButton] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACING)
        grid.setColumnStretch(0, 1)
        for place in range(_MOST_SHOWN):
            label, button = ToneLabel(self), QPushButton(self.tr("Open the file"), self)
            button.setAutoDefault(False)
            button.setToolTip(self.tr("Leave this form and show the customer that is here"))
            button.clicked.connect(lambda _checked, place=place: self._open(place))
            grid.addWidget(label, place, 0)
            grid.addWidget(button, place, 1)
            self.labels.append(label)
            self.buttons.append(button)
        self.show_files(())

    def show_files(self, files: Sequence[tuple[UUID, str, bool]]) -> None:
        """Show these: id, sentence, and whether it surely is the same customer."""
        shown = files[:_MOST_SHOWN]
        self._ids = [customer_id for customer_id, _, _ in shown]
        for place, (label, button) in enumerate(zip(self.labels, self.buttons, strict=True)):
            fits = place < len(shown)
            text, sure = (shown[place][1], shown[place][2]) if fits else ("", False)
            label.say(Tone.WARNING if sure else Tone.INFO, text)
            button.setVisible(fits)
        self.setVisible(bool(shown))

    def text(self) -> str:
        """All that is said."""
        return "\n".join(label.text() for label in self.labels if label.text())

    def _open(self, place: int) -> None:
        if place < len(self._ids):
            self.open_asked.emit(self._ids[place])
