"""What of a line is settled already, with a button that takes it back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from otc_desktop.ui.bank.wording import AllocationText
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.tone_label import ToneLabel


class AllocationList(QWidget):
    """One card an allocation.

    Signals:
        undo_asked (UUID): take this allocation back.
        undo_posting_asked (UUID): take this posting to a ledger account back.
    """

    undo_asked = Signal(object)
    undo_posting_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._texts: Sequence[AllocationText] = ()
        self.undo_buttons: list[QPushButton] = []
        self.hide()

    def show_allocations(self, allocations: Sequence[AllocationText]) -> None:
        """Show these, the newest first."""
        while (entry := self._column.takeAt(0)) is not None:
            card = entry.widget()
            if card is not None:
                card.hide()
                card.deleteLater()
        self._texts = tuple(allocations)
        self.undo_buttons = []
        for each in allocations:
            self._column.addWidget(self._card(each))
        self.setVisible(bool(allocations))

    def undo_last(self) -> None:
        """Ask to take back the newest allocation that stands."""
        standing = [each for each in self._texts if not each.undone]
        if standing:
            self._ask_to_undo(standing[0])

    def can_undo(self) -> bool:
        """Whether any allocation stands."""
        return any(not each.undone for each in self._texts)

    def text(self) -> str:
        """All that is said, for screen readers and tests."""
        return "\n".join(f"{each.title} {each.detail}" for each in self._texts)

    def _ask_to_undo(self, allocation: AllocationText) -> None:
        signal = self.undo_posting_asked if allocation.posting else self.undo_asked
        signal.emit(allocation.id)

    def _card(self, allocation: AllocationText) -> QWidget:
        card = QFrame(self)
        card.setProperty("card", True)
        title = ToneLabel(card)
        title.say(Tone.NEUTRAL if allocation.undone else Tone.GOOD, allocation.title)
        detail = QLabel(allocation.detail, card)
        detail.setTextFormat(Qt.TextFormat.PlainText)
        detail.setProperty("muted", True)
        detail.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(detail)
        row = QHBoxLayout(card)
        row.setContentsMargins(12, 8, 12, 8)
        row.addLayout(words, 1)
        if not allocation.undone:
            button = QPushButton(self.tr("Undo the allocation"), card)
            button.setToolTip(self.tr("Take this allocation back by a reversing entry (Ctrl+Z)"))
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._ask_to_undo, allocation))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.undo_buttons.append(button)
        return card
