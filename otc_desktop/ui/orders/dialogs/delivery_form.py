"""What leaves today: all that is left of an order, or chosen quantities."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPushButton, QWidget

from otc_desktop.application.sales.create_delivery import CreateDelivery
from otc_desktop.application.sales.prepare_delivery import DeliveryPlan
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.quantity_table import QuantityRow, QuantityTable

_SIZE = (820, 520)
_ON_HAND = 3


class DeliveryForm(FormDialog):
    """One row a line that is not delivered yet, with what is left already filled in.

    Once the stock is known, what is short is said, and one button delivers what is there.

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
        self.available_button = QPushButton(
            self.tr("Deliver what is available, rest as back-order"), self
        )
        self.available_button.setToolTip(
            self.tr("Puts in what is on hand of each line, and delivers")
        )
        self.available_button.clicked.connect(self._deliver_available)
        self.available_button.hide()
        self.buttons.insertWidget(1, self.available_button)
        self._plan: DeliveryPlan | None = None
        self.carrier = QLineEdit(self)
        self.tracking = QLineEdit(self)
        self.note = QLineEdit(self)
        for field, longest in ((self.carrier, 60), (self.tracking, 60), (self.note, 500)):
            field.setMaxLength(longest)
        self.note.setPlaceholderText(self.tr("Printed on the delivery note"))
        transport = QFormLayout()
        transport.addRow(self.tr("&Carrier"), self.carrier)
        transport.addRow(self.tr("&Tracking number"), self.tracking)
        transport.addRow(self.tr("&Note"), self.note)
        self.body.addWidget(hint)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(transport)
        self.resize(*_SIZE)
        self.accept_button.setFocus()

    def field(self, position: int) -> QLineEdit:
        """The quantity of a line, by its position in the order."""
        return self.table.field(position)

    def show_plan(self, plan: DeliveryPlan) -> None:
        """Say what is on hand of each line."""
        self._plan = plan
        quantity = self.services.formats.quantity
        short = False
        for row, (position, left) in enumerate(self.order.remaining().items()):
            item = self.table.item(row, _ON_HAND)
            if item is None or position not in plan.on_hand:
                continue
            missing = plan.possible.get(position, Decimal(0)) < left
            short = short or missing
            mark = f"{Tone.BAD.glyph} " if missing else ""
            item.setText(f"{mark}{quantity(plan.on_hand[position])}")
        self.available_button.setVisible(short)

    def _deliver_available(self) -> None:
        if self._plan is None:
            return
        for position in self.order.remaining():
            possible = self._plan.possible.get(position, Decimal(0))
            self.field(position).setText(self.services.formats.quantity(possible))
        self.accept_button.click()

    def quantities(self) -> Mapping[int, Decimal] | None:
        """What was typed by line position; None when a quantity is not understood."""
        found, faulty = self.table.quantities()
        if faulty:
            sentence = self.tr("This is not a quantity, such as 12.5")
            self.refuse([(name, sentence) for name in faulty])
            return None
        return found

    def command(self) -> CreateDelivery | None:
        """What is to leave; None when a quantity is not understood."""
        quantities = self.quantities()
        if quantities is None:
            return None
        return CreateDelivery(
            order=self.order.number,
            quantities=quantities,
            carrier=self.carrier.text(),
            tracking=self.tracking.text(),
            note=self.note.text(),
        )

    def _table(self, order: SalesOrder) -> QuantityTable:
        quantity = self.services.formats.quantity
        rows = []
        for position, left in order.remaining().items():
            line = order.lines[position]
            name = " · ".join(part for part in (line.product_code, line.description) if part)
            texts = (name, quantity(line.quantity), quantity(left), "")
            rows.append(QuantityRow(position, texts, proposed=quantity(left)))
        titles = (
            self.tr("Line"),
            self.tr("Ordered"),
            self.tr("Left"),
            self.tr("On hand"),
            self.tr("To deliver"),
        )
        return QuantityTable(titles, rows, self)
