"""The assistant's first page: choose a file, or drop one."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.widgets.file_choice import ask_for_file
from otc_desktop.ui.widgets.import_assistant.job import ImportJob


class FilePage(QWidget):
    """A place to drop a file on, and a button to choose one.

    Args:
        job: what is imported.

    Signals:
        chosen (Path).
        mappings_asked: the user wants to see the remembered mappings.
    """

    chosen = Signal(object)
    mappings_asked = Signal()

    def __init__(self, job: ImportJob, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self.setAcceptDrops(True)
        title = QLabel(self.tr("Drop the file here"), self)
        title.setProperty("heading", True)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint = QLabel(self._hint(job), self)
        hint.setWordWrap(True)
        hint.setProperty("quiet", True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose_button = QPushButton(self.tr("&Choose a file…"), self)
        self.choose_button.setProperty("primary", True)
        self.choose_button.setDefault(True)
        self.choose_button.clicked.connect(self.ask)
        self.mappings_button = QPushButton(self.tr("Remembered &mappings…"), self)
        self.mappings_button.setAutoDefault(False)
        self.mappings_button.setFlat(True)
        self.mappings_button.setVisible(job.kind is not None)
        self.mappings_button.clicked.connect(self.mappings_asked)
        column = QVBoxLayout(self)
        column.setSpacing(SPACING)
        column.addStretch(1)
        column.addWidget(title)
        column.addWidget(hint)
        for button in (self.choose_button, self.mappings_button):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def ask(self) -> None:
        """Open the system's choice of files."""
        ask_for_file(self, self._job.title, self._job.files, self.chosen.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file that was dropped."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.chosen.emit(path)

    def _hint(self, job: ImportJob) -> str:
        if job.kind is None:
            return self.tr("The file of accounting entries (FEC) as the other program wrote it.")
        return self.tr(
            "CSV or XLSX as exported by Excel, Sage, EBP, Ciel, Dolibarr or Odoo, without"
            " editing. Nothing is kept before you have seen what becomes of every row."
        )


def _dropped(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
