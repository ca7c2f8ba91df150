"""Pro formas in the window: made of a draft or an order, shown, saved, sent."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from otc_desktop.application.invoicing.make_pro_forma import MakeProForma, make_pro_forma
from otc_desktop.application.invoicing.send_pro_forma import (
    OpenProForma,
    SendProForma,
    open_pro_forma,
    send_pro_forma,
)
from otc_desktop.application.kernel.repositories.contracts import ProForma
from otc_desktop.domain.shared.errors import ConfirmationRequired, OtcError
from otc_desktop.ui.kernel.presenter import Presenter, faults_of
from otc_desktop.ui.widgets.confirm import confirm
from otc_desktop.ui.widgets.paper_dialog import PaperDialog


class ProFormas(QObject):
    """Makes a pro forma when the user agrees, and shows it.

    Args:
        presenter: by which the program is asked.
        page: on which the dialogs open.
    """

    def __init__(self, presenter: Presenter, page: QWidget) -> None:
        super().__init__(page)
        self._presenter = presenter
        self._page = page

    def ask(self, command: MakeProForma) -> None:
        """Make one, if the user agrees: it takes a number."""
        confirm(
            self._page,
            question=self.tr("Make a pro forma?"),
            explanation=self.tr(
                "It gets a number of its own, and changes no book: it is no invoice."
            ),
            accept_text=self.tr("Make the pro forma"),
            on_accept=lambda: self._presenter.write(make_pro_forma, command, on_done=self._open),
        )

    def _open(self, made: ProForma) -> None:
        self._presenter.read(
            open_pro_forma,
            OpenProForma(number=made.number),
            on_done=lambda pdf: self._show(made.number, pdf),
        )

    def _show(self, number: str, pdf: bytes) -> None:
        dialog = PaperDialog(
            self._presenter.services,
            title=self.tr("Pro forma {number}").format(number=number),
            pdf=pdf,
            file_name=f"{number}.pdf",
            save=lambda path: self._save(number, path),
            parent=self._page,
        )
        dialog.submitted.connect(lambda: self._send(number, dialog, again=False))
        dialog.open()

    def _save(self, number: str, path: Path) -> None:
        def saved(_pdf: bytes) -> None:
            self._presenter.services.notices.done(self.tr("Pro forma saved"), str(path))

        command = OpenProForma(number=number, path=path)
        self._presenter.read(open_pro_forma, command, on_done=saved)

    def _send(self, number: str, dialog: PaperDialog, *, again: bool) -> None:
        presenter = self._presenter

        def sent(_made: ProForma) -> None:
            dialog.accept()
            text = self.tr("Pro forma {number} is in the outbox")
            presenter.services.notices.done(text.format(number=number))

        def refused(refusal: OtcError) -> None:
            if isinstance(refusal, ConfirmationRequired):
                confirm(
                    dialog,
                    question=presenter.title(refusal.code),
                    explanation=presenter.error_text(refusal),
                    accept_text=self.tr("Send again"),
                    on_accept=lambda: self._send(number, dialog, again=True),
                )
            else:
                sentence = presenter.sentence
                dialog.refuse([(each.where or "", sentence(each)) for each in faults_of(refusal)])

        command = SendProForma(number=number, again=again)
        presenter.write(send_pro_forma, command, on_done=sent, on_error=refused)
