"""The file written, with the figures the bookkeeper checks it by."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from otc_desktop.application.ledger.export_ledger import LedgerExport
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import MARGIN, SPACING
from otc_desktop.ui.widgets.fact_list import FactList


class ExportResultDialog(QDialog):
    """Entries, lines, totals and hash of an export."""

    def __init__(
        self, services: WindowServices, export: LedgerExport, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Entries exported"))
        file, number, money = export.file, services.formats.number, services.formats.money
        heading = QLabel(
            self.tr("Preview written")
            if export.batch is None
            else self.tr("Batch {number} written").format(number=export.batch),
            self,
        )
        heading.setProperty("heading", True)
        self.facts = FactList(self)
        self.facts.show_facts(
            (
                (self.tr("File"), str(file.path)),
                (self.tr("Entries"), number(file.entries)),
                (self.tr("Lines"), number(file.lines)),
                (self.tr("Debit"), money(Money.from_minor(file.debit_minor, EUR))),
                (self.tr("Credit"), money(Money.from_minor(file.credit_minor, EUR))),
                (self.tr("Hash (SHA-256)"), file.sha256),
            )
        )
        self.open_button = QPushButton(self.tr("Open the &folder"), self)
        self.open_button.setAutoDefault(False)
        self.open_button.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.path.parent)))
        )
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.open_button)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addWidget(heading)
        column.addWidget(self.facts)
        column.addLayout(foot)
        self.setMinimumWidth(640)
