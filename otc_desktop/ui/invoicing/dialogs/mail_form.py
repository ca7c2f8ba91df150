"""The mail of one issued document, to be read and changed before it is queued."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from otc_desktop.application.invoicing.preview_mails import MailPreview
from otc_desktop.application.invoicing.save_mail import SaveMail
from otc_desktop.application.invoicing.send_invoice import SendInvoice
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH, _HEIGHT = 720, 520


class MailForm(FormDialog):
    """Shows whom the mail goes to and what it says; all of it can be changed for this once.

    Args:
        services: what the window offers.
        preview: the mail as the program proposes it.

    Signals:
        own_program_asked: open it in the user's mail program instead.
        words_asked: change the words that every such mail begins with.
    """

    own_program_asked = Signal()
    words_asked = Signal()

    def __init__(
        self, services: WindowServices, preview: MailPreview, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self.setWindowTitle(self.tr("Send {number}").format(number=preview.number))
        self.accept_button.setText(self.tr("Put in the outbox"))
        self._preview = preview
        self.recipients = QLineEdit(", ".join(preview.recipients), self)
        self.recipients.setPlaceholderText(self.tr("name@company.fr, second@company.fr"))
        self.subject = QLineEdit(preview.subject, self)
        self.body_field = QPlainTextEdit(preview.body, self)
        self.body_field.setTabChangesFocus(True)
        attached = QLabel(", ".join(preview.attachments), self)
        attached.setTextFormat(Qt.TextFormat.PlainText)
        fields = QFormLayout()
        fields.addRow(self.tr("&To"), self.recipients)
        fields.addRow(self.tr("&Subject"), self.subject)
        fields.addRow(self.tr("&Text"), self.body_field)
        fields.addRow(self.tr("Attached"), attached)
        self.own_program = QPushButton(self.tr("Open in &my mail program"), self)
        self.own_program.setAutoDefault(False)
        self.own_program.setToolTip(
            self.tr("Writes the mail with its PDF to a file; OTC Desktop cannot know if it left")
        )
        self.own_program.clicked.connect(self.own_program_asked)
        self.words = QPushButton(self.tr("&Usual words…"), self)
        self.words.setAutoDefault(False)
        self.words.setToolTip(self.tr("Change what every such mail says"))
        self.words.clicked.connect(self.words_asked)
        self.buttons.insertWidget(0, self.words)
        self.buttons.insertWidget(1, self.own_program)
        self.body.addWidget(self._hint())
        self.body.addLayout(fields, 1)
        self.watch_fields(
            {"email": self.recipients, "subject": self.subject, "body": self.body_field}
        )
        self.resize(_WIDTH, _HEIGHT)
        (self.body_field if preview.recipients else self.recipients).setFocus()

    def queueing(self) -> SendInvoice:
        """The mail to queue as it reads now."""
        return SendInvoice(
            number=self._preview.number,
            again=self._preview.was_queued,
            recipients=self._addresses(),
            subject=self.subject.text(),
            body=self.body_field.toPlainText(),
        )

    def handing_over(self) -> SaveMail:
        """The mail to open in the user's own program as it reads now."""
        return SaveMail(
            number=self._preview.number,
            recipients=self._addresses(),
            subject=self.subject.text(),
            body=self.body_field.toPlainText(),
        )

    def _addresses(self) -> tuple[str, ...]:
        return tuple(each for each in re.split(r"[,;\s]+", self.recipients.text()) if each)

    def _hint(self) -> QLabel:
        hint = QLabel(self)
        hint.setWordWrap(True)
        hint.setProperty("muted", True)
        if self._preview.was_queued:
            hint.setText(
                self.tr("A mail with this document was queued before: this one is sent besides.")
            )
        elif not self._preview.recipients:
            hint.setText(
                self.tr("{customer} has no e-mail address for invoices yet.").format(
                    customer=self._preview.customer
                )
            )
        else:
            hint.setText(
                self.tr("Each recipient gets a mail of their own. Changes hold for this one only.")
            )
        return hint
