"""The ways by which an e-invoice comes in: a chosen file, a dropped one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QWidget

from otc_desktop.application.invoicing.read_einvoice import ReceivedFile
from otc_desktop.ui.invoicing.received.dialog import ReceivedDialog
from otc_desktop.ui.invoicing.received.presenter import ReceivedPresenter
from otc_desktop.ui.widgets.file_choice import ask_for_file

_SUFFIXES = (".xml", ".pdf")


class ReceivedOpener(QObject):
    """Opens a dialog for each e-invoice that comes in.

    Args:
        presenter: of the e-invoices.
        window: what dialogs stand above.
        show_drafts: brings the drafts to the front.
    """

    def __init__(
        self, presenter: ReceivedPresenter, window: QWidget, *, show_drafts: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._presenter = presenter
        self._window = window
        self._show_drafts = show_drafts

    def ask(self) -> None:
        """Let the user choose a file."""
        ask_for_file(
            self._window,
            self.tr("Read an e-invoice"),
            self.tr("E-invoices (*.xml *.pdf)"),
            self.take_in,
        )

    def take_in(self, path: Path) -> None:
        """Read a file and show it."""
        self._presenter.load(path, self._show)

    def _show(self, file: ReceivedFile) -> None:
        ReceivedDialog(
            self._presenter, file, show_drafts=self._show_drafts, parent=self._window
        ).open()


def dropped_einvoices(data: QMimeData) -> list[Path]:
    """The files among what is dragged that may be e-invoices."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in _SUFFIXES]
