"""Which folder of this machine is watched for statement files."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from otc_desktop.application.banking.watched_folder import (
    FindWatchedFolder,
    SetWatchedFolder,
    StopWatching,
    find_watched_folder,
    set_watched_folder,
    stop_watching,
)
from otc_desktop.application.kernel.repositories import WatchedFolder
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.bank.table_presenter import TablePresenter
from otc_desktop.ui.widgets.form_dialog import FormDialog


class WatchedFolderDialog(FormDialog):
    """A path, and the account of files that name none.

    Args:
        presenter: asks the program.
    """

    def __init__(self, presenter: TablePresenter, parent: QWidget | None = None) -> None:
        super().__init__(presenter.services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Watched folder"))
        self.accept_button.setText(self.tr("&Watch"))
        self._presenter = presenter
        hint = QLabel(
            self.tr(
                "Statement files that fall into this folder are taken in by the daily run"
                " (otc run-due) and moved to «importés»; those refused go to «refusés» with"
                " the reason beside them."
            ),
            self,
        )
        hint.setWordWrap(True)
        self.path = QLineEdit(self)
        choose = QPushButton(self.tr("&Choose…"), self)
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        place = QHBoxLayout()
        place.addWidget(self.path, 1)
        place.addWidget(choose)
        self.account = QLineEdit(self)
        self.account.setPlaceholderText(self.tr("IBAN, where a file names none"))
        form = QFormLayout()
        form.addRow(self.tr("Folder"), place)
        form.addRow(self.tr("Bank account"), self.account)
        self.stop_button = QPushButton(self.tr("Watch no more"), self)
        self.stop_button.setAutoDefault(False)
        self.stop_button.setEnabled(False)
        self.stop_button.clicked.connect(self._stop)
        self.buttons.insertWidget(0, self.stop_button)
        self.body.addWidget(hint)
        self.body.addLayout(form)
        self.watch_fields({"path": self.path})
        self.submitted.connect(self._watch)
        self.resize(620, 0)
        presenter.read(find_watched_folder, FindWatchedFolder(), on_done=self._show)

    def _show(self, folder: WatchedFolder | None) -> None:
        if folder is not None:
            self.path.setText(folder.path)
            self.account.setText(folder.account)
        self.stop_button.setEnabled(folder is not None)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder to watch"), self.path.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.path.setText)
        dialog.open()

    def _watch(self) -> None:
        command = SetWatchedFolder(
            path=Path(self.path.text().strip()), account=self.account.text().replace(" ", "")
        )
        self._presenter.write(
            set_watched_folder, command, on_done=lambda _: self.accept(), on_error=self._refuse
        )

    def _stop(self) -> None:
        self._presenter.write(
            stop_watching, StopWatching(), on_done=lambda _: self.accept(), on_error=self._refuse
        )

    def _refuse(self, refusal: OtcError) -> None:
        self.refuse([("path", self._presenter.reasons(refusal))])
