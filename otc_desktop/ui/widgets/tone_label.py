"""A line of text whose meaning has a sign, a word and a colour."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from otc_desktop.ui.kernel.tones import Tone


class ToneLabel(QLabel):
    """Plain text with the glyph of its tone before it; hidden while it says nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.tone = Tone.NEUTRAL

    def say(self, tone: Tone, text: str) -> None:
        """Say something; nothing hides the label."""
        self.tone = tone
        self.setText(f"{tone.glyph} {text}" if text else "")
        self.setVisible(bool(text))
        self.setProperty("tone", tone.name)
        self.style().unpolish(self)
        self.style().polish(self)
