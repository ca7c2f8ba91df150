"""How a dispute was settled."""

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog


class CloseDisputeDialog(FormDialog):
    """Usual outcomes are offered, any other may be typed.

    Args:
        services: what the window offers.
        subject: the contested invoice and its customer.
    """

    def __init__(
        self, services: WindowServices, *, subject: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            services,
            title=self.tr("Close the dispute"),
            accept_text=self.tr("Close the dispute"),
            parent=parent,
        )
        heading = QLabel(subject, self)
        heading.setProperty("heading", True)
        self.resolution_field = QComboBox(self)
        self.resolution_field.setEditable(True)
        self.resolution_field.addItems(
            [
                self.tr("Credit note issued"),
                self.tr("Customer agrees to pay"),
                self.tr("Proof of delivery sent"),
                self.tr("Invoice corrected"),
            ]
        )
        self.resolution_field.setCurrentText("")
        self.resolution_field.setMinimumWidth(360)
        form = QFormLayout()
        form.addRow(self.tr("&Outcome"), self.resolution_field)
        self.body.addWidget(heading)
        self.body.addLayout(form)
        self.watch_fields({"resolution": self.resolution_field})
        self.resolution_field.setFocus()

    def resolution(self) -> str:
        """How it was settled."""
        return self.resolution_field.currentText().strip()
