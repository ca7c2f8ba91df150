"""Why a held order may go on."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 520


class ReasonForm(FormDialog):
    """Shows what holds an order and asks for the reason to release it.

    Args:
        services: what the window offers.
        number: of the order.
        holds: what stands against it, in words.
    """

    def __init__(
        self,
        services: WindowServices,
        *,
        number: str,
        holds: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Release order {number}").format(number=number))
        self.accept_button.setText(self.tr("Release"))
        held = QLabel("\n".join(f"▲ {hold}" for hold in holds), self)
        held.setProperty("tone", "WARNING")
        held.setWordWrap(True)
        question = QLabel(
            self.tr("Why may the order go on? The reason is kept with your name."), self
        )
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(200)
        self.reason.setPlaceholderText(self.tr("For instance: payment announced by phone"))
        question.setBuddy(self.reason)
        for widget in (held, question, self.reason):
            self.body.addWidget(widget)
        self.watch_fields({"reason": self.reason})
        self.setMinimumWidth(_WIDTH)
        self.reason.setFocus()
