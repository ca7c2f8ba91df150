"""A paper before it leaves: looked at, saved as a file, put in the outbox."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.file_choice import ask_where_to_save
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.pdf_preview import PdfPreview

_WIDTH, _HEIGHT = 780, 700


class PaperDialog(FormDialog):
    """Shows the PDF; what agreeing does is whoever opened it to say, by `submitted`.

    Args:
        services: what the window offers.
        title: of the dialog.
        pdf: the paper.
        file_name: proposed for its file.
        save: writes it to a path.
    """

    def __init__(
        self,
        services: WindowServices,
        *,
        title: str,
        pdf: bytes,
        file_name: str,
        save: Callable[[Path], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title=title, accept_text="", parent=parent)
        self.accept_button.setText(self.tr("Put in the outbox"))
        self.cancel_button.setText(self.tr("Close"))
        self.preview = PdfPreview(services, hint="", parent=self)
        self.preview.show_pdf(pdf)
        self.save_button = QPushButton(self.tr("&Save as PDF…"), self)
        self.save_button.setAutoDefault(False)
        self.save_button.setShortcut("Ctrl+S")
        self.save_button.setToolTip(self.tr("Write the paper to a file (Ctrl+S)"))
        self.save_button.clicked.connect(
            lambda: ask_where_to_save(
                self, self.tr("Save as PDF"), self.tr("PDF (*.pdf)"), file_name, save
            )
        )
        self.buttons.insertWidget(0, self.save_button)
        self.body.addWidget(self.preview, 1)
        self.resize(_WIDTH, _HEIGHT)
