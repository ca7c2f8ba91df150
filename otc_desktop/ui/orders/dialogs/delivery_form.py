"""What leaves today: all that is left of an order, or chosen quantities."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.ui.kernel.formats import parse_decimal
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_SIZE = (760, 420)
_ROW_HEIGHT = 38


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
        self._left = order.remaining()
        self._quantities: dict[int, QLineEdit] = {}
        hint = QLabel(
            self.tr("Everything that is left is proposed; change a quantity to deliver less."), self
        )
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        self.table = self._table(order)
        self.body.addWidget(hint)
        self.body.addWidget(self.table, 1)
        self.resize(*_SIZE)
        self.accept_button.setFocus()

    def field(self, position: int) -> QLineEdit:
        """The quantity of a line, by its position in the order."""
        return self._quantities[position]

    def quantities(self) -> Mapping[int, Decimal] | None:
        """What was typed by line position; None when a quantity is not understood."""
        found: dict[int, Decimal] = {}
        faults: list[tuple[str, str]] = []
        for position, field in self._quantities.items():
            text = field.text().strip()
            try:
                quantity = parse_decimal(text) if text else Decimal(0)
            except RuleError:
                sentence = self.tr("“{text}” is no quantity.").format(text=text)
                faults.append((f"lines[{position}]", sentence))
                continue
            if quantity:
                found[position] = quantity
        if faults:
            self.refuse(faults)
            return None
        return found

    def _table(self, order: SalesOrder) -> QTableWidget:
        table = QTableWidget(len(self._left), 4, self)
        table.setHorizontalHeaderLabels(
            [self.tr("Line"), self.tr("Ordered"), self.tr("Left"), self.tr("To deliver")]
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
        quantity = self.services.formats.quantity
        for row, (position, left) in enumerate(self._left.items()):
            line = order.lines[position]
            name = " · ".join(part for part in (line.product_code, line.description) if part)
            for column, text in enumerate((name, quantity(line.quantity), quantity(left))):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                table.setItem(row, column, item)
            field = QLineEdit(quantity(left), table)
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setMaxLength(20)
            field.setAccessibleName(self.tr("To deliver of {line}").format(line=name))
            table.setCellWidget(row, 3, field)
            self._quantities[position] = field
        self.watch_fields({f"lines[{at}]": field for at, field in self._quantities.items()})
        return table
