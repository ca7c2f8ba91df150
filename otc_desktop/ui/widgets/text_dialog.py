"""A dialog that asks for a text of several lines."""

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH, _HEIGHT = 480, 260


class TextDialog(FormDialog):
    """One text; Ctrl+Enter agrees, Enter begins a line.

    Args:
        services: what the window offers.
        title: of the dialog.
        accept_text: what the agreeing button says.
        hint: a sentence above the field.
        text: what stands there at the beginning.
        field: the name by which refusals call the field.
    """

    def __init__(
        self,
        services: WindowServices,
        *,
        title: str,
        accept_text: str,
        hint: str = "",
        text: str = "",
        field: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            services, title=title, accept_text=accept_text, enter_accepts=False, parent=parent
        )
        if hint:
            above = QLabel(hint, self)
            above.setWordWrap(True)
            above.setProperty("muted", True)
            self.body.addWidget(above)
        self.field = QPlainTextEdit(self)
        self.field.setPlainText(text)
        self.field.setTabChangesFocus(True)
        self.body.addWidget(self.field, 1)
        self.watch_fields({field: self.field})
        self.resize(_WIDTH, _HEIGHT)
        self.field.setFocus()

    def text(self) -> str:
        """What was written."""
        return self.field.toPlainText().strip()
