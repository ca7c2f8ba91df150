"""Which entries leave, in which format, to which folder."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from otc_desktop.application.ledger.export_ledger import FEC, ExportLedger
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog


class ExportEntriesDialog(FormDialog):
    """Asks for format, period, folder, and whether the entries are locked."""

    def __init__(
        self,
        services: WindowServices,
        *,
        today: date,
        from_on: date,
        to_on: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            services,
            title=self.tr("Export entries"),
            accept_text=self.tr("Write the file"),
            enter_accepts=False,
            parent=parent,
        )
        self.format_field = QComboBox(self)
        for name, title in (
            (FEC, self.tr("FEC (tax authorities' standard file)")),
            ("csv", self.tr("CSV table")),
            ("xlsx", self.tr("Excel workbook")),
        ):
            self.format_field.addItem(title, name)
        self.from_field = DateEdit(services.formats, today=today, parent=self)
        self.from_field.set_date(from_on)
        self.to_field = DateEdit(services.formats, today=today, parent=self)
        self.to_field.set_date(to_on)
        self.folder_field = QLineEdit(self)
        self.folder_field.setText(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        browse = QPushButton(self.tr("Choose…"), self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._choose_folder)
        folder = QHBoxLayout()
        folder.addWidget(self.folder_field, 1)
        folder.addWidget(browse)
        self.lock_field = QCheckBox(self.tr("&Lock: make a numbered batch"), self)
        hint = QLabel(
            self.tr(
                "Without the lock the file is a preview and marks nothing. With it, the entries"
                " belong to a batch and leave only once; a FEC always covers the whole period."
            ),
            self,
        )
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("For&mat"), self.format_field)
        form.addRow(self.tr("&From"), self.from_field)
        form.addRow(self.tr("&To"), self.to_field)
        folder_label = QLabel(self.tr("Fol&der"), self)
        folder_label.setBuddy(self.folder_field)
        form.addRow(folder_label, folder)
        form.addRow("", self.lock_field)
        self.body.addLayout(form)
        self.body.addWidget(hint)
        self.watch_fields(
            {
                "from_on": self.from_field.field,
                "to_on": self.to_field.field,
                "folder": self.folder_field,
            }
        )
        self.setMinimumWidth(560)

    def command(self) -> ExportLedger | None:
        """What was asked for; None when a field lacks, which is then said."""
        from_on, to_on = self.from_field.date(), self.to_field.date()
        folder = self.folder_field.text().strip()
        missing = []
        if from_on is None:
            missing.append(("from_on", self.tr("The first day of the period is missing.")))
        if to_on is None:
            missing.append(("to_on", self.tr("The last day of the period is missing.")))
        if not folder:
            missing.append(("folder", self.tr("Choose where the file goes.")))
        if from_on is None or to_on is None or missing:
            self.refuse(missing)
            return None
        return ExportLedger(
            format=str(self.format_field.currentData()),
            from_on=from_on,
            to_on=to_on,
            folder=Path(folder),
            lock=self.lock_field.isChecked(),
        )

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder of the file"), self.folder_field.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.folder_field.setText)
        dialog.open()
