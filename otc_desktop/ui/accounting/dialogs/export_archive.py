"""Which year's issued documents leave, and into which file."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from otc_desktop.application.invoicing.export_archive import ExportArchive
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.file_choice import ask_where_to_save
from otc_desktop.ui.widgets.form_dialog import FormDialog

# Vouchers are kept for ten years (C. com. L123-22), beside the one that runs.
_YEARS_KEPT = 11


class ExportArchiveDialog(FormDialog):
    """Asks for the year and the file; the file's name follows the year until it is typed."""

    def __init__(
        self, services: WindowServices, *, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            services,
            title=self.tr("Archive of a year"),
            accept_text=self.tr("Write the archive"),
            enter_accepts=False,
            parent=parent,
        )
        self.year_field = QComboBox(self)
        for year in range(today.year, today.year - _YEARS_KEPT, -1):
            self.year_field.addItem(str(year), year)
        self.file_field = QLineEdit(self)
        self.file_field.setText(self._proposed())
        self.year_field.currentIndexChanged.connect(self._follow_year)
        self._typed = False
        self.file_field.textEdited.connect(self._keep_typed)
        browse = QPushButton(self.tr("Choose…"), self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._choose_file)
        file = QHBoxLayout()
        file.addWidget(self.file_field, 1)
        file.addWidget(browse)
        hint = QLabel(
            self.tr(
                "Every invoice and credit note exactly as issued, PDF and XML, with an index"
                " and the hashes by which anybody can check them. The year is the one in which"
                " the financial year begins."
            ),
            self,
        )
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("&Year"), self.year_field)
        label = QLabel(self.tr("&File"), self)
        label.setBuddy(self.file_field)
        form.addRow(label, file)
        self.body.addLayout(form)
        self.body.addWidget(hint)
        self.watch_fields({"year": self.year_field, "file": self.file_field})
        self.setMinimumWidth(560)

    def command(self) -> ExportArchive | None:
        """What was asked for; None when the file lacks, which is then said."""
        file = self.file_field.text().strip()
        if not file:
            self.refuse([("file", self.tr("Choose where the file goes."))])
            return None
        return ExportArchive(year=self.year(), path=Path(file))

    def year(self) -> int:
        """The year chosen."""
        return int(self.year_field.currentData())

    def _proposed(self) -> str:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self.tr("issued documents {year}").format(year=self.year())
        return str(Path(folder) / f"{name}.zip")

    def _follow_year(self) -> None:
        if not self._typed:
            self.file_field.setText(self._proposed())

    def _keep_typed(self) -> None:
        self._typed = True

    def _choose_file(self) -> None:
        def chosen(path: Path) -> None:
            self._typed = True
            self.file_field.setText(str(path))

        ask_where_to_save(
            self,
            self.tr("File of the archive"),
            self.tr("ZIP archive (*.zip)"),
            Path(self.file_field.text()).name,
            chosen,
        )
