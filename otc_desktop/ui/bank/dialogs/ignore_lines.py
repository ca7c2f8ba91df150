"""Why lines are set aside."""

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog


class IgnoreLinesDialog(FormDialog):
    """Asks for a reason; usual ones are offered, any other may be typed."""

    def __init__(
        self, services: WindowServices, *, count: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            services,
            title=self.tr("Set aside"),
            accept_text=self.tr("Set aside"),
            parent=parent,
        )
        question = QLabel(
            self.tr("Why do these {count} lines need no customer's invoice?").format(count=count)
            if count > 1
            else self.tr("Why does this line need no customer's invoice?"),
            self,
        )
        question.setWordWrap(True)
        self.reason_field = QComboBox(self)
        self.reason_field.setEditable(True)
        self.reason_field.addItems(
            [
                self.tr("Payment to a supplier"),
                self.tr("Bank charges"),
                self.tr("Salaries and social charges"),
                self.tr("Taxes"),
                self.tr("Internal transfer"),
                self.tr("Already entered in the accounts"),
            ]
        )
        self.reason_field.setCurrentText("")
        self.reason_field.setMinimumWidth(380)
        question.setBuddy(self.reason_field)
        self.body.addWidget(question)
        self.body.addWidget(self.reason_field)
        self.watch_fields({"reason": self.reason_field})
        self.reason_field.setFocus()

    def reason(self) -> str:
        """What the user typed or chose."""
        return self.reason_field.currentText().strip()
