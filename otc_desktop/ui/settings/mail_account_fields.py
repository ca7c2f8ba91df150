"""The fields of a mail account: which are asked depends on the provider."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.domain.shared.company import (
    BY_GOOGLE,
    BY_MICROSOFT,
    BY_PASSWORD,
    MailSettings,
    ReadingSettings,
)

_LARGEST_PORT = 65_535
_HOST_WIDTH = 260
_PORT_WIDTH = 80


@dataclass(frozen=True, slots=True)
class _Usual:
    """The servers of a provider."""

    host: str
    port: int
    security: str
    reading_host: str


_USUAL = {
    BY_MICROSOFT: _Usual("smtp.office365.com", 587, "starttls", "outlook.office365.com"),
    BY_GOOGLE: _Usual("smtp.gmail.com", 587, "starttls", "imap.gmail.com"),
}


class MailAccountFields(QWidget):
    """The account as it is being typed; names of fields are those of refusals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.login = QComboBox(self)
        self.login.addItem(self.tr("Microsoft 365"), BY_MICROSOFT)
        self.login.addItem(self.tr("Google"), BY_GOOGLE)
        self.login.addItem(self.tr("Another server"), BY_PASSWORD)
        self.sent_by = QLineEdit(self)
        self.sent_by.setPlaceholderText(self.tr("Our company <accounts@our-company.example>"))
        self.user = QLineEdit(self)
        self.password = QLineEdit(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("kept in the system's keyring"))
        self.client_id = QLineEdit(self)
        self.client_id.setPlaceholderText(self.tr("of the application your company registered"))
        self.tenant = QLineEdit(self)
        self.tenant.setPlaceholderText(self.tr("empty: any"))
        self.client_secret = QLineEdit(self)
        self.client_secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.client_secret.setPlaceholderText(self.tr("kept in the system's keyring"))
        self.host, self.port, self.security = _server(self)
        self.reading = QGroupBox(self.tr("&Read answers and bounces (IMAP)"), self)
        self.reading.setCheckable(True)
        self.reading_host, self.reading_port, self.reading_security = _server(self.reading)
        self.folder = QLineEdit(self.reading)
        self._form = QFormLayout()
        self._lay_out()
        self.login.currentIndexChanged.connect(self._provider_chosen)
        self.show_account(None)

    def fields(self) -> dict[str, QWidget]:
        """Every field by the name that a refusal gives it."""
        return {
            "login": self.login,
            "sender": self.sent_by,
            "user": self.user,
            "client_id": self.client_id,
            "tenant": self.tenant,
            "host": self.host,
            "port": self.port,
            "security": self.security,
            "reading_host": self.reading_host,
            "reading_port": self.reading_port,
        }

    def by_sign_in(self) -> bool:
        """Whether the provider asks for a sign-in instead of a password."""
        return bool(self.login.currentData() != BY_PASSWORD)

    def show_account(self, account: MailSettings | None) -> None:
        """Show an account; none yet is one at another server, not read."""
        shown = account or MailSettings(host="", port=587, security="starttls", user="", sender="")
        self._name_of_user = shown.reading.user if shown.reading is not None else ""
        self.login.setCurrentIndex(self.login.findData(shown.login))
        self.sent_by.setText(shown.sender)
        self.user.setText(shown.user)
        self.client_id.setText(shown.client_id)
        self.tenant.setText(shown.tenant)
        _show_server((self.host, self.port, self.security), shown)
        self.reading.setChecked(shown.reading is not None)
        reading = shown.reading or ReadingSettings(host="")
        _show_server((self.reading_host, self.reading_port, self.reading_security), reading)
        self.folder.setText(reading.folder)
        self._ask_for_what_is_needed()

    def account(self) -> MailSettings:
        """The account on show."""
        reading = None
        if self.reading.isChecked():
            reading = ReadingSettings(
                host=self.reading_host.text(),
                port=self.reading_port.value(),
                security=str(self.reading_security.currentData()),
                folder=self.folder.text(),
                user=self._name_of_user,
            )
        return MailSettings(
            host=self.host.text(),
            port=self.port.value(),
            security=str(self.security.currentData()),
            user=self.user.text(),
            sender=self.sent_by.text(),
            login=str(self.login.currentData()),
            client_id=self.client_id.text() if self.by_sign_in() else "",
            tenant=self.tenant.text() if self.login.currentData() == BY_MICROSOFT else "",
            reading=reading,
        )

    def _provider_chosen(self) -> None:
        usual = _USUAL.get(str(self.login.currentData()))
        if usual is not None:
            self.host.setText(usual.host)
            self.port.set_value(usual.port)
            self.security.setCurrentIndex(self.security.findData(usual.security))
            self.reading_host.setText(usual.reading_host)
            self.reading_port.set_value(993)
            self.reading_security.setCurrentIndex(self.reading_security.findData("tls"))
        self._ask_for_what_is_needed()

    def _ask_for_what_is_needed(self) -> None:
        login = self.login.currentData()
        for field, shown in (
            (self.password, not self.by_sign_in()),
            (self.client_id, self.by_sign_in()),
            (self.tenant, login == BY_MICROSOFT),
            (self.client_secret, login == BY_GOOGLE),
        ):
            self._form.setRowVisible(field, shown)

    def _lay_out(self) -> None:
        form = self._form
        form.addRow(self.tr("&Provider"), self.login)
        form.addRow(self.tr("&Sender of mails"), self.sent_by)
        form.addRow(self.tr("&User"), self.user)
        form.addRow(self.tr("Pass&word"), self.password)
        form.addRow(self.tr("&Application id"), self.client_id)
        form.addRow(self.tr("&Directory (tenant)"), self.tenant)
        form.addRow(self.tr("Application secr&et"), self.client_secret)
        places = _row(self.host, self.port, self.security)
        form.addRow(_label(self.tr("Sending ser&ver"), self.host), places)
        reading = QFormLayout(self.reading)
        places = _row(self.reading_host, self.reading_port, self.reading_security)
        reading.addRow(_label(self.tr("&Mailbox server"), self.reading_host), places)
        reading.addRow(self.tr("&Folder"), self.folder)
        hint = QLabel(
            self.tr("Only mail of customers is kept; nothing in the mailbox is changed or marked."),
            self.reading,
        )
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        reading.addRow(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self.reading)


class PortEdit(QLineEdit):
    """The number of a server's door."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(QIntValidator(1, _LARGEST_PORT, self))
        self.setMaximumWidth(_PORT_WIDTH)

    def value(self) -> int:
        """The port; 0 for none."""
        return int(self.text()) if self.text().isdecimal() else 0

    def set_value(self, port: int) -> None:
        """Show a port."""
        self.setText(str(port))


def _server(parent: QWidget) -> tuple[QLineEdit, PortEdit, QComboBox]:
    host, port, security = QLineEdit(parent), PortEdit(parent), QComboBox(parent)
    host.setMinimumWidth(_HOST_WIDTH)
    port.setAccessibleName(QCoreApplication.translate("MailAccountFields", "Port"))
    security.setAccessibleName(QCoreApplication.translate("MailAccountFields", "Security"))
    for value, text in (("starttls", "STARTTLS"), ("tls", "TLS")):
        security.addItem(text, value)
    security.addItem(
        QCoreApplication.translate("MailAccountFields", "none (this computer only)"), "none"
    )
    return host, port, security


def _label(text: str, field: QWidget) -> QLabel:
    """The label of a row of fields: its key goes to the first of them."""
    label = QLabel(text)
    label.setBuddy(field)
    return label


def _show_server(
    fields: tuple[QLineEdit, PortEdit, QComboBox], server: MailSettings | ReadingSettings
) -> None:
    host, port, security = fields
    host.setText(server.host)
    port.set_value(server.port)
    security.setCurrentIndex(max(security.findData(server.security), 0))


def _row(*fields: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for place, each in enumerate(fields):
        row.addWidget(each, 1 if place == 0 else 0)
    return row
