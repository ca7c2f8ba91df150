"""The words of mails: each kind in each language, delivered or the company's own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QWidget,
)

from otc_desktop.application.company.mail_templates import (
    MailWording,
    ReadMailTemplates,
    ResetMailTemplate,
    SaveMailTemplate,
    read_mail_templates,
    reset_mail_template,
    save_mail_template,
)
from otc_desktop.application.company.try_words import TRIED_KINDS, TryWords, try_words
from otc_desktop.application.kernel.mailing import RenderedMail
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.mail_template import MailTemplate
from otc_desktop.ui.kernel.presenter import Presenter, faults_of
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH, _HEIGHT = 1180, 640
_PAUSE_MS = 300


class MailTemplatesForm(FormDialog):
    """Choose a mail at the top, change its words below; stays open for the next one.

    Args:
        services: what the window offers.
        program: the program behind it.
        language: of the mail shown first.
    """

    def __init__(
        self,
        services: WindowServices,
        program: Program,
        *,
        language: str = "fr",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self.setWindowTitle(self.tr("Words of e-mails"))
        self.accept_button.setText(self.tr("Keep these words"))
        self.cancel_button.setText(self.tr("Close"))
        self._language = language
        self._wordings: Sequence[MailWording] = ()
        self.presenter = Presenter(services, program, self)
        self.kind = QComboBox(self)
        self.kind.currentIndexChanged.connect(self._show)
        self.subject = QLineEdit(self)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(self.tr("How it reads"))
        self.preview.setPlaceholderText(self.tr("How it reads with your last document"))
        # By kind of mail, as far as asked: a number, or nothing where none exists yet.
        self._examples: dict[str, str] = {}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._try)
        self.subject.textChanged.connect(lambda _text: self._pause.start())
        self.text.textChanged.connect(self._pause.start)
        both = QSplitter(self)
        both.addWidget(self.text)
        both.addWidget(self.preview)
        both.setChildrenCollapsible(False)
        both.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.example = QLabel(self)
        self.example.setTextFormat(Qt.TextFormat.PlainText)
        self.example.setProperty("muted", True)
        self.values = QLabel(self)
        self.values.setProperty("muted", True)
        self.values.setWordWrap(True)
        self.as_delivered = QPushButton(self.tr("Back to the &delivered words"), self)
        self.as_delivered.setAutoDefault(False)
        self.as_delivered.clicked.connect(self._reset)
        self.buttons.insertWidget(0, self.as_delivered)
        fields = QFormLayout()
        fields.addRow(self.tr("&Mail"), self.kind)
        fields.addRow(self.tr("&Subject"), self.subject)
        label = QLabel(self.tr("&Text"), self)
        label.setBuddy(self.text)
        fields.addRow(label, both)
        self.body.addLayout(fields, 1)
        self.body.addWidget(self.example)
        self.body.addWidget(self.values)
        self.watch_fields({"subject": self.subject, "body": self.text})
        self.submitted.connect(self._keep)
        self.resize(_WIDTH, _HEIGHT)
        self._read()

    def _try(self) -> None:
        """Fill what is typed with the last document of its kind, else with an invented one.

        A mistake reads where the mail would.
        """
        wording = self._current()
        name = "" if wording is None else wording.template.name
        self.preview.setVisible(name in TRIED_KINDS)
        if wording is None or name not in TRIED_KINDS:
            self.example.clear()
            return
        if name not in self._examples:
            queries = self.presenter.program.queries
            self.presenter.ask(
                lambda: queries.last_of_kind(name),
                on_done=lambda number: self._take_example(name, number),
            )
            return
        number = self._examples[name]
        self.example.setText(
            self.tr("Shown with {document}.").format(document=number)
            if number
            else self.tr("Shown with an invented document: there is none of this kind yet.")
        )
        try:
            command = TryWords(template=self._typed(wording), document=number)
        except OtcError as refusal:
            self._show_mistake(refusal)
            return
        self.presenter.read(
            try_words, command, on_done=self._show_filled, on_error=self._show_mistake
        )

    def _take_example(self, name: str, number: str) -> None:
        self._examples[name] = number
        self._try()

    def _show_filled(self, mail: RenderedMail) -> None:
        self.preview.setPlainText(f"{mail.subject}\n\n{mail.text}")

    def _show_mistake(self, refusal: OtcError) -> None:
        sentence = self.presenter.sentence
        self.preview.setPlainText("\n".join(sentence(fault) for fault in faults_of(refusal)))

    def _typed(self, wording: MailWording) -> MailTemplate:
        return MailTemplate(
            name=wording.template.name,
            language=wording.template.language,
            subject=self.subject.text().strip(),
            body=self.text.toPlainText(),
            version=wording.template.version if wording.is_own else 0,
        )

    def _read(self) -> None:
        self.presenter.read(read_mail_templates, ReadMailTemplates(), on_done=self._fill)

    def _fill(self, wordings: Sequence[MailWording]) -> None:
        chosen = self.kind.currentIndex()
        if chosen < 0:
            ours = [
                place
                for place, each in enumerate(wordings)
                if each.template.language == self._language
            ]
            chosen = ours[0] if ours else 0
        self._wordings = wordings
        self.kind.blockSignals(True)
        self.kind.clear()
        for each in wordings:
            word = self.presenter.word("mail_template", each.template.name).capitalize()
            language = each.template.language.upper()
            own = self.tr(" – your own words") if each.is_own else ""
            self.kind.addItem(f"{word} ({language}){own}")
        self.kind.setCurrentIndex(chosen)
        self.kind.blockSignals(False)
        self._show()

    def _show(self) -> None:
        wording = self._current()
        if wording is None:
            return
        self.message_bar.dismiss()
        self.subject.setText(wording.template.subject)
        self.text.setPlainText(wording.template.body)
        self.as_delivered.setEnabled(wording.is_own)
        self.values.setText(
            self.tr(
                "What stands in braces is filled in: {names}. Amounts end in |money, dates in "
                "|date."
            ).format(names=", ".join(wording.template.values))
        )

    def _current(self) -> MailWording | None:
        place = self.kind.currentIndex()
        return self._wordings[place] if 0 <= place < len(self._wordings) else None

    def _keep(self) -> None:
        wording = self._current()
        if wording is None:
            return
        try:
            template = self._typed(wording)
        except OtcError as refusal:
            self._refused(refusal)
            return
        self.presenter.write(
            save_mail_template,
            SaveMailTemplate(template=template),
            on_done=self._kept,
            on_error=self._refused,
        )

    def _kept(self, _template: MailTemplate) -> None:
        self.accept_button.setEnabled(True)
        self.services.notices.done(self.tr("Words kept: the next mails say them"))
        self._read()

    def _reset(self) -> None:
        wording = self._current()
        if wording is not None:
            command = ResetMailTemplate(
                name=wording.template.name, language=wording.template.language
            )
            self.presenter.write(
                reset_mail_template, command, on_done=lambda _delivered: self._read()
            )

    def _refused(self, refusal: OtcError) -> None:
        sentence = self.presenter.sentence
        self.refuse([(fault.where or "", sentence(fault)) for fault in faults_of(refusal)])
