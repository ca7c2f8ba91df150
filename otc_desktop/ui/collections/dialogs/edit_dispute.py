"""Who works on a dispute, by when, how far it is, and what exactly is contested."""

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from otc_desktop.application.disputes.change_dispute import ChangeDispute
from otc_desktop.application.disputes.queries import DisputeRow
from otc_desktop.domain.disputes.dispute import DisputeStage
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.ids import DisputeId
from otc_desktop.ui.collections.dialogs.dispute_fields import ReasonFields
from otc_desktop.ui.collections.disputes_presenter import DisputesPresenter
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.money_edit import MoneyEdit

_NOTE_HEIGHT = 90


class EditDisputeDialog(FormDialog):
    """An open dispute, to be changed."""

    def __init__(
        self, presenter: DisputesPresenter, row: DisputeRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            presenter.services, title="", accept_text="", enter_accepts=False, parent=parent
        )
        self.setWindowTitle(self.tr("Dispute"))
        self.accept_button.setText(self.tr("&Keep"))
        self._presenter = presenter
        self._id = DisputeId(row.id)
        formats = presenter.services.formats
        heading = QLabel(f"{row.invoice_number} · {row.customer_name}", self)
        heading.setProperty("heading", True)
        self.stage_field = QComboBox(self)
        for stage in DisputeStage:
            word = presenter.word("dispute_stage", stage.value)
            self.stage_field.addItem(word.capitalize(), stage.value)
        self.stage_field.setCurrentIndex(self.stage_field.findData(row.stage.value))
        self.owner_field = QLineEdit(row.owner, self)
        self.due_field = DateEdit(formats, today=presenter.program.today(), parent=self)
        self.due_field.set_date(row.due_on)
        self.amount_field = MoneyEdit(formats, parent=self)
        self.amount_field.set_money(row.amount)
        self.reasons = ReasonFields(presenter, self)
        self.reasons.choose(row.reason, row.cause_id)
        self.note_field = QPlainTextEdit(row.note, self)
        self.note_field.setTabChangesFocus(True)
        self.note_field.setFixedHeight(_NOTE_HEIGHT)
        form = QFormLayout()
        form.addRow(self.tr("S&tage"), self.stage_field)
        form.addRow(self.tr("In &charge"), self.owner_field)
        form.addRow(self.tr("To &settle by"), self.due_field)
        form.addRow(self.tr("Contested &amount"), self.amount_field)
        form.addRow(self.tr("&Reason"), self.reasons)
        form.addRow(self.tr("Customer's &words"), self.note_field)
        self.body.addWidget(heading)
        self.body.addLayout(form)
        self.watch_fields(
            {
                "due_on": self.due_field.field,
                "amount": self.amount_field,
                "cause": self.reasons.cause_field,
                "note": self.note_field,
            }
        )
        self.setMinimumWidth(520)
        self.submitted.connect(self._keep)
        self.stage_field.setFocus()

    def _keep(self) -> None:
        money = self.amount_field.money()
        command = ChangeDispute(
            dispute_id=self._id,
            stage=DisputeStage(self.stage_field.currentData()),
            owner=self.owner_field.text().strip(),
            due_on=self.due_field.date(),
            amount=None if money is None else money.amount,
            note=self.note_field.toPlainText().strip(),
            reason=self.reasons.reason(),
            cause_id=self.reasons.cause_id(),
        )
        self._presenter.change(command, on_done=self.accept, on_error=self._refused)

    def _refused(self, refusal: OtcError) -> None:
        sentence = self._presenter.sentence
        self.refuse([(fault.where or "", sentence(fault)) for fault in faults_of(refusal)])
