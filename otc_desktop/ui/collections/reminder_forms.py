"""Small forms about one reminder to come: its words, and leaving a customer in peace."""

from datetime import date, timedelta

from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from otc_desktop.ui.collections.wording import MailText
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH, _HEIGHT = 720, 560
_A_WEEK = timedelta(days=7)


class WordsForm(FormDialog):
    """Subject and text of one message, as it will leave.

    Args:
        services: what the window offers.
        mail: the message as it stands.
    """

    def __init__(
        self, services: WindowServices, mail: MailText, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self.setWindowTitle(self.tr("Words of this reminder"))
        self.accept_button.setText(self.tr("Keep these words"))
        self.subject = QLineEdit(mail.subject, self)
        self.text = QPlainTextEdit(mail.body, self)
        self.text.setTabChangesFocus(True)
        fields = QFormLayout()
        fields.addRow(self.tr("&Subject"), self.subject)
        fields.addRow(self.tr("&Text"), self.text)
        self.body.addLayout(fields, 1)
        self.watch_fields({"subject": self.subject, "body": self.text})
        self.resize(_WIDTH, _HEIGHT)
        self.text.setFocus()

    def words(self) -> tuple[str, str]:
        """Subject and text as written."""
        return self.subject.text().strip(), self.text.toPlainText()


class HoldForm(FormDialog):
    """Until when customers are left in peace, and why.

    Args:
        services: what the window offers.
        today: the business date.
    """

    def __init__(
        self, services: WindowServices, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Hold the reminders"))
        self.accept_button.setText(self.tr("Hold"))
        self.until = DateEdit(services.formats, today=today, parent=self)
        self.until.set_date(today + _A_WEEK)
        self.until.setToolTip(self.tr("Empty: until somebody lets them go on"))
        self.reason = QLineEdit(self)
        fields = QFormLayout()
        fields.addRow(self.tr("&Up to and with"), self.until)
        fields.addRow(self.tr("&Reason"), self.reason)
        self.body.addLayout(fields)
        self.watch_fields({"until": self.until, "reason": self.reason})
        self.resize(_WIDTH // 2, self.sizeHint().height())
        self.reason.setFocus()
