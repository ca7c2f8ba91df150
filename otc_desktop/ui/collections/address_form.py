"""Another address for a mail that could not be delivered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QWidget

from otc_desktop.application.outbox.queries import MailRow
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 520


class AddressForm(FormDialog):
    """Says why the mail stopped, and asks where it goes instead.

    Args:
        services: what the window offers.
        row: the mail.
        answer: what the server said, in words.
    """

    def __init__(
        self, services: WindowServices, row: MailRow, *, answer: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Correct the address"))
        self.accept_button.setText(self.tr("Send again"))
        self._before = row.recipient
        subject = QLabel(row.subject, self)
        said = QLabel(answer, self)
        for label in (subject, said):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.recipient = QLineEdit(row.recipient, self)
        self.recipient.selectAll()
        self.keep = QCheckBox(self.tr("&Correct it in the customer's file, too"), self)
        self.keep.setChecked(True)
        self.keep.setToolTip(
            self.tr("The file and its contacts that have the old address get the new one")
        )
        fields = QFormLayout()
        fields.addRow(self.tr("E-mail"), subject)
        if answer:
            fields.addRow(self.tr("Answer of the server"), said)
        fields.addRow(self.tr("&To"), self.recipient)
        fields.addRow("", self.keep)
        self.body.addLayout(fields)
        self.watch_fields({"email": self.recipient})
        self.resize(_WIDTH, self.sizeHint().height())
        self.recipient.setFocus()

    def is_corrected(self) -> bool:
        """Whether another address was typed."""
        return self.recipient.text().strip().casefold() != self._before.casefold()
