"""The statement of account of the chosen customer: shown, saved, sent."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from otc_desktop.application.receivables.customer_statement import DrawnStatement
from otc_desktop.domain.shared.errors import ConfirmationRequired, OtcError
from otc_desktop.ui.customers.statement_presenter import StatementPresenter
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.confirm import confirm
from otc_desktop.ui.widgets.paper_dialog import PaperDialog


class Statements(QObject):
    """Opens the statement of a customer.

    Args:
        services: what the window offers.
        program: the program behind it.
        page: on which the dialog opens.
    """

    def __init__(self, services: WindowServices, program: Program, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._page = page
        self.presenter = StatementPresenter(services, program, self)

    def open(self, customer: str) -> None:
        """Draw the statement and show it."""
        self.presenter.draw(customer, self._show)

    def _show(self, drawn: DrawnStatement) -> None:
        customer = drawn.statement.customer
        dialog = PaperDialog(
            self._services,
            title=self.tr("Statement of account of {customer}").format(customer=customer.name),
            pdf=drawn.pdf,
            file_name=f"{customer.code}-{drawn.statement.on:%Y-%m-%d}.pdf",
            save=lambda path: self._save(customer.code, path),
            parent=self._page,
        )
        dialog.submitted.connect(lambda: self._send(customer.code, dialog, again=False))
        dialog.open()

    def _save(self, customer: str, path: Path) -> None:
        def saved(_drawn: DrawnStatement) -> None:
            self._services.notices.done(self.tr("Statement saved"), str(path))

        self.presenter.draw(customer, saved, path=path)

    def _send(self, customer: str, dialog: PaperDialog, *, again: bool) -> None:
        def sent(_drawn: DrawnStatement) -> None:
            dialog.accept()
            self._services.notices.done(self.tr("The statement is in the outbox"))

        def refused(refusal: OtcError) -> None:
            if isinstance(refusal, ConfirmationRequired):
                confirm(
                    dialog,
                    question=self.presenter.title(refusal.code),
                    explanation=self.presenter.error_text(refusal),
                    accept_text=self.tr("Send again"),
                    on_accept=lambda: self._send(customer, dialog, again=True),
                )
            else:
                sentence = self.presenter.sentence
                dialog.refuse([(each.where or "", sentence(each)) for each in faults_of(refusal)])

        self.presenter.send(customer, sent, refused, again=again)
