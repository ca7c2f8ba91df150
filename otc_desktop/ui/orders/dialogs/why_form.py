"""One question, one line for the answer, kept with the user's name."""

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 520


class WhyForm(FormDialog):
    """Asks why something is done.

    Args:
        services: what the window offers.
        title: of the dialog.
        accept_text: what the agreeing button says.
        question: above the field.
    """

    def __init__(
        self,
        services: WindowServices,
        *,
        title: str,
        accept_text: str,
        question: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title=title, accept_text=accept_text, parent=parent)
        label = QLabel(question, self)
        label.setWordWrap(True)
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(200)
        label.setBuddy(self.reason)
        self.body.addWidget(label)
        self.body.addWidget(self.reason)
        self.watch_fields({"reason": self.reason, "note": self.reason})
        self.setMinimumWidth(_WIDTH)
        self.reason.setFocus()
