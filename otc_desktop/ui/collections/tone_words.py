"""The words of a tone, with the values they may name; checked before they are kept."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from otc_desktop.application.company.mail_templates import (
    MailWording,
    ReadMailTemplates,
    ResetMailTemplate,
    SaveMailTemplate,
    read_mail_templates,
    reset_mail_template,
    save_mail_template,
)
from otc_desktop.domain.dunning.plan import TONES
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.mail_template import (
    TEMPLATE_LANGUAGES,
    TEMPLATE_VALUES,
    MailTemplate,
)
from otc_desktop.ui.kernel.presenter import Presenter, faults_of
from otc_desktop.ui.widgets.form_dialog import FormDialog

THANKS = "payment_thanks"
_WIDTH, _HEIGHT = 860, 660


class ToneWords(FormDialog):
    """Tone and language at the top, subject and text below, and what they may name beside.

    Args:
        presenter: reads and keeps words.
        template: the one shown first.
        names: templates to choose from; those of the tones, and thanks, when empty.
    """

    def __init__(
        self,
        presenter: Presenter,
        template: str,
        parent: QWidget | None = None,
        *,
        names: Sequence[str] = (),
    ) -> None:
        super().__init__(
            presenter.services, title="", accept_text="", enter_accepts=False, parent=parent
        )
        self.setWindowTitle(self.tr("Words of reminders"))
        self.accept_button.setText(self.tr("Keep these words"))
        self.cancel_button.setText(self.tr("Close"))
        self._presenter = presenter
        self._known: dict[tuple[str, str], MailWording] = {}
        self.tone = QComboBox(self)
        for tone, name in () if names else TONES.items():
            self.tone.addItem(presenter.word("dunning_tone", tone), name)
        for name in names or (THANKS,):
            self.tone.addItem(presenter.word("mail_template", name), name)
        self.tone.setCurrentIndex(max(0, self.tone.findData(template)))
        self.language = QComboBox(self)
        for code in TEMPLATE_LANGUAGES:
            self.language.addItem(code, code)
        self.subject = QLineEdit(self)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.values = QLabel(self)
        self.values.setWordWrap(True)
        self.values.setProperty("muted", True)
        self.delivered = QLabel(self)
        fields = QFormLayout()
        fields.addRow(self.tr("T&one"), self.tone)
        fields.addRow(self.tr("&Language"), self.language)
        fields.addRow(self.tr("&Subject"), self.subject)
        fields.addRow(self.tr("&Text"), self.text)
        fields.addRow(self.tr("May name"), self.values)
        fields.addRow("", self.delivered)
        self.body.addLayout(fields, 1)
        self.watch_fields({"subject": self.subject, "body": self.text})
        self.resize(_WIDTH, _HEIGHT)
        self.tone.currentIndexChanged.connect(lambda _place: self._show())
        self.language.currentIndexChanged.connect(lambda _place: self._show())
        self.submitted.connect(self._keep)
        self._load()

    def _explained(self, name: str) -> str:
        """What the words may name, one line each."""
        if name not in TONES.values():
            return ", ".join(TEMPLATE_VALUES[name])
        return "\n".join(
            (
                self.tr("{{ company.name }}, {{ company.iban }}: your company"),
                self.tr("{{ customer.name }}, {{ customer.contact_name }}: the customer"),
                self.tr(
                    "{% for invoice in invoices %}: invoice.number, .issued_on, .due_on, .open,"
                    " .days_late"
                ),
                self.tr("{{ total|money }}: the sum claimed; {{ today|date }}: the day it leaves"),
                self.tr(
                    "{% if interest is defined %}: interest and recovery_costs, where the step"
                    " claims them"
                ),
                self.tr(
                    '{% include "_invoices.txt.j2" %}: the table of the invoices; also _late,'
                    " _payment, _signature"
                ),
            )
        )

    def _load(self) -> None:
        self._presenter.read(read_mail_templates, ReadMailTemplates(), on_done=self._take)

    def _take(self, wordings: Sequence[MailWording]) -> None:
        self._known = {(each.template.name, each.template.language): each for each in wordings}
        self._show()

    def _key(self) -> tuple[str, str]:
        return str(self.tone.currentData()), str(self.language.currentData())

    def _show(self) -> None:
        wording = self._known.get(self._key())
        if wording is None:
            return
        self.values.setText(self._explained(wording.template.name))
        self.subject.setText(wording.template.subject)
        self.text.setPlainText(wording.template.body)
        own = self.tr("Your own words. Empty the text to go back to those delivered.")
        self.delivered.setText(own if wording.is_own else self.tr("The words delivered."))
        self.accept_button.setEnabled(True)

    def _keep(self) -> None:
        name, language = self._key()
        wording = self._known[name, language]
        if wording.is_own and not self.text.toPlainText().strip():
            command = ResetMailTemplate(name=name, language=language)
            self._presenter.write(
                reset_mail_template,
                command,
                on_done=lambda _words: self._load(),
                on_error=self._refused,
            )
            return
        try:
            template = MailTemplate(
                name=name,
                language=language,
                subject=self.subject.text(),
                body=self.text.toPlainText(),
                version=wording.template.version,
            )
        except OtcError as refusal:
            self._refused(refusal)
            return
        self._presenter.write(
            save_mail_template,
            SaveMailTemplate(template=template),
            on_done=lambda _words: self._load(),
            on_error=self._refused,
        )

    def _refused(self, refusal: OtcError) -> None:
        sentence = self._presenter.sentence
        self.refuse([(fault.where or "", sentence(fault)) for fault in faults_of(refusal)])
