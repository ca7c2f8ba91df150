"""The archive written, with the figures by which it is handed over."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from otc_desktop.application.kernel.issued_files import WrittenArchive
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import MARGIN, SPACING
from otc_desktop.ui.widgets.fact_list import FactList


class ArchiveResultDialog(QDialog):
    """Documents, files and hash of an archive."""

    def __init__(
        self, services: WindowServices, archive: WrittenArchive, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Archive of a year"))
        number = services.formats.number
        heading = QLabel(self.tr("Archive written"), self)
        heading.setProperty("heading", True)
        self.facts = FactList(self)
        self.facts.show_facts(
            (
                (self.tr("File"), str(archive.path)),
                (self.tr("Documents"), number(archive.documents)),
                (self.tr("PDF and XML files"), number(archive.files)),
                (self.tr("Hash (SHA-256)"), archive.sha256),
            )
        )
        self.open_button = QPushButton(self.tr("Open the &folder"), self)
        self.open_button.setAutoDefault(False)
        self.open_button.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(archive.path.parent)))
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
