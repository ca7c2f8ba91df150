"""The remembered mappings of bank tables, each of which can be forgotten."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.kernel.import_mapping import ImportMapping
from otc_desktop.ui.bank.table_presenter import TablePresenter
from otc_desktop.ui.kernel.theme import MARGIN, SPACING

_SIZE = (560, 380)


class BankMappingsDialog(QDialog):
    """Lists mappings by name with what they say; Delete forgets the selected one.

    Args:
        presenter: asks the program.
    """

    def __init__(self, presenter: TablePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Bank tables remembered"))
        self.resize(*_SIZE)
        self._presenter = presenter
        self.empty = QLabel(
            self.tr("None yet: what you say about a bank's columns is remembered here."), self
        )
        self.empty.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.forget_button = QPushButton(self.tr("&Forget"), self)
        self.forget_button.setToolTip(self.tr("Forget the selected mapping (Del)"))
        self.forget_button.setAutoDefault(False)
        self.forget_button.clicked.connect(self._forget)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list).activated.connect(self._forget)
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.forget_button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        self._load()

    def _load(self) -> None:
        self._presenter.mappings(self._show)

    def _show(self, mappings: list[ImportMapping]) -> None:
        self.list.clear()
        for mapping in mappings:
            said = ", ".join(
                f"{title or place} → {self._presenter.field_name(column)}"
                for place, (title, column) in enumerate(
                    zip(mapping.titles, mapping.columns, strict=True), start=1
                )
                if column
            )
            item = QListWidgetItem(f"{mapping.title}\n{said}")
            item.setData(Qt.ItemDataRole.UserRole, mapping.title)
            self.list.addItem(item)
        if mappings:
            self.list.setCurrentRow(0)
        self.empty.setVisible(not mappings)
        self.list.setVisible(bool(mappings))
        self.forget_button.setEnabled(bool(mappings))

    def _forget(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._presenter.forget(str(item.data(Qt.ItemDataRole.UserRole)), self._load)
