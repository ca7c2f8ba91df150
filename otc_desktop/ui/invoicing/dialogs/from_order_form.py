"""A draft from an order: a deposit, or what is neither delivered nor invoiced."""

from PySide6.QtWidgets import QFormLayout, QLineEdit, QRadioButton, QWidget

from otc_desktop.application.invoicing.invoice_deposit import InvoiceDeposit
from otc_desktop.application.invoicing.invoice_orders import InvoiceOrders
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.ui.kernel.formats import parse_decimal
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog


class FromOrderForm(FormDialog):
    """Asks for an order and what to invoice of it.

    Args:
        services: what the window offers.
    """

    def __init__(self, services: WindowServices, parent: QWidget | None = None) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Invoice from an order"))
        self.accept_button.setText(self.tr("Prepare the draft"))
        self.order = QLineEdit(self)
        self.order.setPlaceholderText(self.tr("Order number"))
        self.percent = QRadioButton(self.tr("&Deposit, % of the order"), self)
        self.amount = QRadioButton(self.tr("Deposit, &amount incl. tax"), self)
        self.ahead = QRadioButton(self.tr("&What is neither delivered nor invoiced"), self)
        self.value = QLineEdit(self)
        self.value.setText("30")
        self.percent.setChecked(True)
        self.ahead.toggled.connect(self.value.setDisabled)
        rows = QFormLayout()
        rows.addRow(self.tr("&Order"), self.order)
        for choice in (self.percent, self.amount, self.ahead):
            rows.addRow("", choice)
        rows.addRow(self.tr("&Value"), self.value)
        self.body.addLayout(rows)
        self.watch_fields({"order": self.order, "percent": self.value, "amount": self.value})
        self.order.setFocus()

    def command(self) -> InvoiceDeposit | InvoiceOrders | None:
        """What was asked for; None when it is not understood, which is then said."""
        number = self.order.text().strip().upper()
        if not number:
            self.refuse([("order", self.tr("Write the order's number."))])
            return None
        if self.ahead.isChecked():
            return InvoiceOrders(numbers=[number])
        try:
            value = parse_decimal(self.value.text())
        except RuleError:
            self.refuse([("percent", self.tr("This is not a number, such as 30 or 1500.00"))])
            return None
        if self.percent.isChecked():
            return InvoiceDeposit(order=number, percent=value)
        return InvoiceDeposit(order=number, amount=value)
