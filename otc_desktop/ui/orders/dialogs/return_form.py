"""What of a delivery comes back, and why."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from otc_desktop.application.sales.create_return import CreateReturn
from otc_desktop.application.sales.read_delivery import DeliveryDetail
from otc_desktop.domain.sales.sales_return import ReturnReason
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.quantity_table import QuantityRow, QuantityTable

_SIZE = (780, 480)


class ReturnForm(FormDialog):
    """One row a line that may still come back; nothing is proposed.

    Args:
        services: what the window offers.
        detail: the delivery.
        word: a reason in words.
    """

    def __init__(
        self,
        services: WindowServices,
        detail: DeliveryDetail,
        word: Callable[[str, str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        number = detail.delivery.number
        self.setWindowTitle(self.tr("Return of delivery {number}").format(number=number))
        self.accept_button.setText(self.tr("Note the return"))
        self._number = number
        self.table = self._table(detail)
        self.reason = QComboBox(self)
        for each in ReturnReason:
            self.reason.addItem(word("return_reason", each.value).capitalize(), each)
        self.note = QLineEdit(self)
        self.note.setMaxLength(200)
        self.received = QCheckBox(self.tr("The goods are here already"), self)
        self.received.setChecked(True)
        self.restock = QCheckBox(self.tr("Put them back into stock"), self)
        self.restock.setChecked(True)
        self.replaces = QCheckBox(self.tr("Deliver the lines again (replacement)"), self)
        fields = QFormLayout()
        fields.addRow(self.tr("Reason"), self.reason)
        fields.addRow(self.tr("Note"), self.note)
        for box in (self.received, self.restock, self.replaces):
            fields.addRow("", box)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(fields)
        self.watch_fields({**self.table.named_fields(), "note": self.note})
        self.resize(*_SIZE)

    def command(self) -> CreateReturn | None:
        """What was typed; None when a quantity is not understood."""
        quantities, faulty = self.table.quantities()
        if faulty:
            sentence = self.tr("This is not a quantity, such as 12.5")
            self.refuse([(name, sentence) for name in faulty])
            return None
        return CreateReturn(
            delivery=self._number,
            reason=ReturnReason(self.reason.currentData()),
            quantities=quantities,
            note=self.note.text(),
            restock=self.restock.isChecked(),
            replaces=self.replaces.isChecked(),
            received=self.received.isChecked(),
        )

    def _table(self, detail: DeliveryDetail) -> QuantityTable:
        quantity = self.services.formats.quantity
        rows = []
        for position, left in sorted(detail.returnable.items()):
            line = detail.order.lines[position]
            name = " · ".join(part for part in (line.product_code, line.description) if part)
            delivered = detail.delivery.quantities.get(position, Decimal(0))
            rows.append(QuantityRow(position, (name, quantity(delivered), quantity(left))))
        titles = (
            self.tr("Line"),
            self.tr("Delivered"),
            self.tr("May come back"),
            self.tr("Comes back"),
        )
        return QuantityTable(titles, rows, self)
