"""When issued documents are mailed: the company's standing rule, on screen."""

from PySide6.QtWidgets import QLabel, QRadioButton, QWidget

from otc_desktop.application.company.send_rule import (
    ReadSendRule,
    SetSendRule,
    read_send_rule,
    set_send_rule,
)
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.sending import COMPANY_RULES, SendAtIssue
from otc_desktop.ui.kernel.presenter import Presenter, faults_of
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 560


class SendRuleDialog(FormDialog):
    """Three ways to choose from; a customer's file may have another.

    Args:
        services: what the window offers.
        program: the program behind it.
    """

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Sending of issued documents"))
        self.accept_button.setText(self.tr("Keep the rule"))
        self.presenter = Presenter(services, program, self)
        texts = {
            SendAtIssue.NEVER: self.tr("&Never: documents are sent by hand"),
            SendAtIssue.ASK: self.tr("&Ask when documents are issued"),
            SendAtIssue.AT_ISSUE: self.tr("&At issue: put them in the outbox at once"),
        }
        self.choices = {rule: QRadioButton(texts[rule], self) for rule in COMPANY_RULES}
        for button in self.choices.values():
            self.body.addWidget(button)
        hint = QLabel(
            self.tr(
                "A customer's file can say otherwise. Issue and outbox are one: neither happens"
                " without the other. Where a customer has no e-mail address, the document is"
                " issued, and you are told."
            ),
            self,
        )
        hint.setWordWrap(True)
        hint.setProperty("muted", True)
        self.body.addWidget(hint)
        self.submitted.connect(self._keep)
        self.resize(_WIDTH, self.sizeHint().height())
        self.accept_button.setEnabled(False)
        self.presenter.read(
            read_send_rule, ReadSendRule(), on_done=self._show, on_error=self._refused
        )

    def _show(self, rule: SendAtIssue) -> None:
        self.choices[rule].setChecked(True)
        self.choices[rule].setFocus()
        self.accept_button.setEnabled(True)

    def _keep(self) -> None:
        rule = next(rule for rule, button in self.choices.items() if button.isChecked())
        self.presenter.write(
            set_send_rule, SetSendRule(rule=rule), on_done=self._kept, on_error=self._refused
        )

    def _kept(self, _rule: SendAtIssue) -> None:
        self.services.notices.done(self.tr("Sending rule kept"))
        self.accept()

    def _refused(self, refusal: OtcError) -> None:
        sentence = self.presenter.sentence
        self.refuse([(fault.where or "", sentence(fault)) for fault in faults_of(refusal)])
