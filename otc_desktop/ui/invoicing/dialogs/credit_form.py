"""What a credit note takes back: the whole invoice, or chosen quantities."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QRadioButton, QWidget

from otc_desktop.application.invoicing.credit_invoice import CreditInvoice
from otc_desktop.domain.invoicing.correction_reason import CorrectionReason
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.ui.invoicing.dialogs.correction_form import reason_choice
from otc_desktop.ui.kernel.formats import parse_decimal
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.quantity_table import QuantityRow, QuantityTable

_SIZE = (760, 440)


class CreditForm(FormDialog):
    """Asks what to take back from an issued invoice.

    Args:
        services: what the window offers.
        invoice: the invoice to correct.
        word: of a value, by its family, in the user's language.
    """

    def __init__(
        self,
        services: WindowServices,
        invoice: Invoice,
        word: Callable[[str, str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Credit note for {number}").format(number=invoice.number))
        self.accept_button.setText(self.tr("Prepare the credit note"))
        self.invoice = invoice
        heading = QLabel(
            f"{invoice.number} · {invoice.buyer.name} · "
            f"{services.formats.money(invoice.totals.total_incl_tax)}",
            self,
        )
        heading.setProperty("subheading", True)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self.reason = reason_choice(word, CorrectionReason, parent=self)
        self.watch_fields({"reason": self.reason})
        reason_row = QFormLayout()
        reason_row.addRow(self.tr("&Reason (not printed)"), self.reason)
        self.whole = QRadioButton(self.tr("&Whole invoice, with its discounts and charges"), self)
        self.partial = QRadioButton(self.tr("&Chosen quantities"), self)
        self.by_amount = QRadioButton(self.tr("An &amount, excl. tax"), self)
        self.amount = QLineEdit(self)
        self.amount.setPlaceholderText(self.tr("Shared among the VAT rates of the invoice"))
        self.amount.setEnabled(False)
        self.by_amount.toggled.connect(self.amount.setEnabled)
        self.watch_fields({"amount": self.amount})
        self.whole.setChecked(True)
        self.table = self._table()
        self.watch_fields(self.table.named_fields())
        self.table.setEnabled(False)
        self.partial.toggled.connect(self.table.setEnabled)
        hint = QLabel(
            self.tr("The credit note is made as a draft; it is issued like an invoice."), self
        )
        hint.setProperty("muted", True)
        self.body.addWidget(heading)
        self.body.addLayout(reason_row)
        for widget in (self.whole, self.by_amount, self.amount, self.partial):
            self.body.addWidget(widget)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(hint)
        self.resize(*_SIZE)
        self.reason.setFocus()

    def field(self, position: int) -> QLineEdit:
        """The quantity to take back of a line, by its position."""
        return self.table.field(position)

    def command(self) -> CreditInvoice | None:
        """What was asked for; None when it is not understood, which is then said."""
        reason = self.reason.currentData()
        if reason is None:
            self.refuse([("reason", self.tr("Say why: it tells which errors to prevent."))])
            return None
        asked = self._asked()
        return None if asked is None else replace(asked, reason=CorrectionReason(reason))

    def _asked(self) -> CreditInvoice | None:
        if self.whole.isChecked():
            return CreditInvoice(number=self.invoice.number)
        if self.by_amount.isChecked():
            return self._amount_command()
        found, faulty = self.table.quantities()
        faults = [(name, self.tr("This is not a quantity, such as 12.5")) for name in faulty]
        if not found and not faults:
            faults.append(("lines[0]", self.tr("Write at least one quantity to take back.")))
        if faults:
            self.refuse(faults)
            return None
        return CreditInvoice(number=self.invoice.number, quantities=dict(found))

    def _amount_command(self) -> CreditInvoice | None:
        try:
            amount = parse_decimal(self.amount.text())
        except RuleError:
            self.refuse([("amount", self.tr("This is not an amount, such as 12.50"))])
            return None
        return CreditInvoice(number=self.invoice.number, amount=amount)

    def _table(self) -> QuantityTable:
        formats = self.services.formats
        rows = [
            QuantityRow(
                position,
                (
                    line.description,
                    formats.quantity(line.quantity),
                    formats.money(line.net(self.invoice.currency)),
                ),
            )
            for position, line in enumerate(self.invoice.lines)
        ]
        titles = (
            self.tr("Line"),
            self.tr("Invoiced"),
            self.tr("Net amount"),
            self.tr("To take back"),
        )
        return QuantityTable(titles, rows, self)
