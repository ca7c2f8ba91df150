"""«Pourquoi impayée ?»: what is known about an open invoice, and what would help most."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.reporting.explain_unpaid import (
    ExplainUnpaid,
    UnpaidInvoice,
    explain_unpaid_invoice,
)
from otc_desktop.domain.reporting.unpaid_reasons import Light, NextStep, UnpaidReason
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.findings import Finding, Severity
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.theme import MARGIN, SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.figure_tile import FigureTile
from otc_desktop.ui.widgets.tone_label import ToneLabel

_TONES = {Light.DONE: Tone.GOOD, Light.OBSTACLE: Tone.BAD, Light.REMARK: Tone.INFO}
# Where each step is done: tab, kind of list, and whether the list is narrowed by the
# invoice's number or by the customer's name.
_PLACES = {
    NextStep.SETTLE_DISPUTE: ("collections", "dispute", True),
    NextStep.MATCH_RECEIPT: ("bank", "", False),
    NextStep.USE_CREDIT: ("customers", "", False),
    NextStep.SEND_INVOICE: ("invoicing", "issued", True),
    NextStep.MEND_MAIL: ("customers", "", False),
    NextStep.ASK_PURCHASE_ORDER: ("customers", "", False),
    NextStep.DELIVER: ("orders", "order", False),
    NextStep.WAIT_FOR_PROMISE: ("customers", "", False),
    NextStep.CALL: ("customers", "", False),
    NextStep.REMIND: ("collections", "planned", False),
}


class UnpaidDialog(QDialog):
    """One page about one invoice; Enter goes where the next step is done.

    Args:
        presenter: of the tab that asks.
        number: of the invoice.
    """

    def __init__(self, presenter: Presenter, number: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Why unpaid? {number}").format(number=number))
        self._presenter = presenter
        self._number = number
        self._place: Place | None = None
        self.heading = QLabel("…", self)
        self.heading.setProperty("heading", True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.open_amount = FigureTile(self.tr("Open"), parent=self)
        self.expected = FigureTile(self.tr("Expected"), parent=self)
        self.next_step = FigureTile(self.tr("Next step"), parent=self)
        tiles = QGridLayout()
        tiles.setSpacing(SPACING)
        tiles.addWidget(self.open_amount, 0, 0)
        tiles.addWidget(self.expected, 0, 1)
        tiles.addWidget(self.next_step, 1, 0, 1, 2)
        self.points: list[ToneLabel] = []
        self._points = QVBoxLayout()
        self._points.setSpacing(6)
        self.go = QPushButton(self.tr("Go there"), self)
        self.go.setDefault(True)
        self.go.setEnabled(False)
        self.go.clicked.connect(self._go)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        column.addWidget(self.heading)
        column.addLayout(tiles)
        column.addLayout(self._points)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(640)
        QShortcut(QKeySequence("F5"), self, self.load)
        self.load()

    def load(self) -> None:
        """Read what is known, off the GUI thread."""
        self._presenter.read(
            explain_unpaid_invoice,
            ExplainUnpaid(number=self._number),
            on_done=self._show,
            on_error=self._refuse,
        )

    def text(self) -> str:
        """All points, for screen readers and tests."""
        return "\n".join(point.text() for point in self.points)

    def _show(self, found: UnpaidInvoice) -> None:
        formats = self._presenter.services.formats
        page = found.page
        self.heading.setText(
            f"{found.item.number} · {found.customer.name} · {formats.money(found.item.total)}"
        )
        self.open_amount.show_figure(formats.money(found.item.open))
        expected = page.expected_on
        self.expected.show_figure("—" if expected is None else formats.date(expected))
        self.next_step.show_figure(self._presenter.word("next_step", page.next_step.value))
        for old in self.points:
            old.deleteLater()
        self.points = [self._point(reason) for reason in page.reasons]
        self._place = self._place_of(page.next_step, found)
        self.go.setEnabled(self._place is not None)

    def _point(self, reason: UnpaidReason) -> ToneLabel:
        label = ToneLabel(self)
        finding = Finding(Severity.INFO, reason.code, reason.params)
        label.say(_TONES[reason.light], self._presenter.sentence(finding))
        self._points.addWidget(label)
        return label

    def _place_of(self, step: NextStep, found: UnpaidInvoice) -> Place | None:
        known = _PLACES.get(step)
        if known is None:
            return None
        tab, kind, by_number = known
        if tab == "customers":
            return Place(tab=tab, id=found.customer.id)
        return Place(
            tab=tab, kind=kind, search=found.item.number if by_number else found.customer.name
        )

    def _go(self) -> None:
        place = self._place
        self.accept()
        if place is not None:
            self._presenter.services.navigator.open(place)

    def _refuse(self, refusal: OtcError) -> None:
        self.heading.setText(self._presenter.reasons(refusal))
