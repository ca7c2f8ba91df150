"""News at the top of a window or dialog; it stops nobody from working."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from otc_desktop.ui.kernel.notices import Notice
from otc_desktop.ui.kernel.tones import Tone

_GOOD_NEWS_MS = 8_000


class MessageBar(QFrame):
    """Shows the last notice until it is closed; good news goes away by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._notice: Notice | None = None
        self._glyph = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action_button = QPushButton(self)
        self.action_button.clicked.connect(self._act)
        self.close_button = QToolButton(self)
        self.close_button.setText("✕")
        self.close_button.setProperty("quiet", True)
        self.close_button.setToolTip(self.tr("Close"))
        self.close_button.clicked.connect(self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_GOOD_NEWS_MS)
        self._timer.timeout.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self._glyph)
        row.addWidget(self._text, 1)
        row.addWidget(self.action_button)
        row.addWidget(self.close_button)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in place of the one before."""
        self._notice = notice
        self._glyph.setText(notice.tone.glyph)
        for widget in (self, self._glyph):
            widget.setProperty("tone", notice.tone.name)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._text.setText("\n".join(part for part in (notice.title, notice.text) if part))
        self.action_button.setText(notice.action_text)
        self.action_button.setVisible(notice.action is not None)
        self.setAccessibleName(notice.title)
        self.show()
        if notice.tone in {Tone.GOOD, Tone.INFO} and notice.action is None:
            self._timer.start()
        else:
            self._timer.stop()

    def notice(self) -> Notice | None:
        """The notice on show."""
        return self._notice

    def dismiss(self) -> None:
        """Take the notice away."""
        self._timer.stop()
        self._notice = None
        self.hide()

    def _act(self) -> None:
        notice = self._notice
        self.dismiss()
        if notice is not None and notice.action is not None:
            notice.action()
