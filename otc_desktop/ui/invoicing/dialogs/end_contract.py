"""The last day of a recurring contract, and why it ends."""

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from otc_desktop.application.invoicing.cancel_contract import CancelContract
from otc_desktop.application.invoicing.contract_rows import ContractRow
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog


class EndContract(FormDialog):
    """Asks for the last day that is invoiced.

    Args:
        services: what the window offers.
        row: the contract.
    """

    def __init__(
        self, services: WindowServices, row: ContractRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("End contract {number}").format(number=row.number))
        self.accept_button.setText(self.tr("End the contract"))
        self.number = row.number
        self.last_day = DateEdit(services.formats, parent=self)
        self.reason = QLineEdit(self)
        rows = QFormLayout()
        rows.addRow(self.tr("&Last day"), self.last_day)
        rows.addRow(self.tr("&Reason"), self.reason)
        self.body.addLayout(rows)
        self.watch_fields({"on": self.last_day, "reason": self.reason})

    def command(self) -> CancelContract | None:
        """What was asked for; None when the day is not understood, which is then said."""
        last_day = self.last_day.date()
        if last_day is None:
            self.refuse([("on", self.tr("Write the last day, such as 31/12/2026."))])
            return None
        return CancelContract(number=self.number, last_day=last_day, reason=self.reason.text())
