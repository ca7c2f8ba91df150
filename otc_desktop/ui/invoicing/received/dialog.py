"""A received e-invoice in a window of its own: read, judged, made a draft of."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.invoicing.draft_from_einvoice import DraftFromEInvoice, DraftMade
from otc_desktop.application.invoicing.read_einvoice import ReceivedFile
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.invoicing.received_side import Side
from otc_desktop.domain.invoicing.rule_sets import RuleSetOutcome
from otc_desktop.domain.shared.errors import ConfirmationRequired, OtcError
from otc_desktop.domain.shared.findings import Finding, Severity
from otc_desktop.ui.invoicing.received.presenter import ReceivedPresenter
from otc_desktop.ui.invoicing.received.sheet import ReceivedExtras, ReceivedSheet
from otc_desktop.ui.invoicing.received.verdicts import VerdictPanel
from otc_desktop.ui.kernel.theme import MARGIN, SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.confirm import confirm
from otc_desktop.ui.widgets.fault_report import FaultReport
from otc_desktop.ui.widgets.message_bar import MessageBar
from otc_desktop.ui.widgets.picker import Picker
from otc_desktop.ui.widgets.tone_label import ToneLabel

_SIZE = (1240, 780)
_WIDTHS = [820, 400]
_FRANCE = "FR"


class ReceivedDialog(QDialog):
    """Shows one file.

    Args:
        presenter: of the e-invoices.
        file: as read.
        show_drafts: brings the drafts to the front.
    """

    def __init__(
        self,
        presenter: ReceivedPresenter,
        file: ReceivedFile,
        *,
        show_drafts: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._presenter = presenter
        self._file = file
        self._show_drafts = show_drafts
        self.sheet = ReceivedSheet(presenter, file.invoice, self)
        self.extras = ReceivedExtras(presenter, file.invoice, self)
        self.verdicts = VerdictPanel(presenter, self)
        self.setWindowTitle(self.sheet.title)
        self.message_bar = MessageBar(self)
        self.banner = ToneLabel(self)
        self.customer: Picker[Any] = Picker(
            presenter.services,
            presenter.program.queries.customers,
            describe=lambda row: f"{row.code} · {row.name}",
            keys=lambda row: (row.code,),
            parent=self,
        )
        self.customer.setPlaceholderText(self.tr("Customer: code, name, SIREN or city"))
        self.customer.setMinimumWidth(340)
        self.draft_button = QPushButton(self.tr("Create a draft"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self._lay_out()
        self._say_whose_it_is()
        self.verdicts.show_own(file.findings)
        presenter.judge(file.xml, self._show_outcomes, self._show_no_outcome)
        self.resize(*_SIZE)

    def make_draft(self, *, although_doubtful: bool = False) -> None:
        """Ask for the draft, for the customer chosen."""
        row = self.customer.row()
        command = DraftFromEInvoice(
            path=self._file.path,
            customer="" if row is None else row.code,
            although_doubtful=although_doubtful,
        )
        self.draft_button.setEnabled(False)
        self._presenter.make_draft(command, self._made, self._refused)

    def _lay_out(self) -> None:
        key = QKeySequence("Ctrl+Return")
        native = key.toString(QKeySequence.SequenceFormat.NativeText)
        tip = self.tr("Prepare a draft with these lines, discounts and references")
        self.draft_button.setToolTip(f"{tip} ({native})")
        self.draft_button.setProperty("primary", True)
        self.draft_button.setAutoDefault(False)
        self.draft_button.setEnabled(bool(self._file.invoice.lines))
        self.draft_button.clicked.connect(lambda _checked: self.make_draft())
        QShortcut(key, self).activated.connect(self.draft_button.click)
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        heading = QLabel(self.sheet.title, self)
        heading.setProperty("heading", True)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.verdicts, self.tr("Checks"))
        self.tabs.addTab(self.extras, self.tr("Payment, notes, attachments"))
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.sheet)
        splitter.addWidget(self.tabs)
        splitter.setSizes(_WIDTHS)
        splitter.setStretchFactor(0, 1)
        splitter.setChildrenCollapsible(False)
        label = QLabel(self.tr("&Customer"), self)
        label.setBuddy(self.customer)
        bottom = QHBoxLayout()
        bottom.addWidget(label)
        bottom.addWidget(self.customer)
        bottom.addStretch(1)
        bottom.addWidget(self.draft_button)
        bottom.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addWidget(self.message_bar)
        column.addWidget(heading)
        column.addWidget(self.banner)
        column.addWidget(splitter, 1)
        column.addLayout(bottom)

    def _say_whose_it_is(self) -> None:
        file = self._file
        known = next(iter(file.made_of_it), file.ours)
        if known is not None:
            self.banner.say(Tone.INFO, self._known_text(known))
        elif file.side is Side.BUYER:
            self.banner.say(
                Tone.WARNING,
                self.tr("Addressed to you: a purchase. A draft would charge it on to a customer."),
            )
        elif file.side is Side.NEITHER:
            self.banner.say(
                Tone.WARNING, self.tr("You are neither seller nor buyer of this invoice.")
            )
        else:
            self.banner.say(Tone.GOOD, self.tr("You are the seller."))
        only = file.found.only
        if only is not None and file.side is not Side.BUYER:
            self.customer.set_row(only)

    def _known_text(self, known: object) -> str:
        if isinstance(known, Invoice):
            return self.tr("You have issued it already: {number}.").format(number=known.number)
        return self.tr("A draft of this very file waits already.")

    def _show_outcomes(self, outcomes: Sequence[RuleSetOutcome]) -> None:
        self.verdicts.show_official([("", each) for each in outcomes])
        invoice = self._file.invoice
        countries = {invoice.seller.address.country, invoice.buyer.address.country}
        if countries - {_FRANCE, ""}:
            self.verdicts.remark(
                self.tr("The French rules bind sales between French businesses only.")
            )

    def _show_no_outcome(self, refusal: OtcError) -> None:
        self.verdicts.show_failure(self._presenter.error_text(refusal))

    def _refused(self, refusal: OtcError) -> None:
        self.draft_button.setEnabled(True)
        if isinstance(refusal, ConfirmationRequired):
            text = self._presenter.services.errors.text_of(refusal)
            confirm(
                self,
                question=text.cause,
                explanation=text.what_to_do,
                accept_text=self.tr("Create the draft all the same"),
                on_accept=lambda: self.make_draft(although_doubtful=True),
            )
            return
        self.message_bar.show_notice(self._presenter.services.errors.notice_of(refusal))
        if refusal.where == "customer":
            self.customer.setFocus()

    def _made(self, made: DraftMade) -> None:
        services = self._presenter.services
        self.accept()
        if not made.is_new:
            services.notices.warning(
                self.tr("This file was taken already"),
                self._known_text(made.document),
                action_text=self.tr("Show the drafts"),
                action=self._show_drafts,
            )
            return
        self._show_drafts()
        left = [each for each in made.left_out if each.severity is not Severity.INFO]
        services.notices.done(
            self.tr("Draft prepared for {code} {name}").format(
                code=made.customer.code, name=made.customer.name
            ),
            self.tr("The file is attached to it."),
        )
        if left:
            self._report(left)

    def _report(self, left: Sequence[Finding]) -> None:
        FaultReport(
            self._presenter.services,
            title=self.tr("Draft prepared"),
            summary=self.tr("Not everything of the file is in the draft: {count} point(s).").format(
                count=len(left)
            ),
            faults=[
                (self._presenter.title(each.code), self._presenter.sentence(each)) for each in left
            ],
            parent=self.parentWidget(),
        ).open()
