"""The bottom line: which database, who, whether the scheduler runs, what leaves next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.busy_bar import BusyBar


class StatusLine(QStatusBar):
    """Fields the program sets; an empty one is hidden."""

    def __init__(self, busy_bar: BusyBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._texts: dict[str, tuple[str, Tone]] = {}
        self._labels = {name: QLabel(self) for name in self._titles()}
        for label in self._labels.values():
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.hide()
            self.addWidget(label)
        self.addPermanentWidget(busy_bar)

    def set_database(self, text: str) -> None:
        """The database in short: a file's name, or host and name."""
        self._set("database", text)

    def set_user(self, text: str) -> None:
        """Who works here."""
        self._set("user", text)

    def set_scheduler(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """The scheduler's state in a word; its tone adds glyph and colour."""
        self._set("scheduler", text, tone)

    def set_next_reminders(self, text: str) -> None:
        """When reminders leave next."""
        self._set("next_reminders", text)

    def retranslate(self) -> None:
        """Say the fields' titles in the window's language."""
        for name, (text, tone) in self._texts.items():
            self._set(name, text, tone)

    def text(self) -> str:
        """All that the line says, for screen readers and tests."""
        return "  ".join(label.text() for label in self._labels.values() if not label.isHidden())

    def _titles(self) -> dict[str, str]:
        return {
            "database": self.tr("Database: {value}"),
            "user": self.tr("User: {value}"),
            "scheduler": self.tr("Scheduler: {value}"),
            "next_reminders": self.tr("Next reminders: {value}"),
        }

    def _set(self, name: str, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        self._texts[name] = (text, tone)
        label = self._labels[name]
        glyph = "" if tone is Tone.NEUTRAL else f"{tone.glyph} "
        label.setText(glyph + self._titles()[name].format(value=text))
        label.setProperty("tone", tone.name)
        label.style().unpolish(label)
        label.style().polish(label)
        label.setVisible(bool(text))
