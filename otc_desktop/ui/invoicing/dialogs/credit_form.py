"""What a credit note takes back: the whole invoice, or chosen quantities."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from otc_desktop.application.invoicing.credit_invoice import CreditInvoice
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.ui.kernel.formats import parse_decimal
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_SIZE = (760, 440)
_ROW_HEIGHT = 38


class CreditForm(FormDialog):
    """Asks what to take back from an issued invoice.

    Args:
        services: what the window offers.
        invoice: the invoice to correct.
    """

    def __init__(
        self, services: WindowServices, invoice: Invoice, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Credit note for {number}").format(number=invoice.number))
        self.accept_button.setText(self.tr("Prepare the credit note"))
        self.invoice = invoice
        self._quantities: dict[int, QLineEdit] = {}
        heading = QLabel(
            f"{invoice.number} · {invoice.buyer.name} · "
            f"{services.formats.money(invoice.totals.total_incl_tax)}",
            self,
        )
        heading.setProperty("subheading", True)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self.whole = QRadioButton(self.tr("&Whole invoice, with its discounts and charges"), self)
        self.partial = QRadioButton(self.tr("&Chosen quantities"), self)
        self.whole.setChecked(True)
        self.table = self._table()
        self.table.setEnabled(False)
        self.partial.toggled.connect(self.table.setEnabled)
        hint = QLabel(
            self.tr("The credit note is made as a draft; it is issued like an invoice."), self
        )
        hint.setProperty("muted", True)
        for widget in (heading, self.whole, self.partial):
            self.body.addWidget(widget)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(hint)
        self.resize(*_SIZE)
        self.whole.setFocus()

    def field(self, position: int) -> QLineEdit:
        """The quantity to take back of a line, by its position."""
        return self._quantities[position]

    def command(self) -> CreditInvoice | None:
        """What was asked for; None when it is not understood, which is then said."""
        if self.whole.isChecked():
            return CreditInvoice(number=self.invoice.number)
        quantities: dict[int, Decimal | None] = {}
        faults: list[tuple[str, str]] = []
        for position, field in self._quantities.items():
            text = field.text().strip()
            if not text:
                continue
            try:
                quantities[position] = parse_decimal(text)
            except RuleError:
                sentence = self.tr("“{text}” is no quantity.").format(text=text)
                faults.append((f"lines[{position}]", sentence))
        if not quantities and not faults:
            faults.append(("lines[0]", self.tr("Write at least one quantity to take back.")))
        if faults:
            self.refuse(faults)
            return None
        return CreditInvoice(number=self.invoice.number, quantities=quantities)

    def _table(self) -> QTableWidget:
        lines = self.invoice.lines
        table = QTableWidget(len(lines), 4, self)
        table.setHorizontalHeaderLabels(
            [self.tr("Line"), self.tr("Invoiced"), self.tr("Net amount"), self.tr("To take back")]
        )
        table.horizontalHeaderItem(0).setTextAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        formats = self.services.formats
        for row, line in enumerate(lines):
            texts = (
                line.description,
                formats.quantity(line.quantity),
                formats.money(line.net(self.invoice.currency)),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                table.setItem(row, column, item)
            field = QLineEdit(table)
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setMaxLength(20)
            field.setAccessibleName(self.tr("To take back of {line}").format(line=line.description))
            table.setCellWidget(row, 3, field)
            self._quantities[row] = field
        self.watch_fields({f"lines[{at}]": field for at, field in self._quantities.items()})
        return table
