"""What leaves today: all that is left of an order, or chosen quantities."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.quantity_table import QuantityRow, QuantityTable

_SIZE = (760, 420)


class DeliveryForm(FormDialog):
    """One row a line that is not delivered yet, with what is left already filled in.

    Args:
        services: what the window offers.
        order: the order to deliver.
    """

    def __init__(
        self, services: WindowServices, order: SalesOrder, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Deliver order {number}").format(number=order.number))
        self.accept_button.setText(self.tr("Deliver"))
        self.order = order
        hint = QLabel(
            self.tr("Everything that is left is proposed; change a quantity to deliver less."), self
        )
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        self.table = self._table(order)
        self.watch_fields(self.table.named_fields())
        self.body.addWidget(hint)
        self.body.addWidget(self.table, 1)
        self.resize(*_SIZE)
        self.accept_button.setFocus()

    def field(self, position: int) -> QLineEdit:
        """The quantity of a line, by its position in the order."""
        return self.table.field(position)

    def quantities(self) -> Mapping[int, Decimal] | None:
        """What was typed by line position; None when a quantity is not understood."""
        found, faulty = self.table.quantities()
        if faulty:
            sentence = self.tr("This is not a quantity, such as 12.5")
            self.refuse([(name, sentence) for name in faulty])
            return None
        return found

    def _table(self, order: SalesOrder) -> QuantityTable:
        quantity = self.services.formats.quantity
        rows = []
        for position, left in order.remaining().items():
            line = order.lines[position]
            name = " · ".join(part for part in (line.product_code, line.description) if part)
            texts = (name, quantity(line.quantity), quantity(left))
            rows.append(QuantityRow(position, texts, proposed=quantity(left)))
        titles = (self.tr("Line"), self.tr("Ordered"), self.tr("Left"), self.tr("To deliver"))
        return QuantityTable(titles, rows, self)
