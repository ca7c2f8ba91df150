"""A passphrase typed twice, for what nobody else is to open."""

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 520


class PassphraseForm(FormDialog):
    """Asks for a passphrase; whoever opened it reads `passphrase()` when it is submitted.

    Args:
        services: what the window offers.
        optional: whether no passphrase at all may be given.
    """

    def __init__(
        self, services: WindowServices, *, optional: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Passphrase of the backups"))
        self.accept_button.setText(self.tr("Keep"))
        hint = QLabel(
            self.tr(
                "Several words, 12 characters at least. Write them down away from this computer: "
                "without them nobody can open the copies, we included."
            ),
            self,
        )
        hint.setWordWrap(True)
        self.first = QLineEdit(self)
        self.again = QLineEdit(self)
        for field in (self.first, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        if optional:
            self.first.setPlaceholderText(self.tr("empty: not encrypted"))
        form = QFormLayout()
        form.addRow(self.tr("&Passphrase"), self.first)
        form.addRow(self.tr("&Once more"), self.again)
        self.body.addWidget(hint)
        self.body.addLayout(form)
        self.watch_fields({"passphrase": self.first, "again": self.again})
        self.resize(_WIDTH, self.sizeHint().height())

    def passphrase(self) -> str:
        """What was typed."""
        return self.first.text()

    def is_same(self) -> bool:
        """Whether it was typed alike twice; says so where it was not."""
        if self.first.text() == self.again.text():
            return True
        self.refuse([("again", self.tr("The two passphrases differ: type them again."))])
        return False
