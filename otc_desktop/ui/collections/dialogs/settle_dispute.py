"""How a dispute ends, carried out with its closing: credit note, replacement, letter."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.disputes.close_dispute import CloseDispute
from otc_desktop.application.disputes.queries import DisputeRow
from otc_desktop.application.disputes.reject_dispute import RejectDispute, Rejection
from otc_desktop.application.invoicing.credit_dispute import CreditDispute
from otc_desktop.application.sales.replace_disputed import ReplaceDisputed
from otc_desktop.domain.disputes.dispute import DisputeOutcome
from otc_desktop.domain.shared.errors import OtcError, RuleError
from otc_desktop.domain.shared.ids import DisputeId
from otc_desktop.ui.collections.disputes_presenter import DisputesPresenter
from otc_desktop.ui.kernel.formats import parse_decimal
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH, _HEIGHT = 620, 460
_PAUSE_MS = 300


class SettleDisputeDialog(FormDialog):
    """Five ways to end a dispute; what is not possible for it is greyed with its reason.

    Args:
        presenter: carries the outcome out.
        row: the dispute.
    """

    def __init__(
        self, presenter: DisputesPresenter, row: DisputeRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            presenter.services, title="", accept_text="", enter_accepts=False, parent=parent
        )
        self.setWindowTitle(self.tr("Settle the dispute"))
        self.accept_button.setText(self.tr("Settle"))
        self._presenter = presenter
        self._row = row
        amount = presenter.services.formats.money(row.amount)
        heading = QLabel(f"{row.invoice_number} · {row.customer_name} · {amount}", self)
        heading.setProperty("heading", True)
        self.body.addWidget(heading)
        self._group = QButtonGroup(self)
        self._pages = QStackedWidget(self)
        self.resolution_field = QLineEdit(self)
        self.quantity_field = QLineEdit(self)
        self.send_field = QCheckBox(self.tr("Send the credit note at once"), self)
        self.explanation_field = QPlainTextEdit(self)
        self.letter = QPlainTextEdit(self)
        self.choices = {
            DisputeOutcome.CREDIT_NOTE: self._choice(
                self.tr("&Credit note of {amount}").format(amount=amount), self._credit_page()
            ),
            DisputeOutcome.REPLACEMENT: self._choice(
                self.tr("Deliver the line a&gain, free of charge"), self._replacement_page()
            ),
            DisputeOutcome.REJECTED: self._choice(
                self.tr("&Reject with a letter"), self._letter_page()
            ),
            DisputeOutcome.ACCEPTED: self._choice(
                self.tr("The customer &pays after all"), QWidget(self)
            ),
            DisputeOutcome.OTHER: self._choice(self.tr("&Otherwise"), QWidget(self)),
        }
        self._grey_out()
        self.body.addWidget(self._pages, 1)
        self._words = QLabel(self.tr("&Outcome in words"), self)
        self._words.setBuddy(self.resolution_field)
        self.body.addWidget(self._words)
        self.body.addWidget(self.resolution_field)
        self.watch_fields(
            {
                "resolution": self.resolution_field,
                "explanation": self.explanation_field,
                "quantity": self.quantity_field,
            }
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._compose)
        self.explanation_field.textChanged.connect(self._pause.start)
        self._group.idClicked.connect(self._turn)
        self.submitted.connect(self._settle)
        self.resize(_WIDTH, _HEIGHT)
        first = DisputeOutcome.CREDIT_NOTE if row.is_ours else DisputeOutcome.ACCEPTED
        self.choose(first)

    def choose(self, outcome: DisputeOutcome) -> None:
        """Show an outcome as chosen."""
        self.choices[outcome].setChecked(True)
        self._turn(list(self.choices).index(outcome))
        self.choices[outcome].setFocus()

    def outcome(self) -> DisputeOutcome:
        """The outcome chosen."""
        return list(self.choices)[self._group.checkedId()]

    def _choice(self, text: str, page: QWidget) -> QRadioButton:
        button = QRadioButton(text, self)
        self._group.addButton(button, self._pages.count())
        self._pages.addWidget(page)
        self.body.addWidget(button)
        return button

    def _credit_page(self) -> QWidget:
        page, column = self._page(
            self.tr("It is issued, posted and laid on the invoice when you settle.")
        )
        column.insertWidget(0, self.send_field)
        return page

    def _replacement_page(self) -> QWidget:
        self.quantity_field.setPlaceholderText(self.tr("the whole line"))
        hint = self.tr("An order without charge is taken; confirm it to deliver.")
        page, column = self._page(hint)
        label = QLabel(self.tr("&Quantity"), page)
        label.setBuddy(self.quantity_field)
        column.insertWidget(0, label)
        column.insertWidget(1, self.quantity_field)
        return page

    def _letter_page(self) -> QWidget:
        for field in (self.explanation_field, self.letter):
            field.setTabChangesFocus(True)
        self.explanation_field.setPlaceholderText(self.tr("Why we cannot agree to the claim"))
        self.explanation_field.setFixedHeight(70)
        page, column = self._page(self.tr("It goes to the outbox when you settle."))
        column.insertWidget(0, self.explanation_field)
        column.insertWidget(1, self.letter, 1)
        column.setStretch(column.count() - 1, 0)
        return page

    def _page(self, hint: str) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        label = QLabel(hint, page)
        label.setProperty("muted", True)
        label.setWordWrap(True)
        column.addWidget(label)
        column.addStretch(1)
        return page, column

    def _grey_out(self) -> None:
        if not self._row.is_ours:
            for outcome in (DisputeOutcome.CREDIT_NOTE, DisputeOutcome.REPLACEMENT):
                self.choices[outcome].setEnabled(False)
                self.choices[outcome].setToolTip(
                    self.tr("The invoice was taken over from another program")
                )
        elif not self._row.line:
            again = self.choices[DisputeOutcome.REPLACEMENT]
            again.setEnabled(False)
            again.setToolTip(self.tr("No line in particular is contested"))

    def _turn(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        told = self.outcome() is not DisputeOutcome.REJECTED
        self._words.setVisible(told)
        self.resolution_field.setVisible(told)

    def _compose(self) -> None:
        explanation = self.explanation_field.toPlainText().strip()
        self._presenter.preview_letter(self._row.id, explanation, self._show_letter)

    def _show_letter(self, letter: Rejection) -> None:
        self.letter.setPlainText(letter.words.text)

    def _settle(self) -> None:
        dispute_id = DisputeId(self._row.id)
        resolution = self.resolution_field.text().strip()
        outcome = self.outcome()
        if outcome is DisputeOutcome.CREDIT_NOTE:
            credit = CreditDispute(
                dispute_id=dispute_id, resolution=resolution, send=self.send_field.isChecked()
            )
            self._presenter.credit(credit, on_done=self.accept, on_error=self._refused)
        elif outcome is DisputeOutcome.REPLACEMENT:
            self._replace(dispute_id, resolution)
        elif outcome is DisputeOutcome.REJECTED:
            rejection = RejectDispute(
                dispute_id=dispute_id,
                explanation=self.explanation_field.toPlainText().strip(),
                body=self.letter.toPlainText(),
            )
            self._presenter.reject(rejection, on_done=self.accept, on_error=self._refused)
        else:
            word = self._presenter.word("dispute_outcome", outcome.value)
            if outcome is DisputeOutcome.ACCEPTED and not resolution:
                resolution = word
            closing = CloseDispute(dispute_id=dispute_id, resolution=resolution, outcome=outcome)
            self._presenter.close(closing, on_done=self.accept, on_error=self._refused)

    def _replace(self, dispute_id: DisputeId, resolution: str) -> None:
        text = self.quantity_field.text().strip()
        try:
            quantity = parse_decimal(text) if text else None
        except RuleError as refusal:
            self._refused(refusal)
            return
        command = ReplaceDisputed(dispute_id=dispute_id, quantity=quantity, resolution=resolution)
        self._presenter.replace(command, on_done=self.accept, on_error=self._refused)

    def _refused(self, refusal: OtcError) -> None:
        sentence = self._presenter.sentence
        self.refuse([(fault.where or "", sentence(fault)) for fault in faults_of(refusal)])
