"""What can be done with an issued document as an e-invoice: save it, have it checked."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from otc_desktop.application.invoicing.check_einvoice import CheckedEInvoice
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.invoicing.received.presenter import ReceivedPresenter
from otc_desktop.ui.invoicing.received.verdicts import VerdictPanel
from otc_desktop.ui.kernel.theme import MARGIN, SPACING
from otc_desktop.ui.widgets.file_choice import ask_where_to_save

_SIZE = (760, 520)
_SYNTAXES = {"facturx": ".pdf", "cii": ".cii.xml", "ubl": ".ubl.xml"}


class DocumentMenu(QMenu):
    """A menu for one issued document.

    Args:
        presenter: of the e-invoices.
        number: tells which document is chosen, empty for none.
        window: what dialogs stand above; the keys work while it is in sight.
        deposit: queues the chosen documents for the platform.
    """

    def __init__(
        self,
        presenter: ReceivedPresenter,
        number: Callable[[], str],
        window: QWidget,
        *,
        deposit: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._presenter = presenter
        self._number = number
        self._window = window
        self.facturx = self._add(self.tr("Save as Factur-X (PDF with XML)…"), self._save("facturx"))
        self.cii = self._add(self.tr("Save the XML in CII…"), self._save("cii"))
        self.ubl = self._add(self.tr("Save the XML in UBL…"), self._save("ubl"))
        self.addSeparator()
        self.check = self._add(self.tr("Check"), self.check_document, "Ctrl+Shift+K")
        self.deposit = self._add(self.tr("Deposit on the platform"), deposit, "Ctrl+Shift+P")

    def offer_to(self, *, one: bool) -> None:
        """Only a deposit takes several documents at once."""
        for action in (self.facturx, self.cii, self.ubl, self.check):
            action.setEnabled(one)

    def pop_up(self, below: QWidget) -> None:
        """Open below a button."""
        self.popup(below.mapToGlobal(QPoint(0, below.height())))

    def check_document(self) -> None:
        """Have the chosen document judged, and show the verdict."""
        number = self._number()
        if number:
            CheckDialog(self._presenter, number, self._window).open()

    def _add(self, text: str, run: Callable[[], None], shortcut: str = "") -> QAction:
        action = self.addAction(text)
        action.triggered.connect(lambda _checked: run())
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._window.addAction(action)
        return action

    def _save(self, syntax: str) -> Callable[[], None]:
        def ask() -> None:
            number = self._number()
            if not number:
                return
            suffix = _SYNTAXES[syntax]
            kinds = self.tr("PDF document (*.pdf)") if syntax == "facturx" else "XML (*.xml)"
            ask_where_to_save(
                self._window,
                self.tr("Save the e-invoice"),
                kinds,
                f"{number.replace('/', '-')}{suffix}",
                lambda path: self._write(number, path, syntax),
            )

        return ask

    def _write(self, number: str, path: Path, syntax: str) -> None:
        done = self.tr("{number} saved").format(number=number)
        self._presenter.save(
            number,
            path,
            syntax,
            lambda: self._presenter.services.notices.done(done, str(path)),
        )


class CheckDialog(QDialog):
    """The verdict on one of our own documents, in both syntaxes."""

    def __init__(
        self, presenter: ReceivedPresenter, number: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._presenter = presenter
        title = self.tr("Check of {number}").format(number=number)
        self.setWindowTitle(title)
        heading = QLabel(title, self)
        heading.setProperty("heading", True)
        self.verdicts = VerdictPanel(presenter, self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addWidget(heading)
        column.addWidget(self.verdicts, 1)
        column.addLayout(bottom)
        self.resize(*_SIZE)
        presenter.check(number, self._show, self._fail)

    def _show(self, checked: CheckedEInvoice) -> None:
        self.verdicts.show_own(checked.findings)
        self.verdicts.show_official(
            [
                (syntax.upper(), each)
                for syntax, outcomes in checked.rule_sets.items()
                for each in outcomes
            ]
        )

    def _fail(self, refusal: OtcError) -> None:
        self.verdicts.show_failure(self._presenter.error_text(refusal))
