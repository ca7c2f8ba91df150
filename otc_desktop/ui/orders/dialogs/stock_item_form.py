"""How a product is kept in stock."""

from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from otc_desktop.application.stock.read_stock_item import StockOfProduct
from otc_desktop.application.stock.save_stock_item import SaveStockItem
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.ui.kernel.formats import parse_decimal
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 520


class StockItemForm(FormDialog):
    """Reorder point, place, cost, what is expected.

    Args:
        services: what the window offers.
        found: the product as it stands.
        today: the business date.
    """

    def __init__(
        self,
        services: WindowServices,
        found: StockOfProduct,
        *,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        item = self._item = found.item
        self.setWindowTitle(self.tr("Stock of {code}").format(code=item.code))
        self.accept_button.setText(self.tr("Save"))
        self.is_stocked = QCheckBox(self.tr("Kept in stock (a service is not)"), self)
        self.is_stocked.setChecked(item.is_stocked)
        self.allow_negative = QComboBox(self)
        usual = self.tr("allowed") if found.policy.allow_negative else self.tr("refused")
        for text, value in (
            (self.tr("As the company: {usual}").format(usual=usual), None),
            (self.tr("Allowed"), True),
            (self.tr("Refused"), False),
        ):
            self.allow_negative.addItem(text, value)
        self.allow_negative.setCurrentIndex({None: 0, True: 1, False: 2}[item.allow_negative])
        self.reorder_point = self._figure(item.reorder_point)
        self.reorder_quantity = self._figure(item.reorder_quantity)
        self.unit_cost = self._figure(item.unit_cost)
        self.expected_quantity = self._figure(item.expected_quantity)
        self.location = QLineEdit(item.location, self)
        self.location.setMaxLength(60)
        self.expected_on = DateEdit(services.formats, today=today, parent=self)
        self.expected_on.set_date(item.expected_on)
        fields = QFormLayout()
        for title, field in (
            ("", self.is_stocked),
            (self.tr("Reorder point"), self.reorder_point),
            (self.tr("Quantity to reorder"), self.reorder_quantity),
            (self.tr("Location"), self.location),
            (self.tr("Below zero"), self.allow_negative),
            (self.tr("Unit cost excl. tax"), self.unit_cost),
            (self.tr("Expected on"), self.expected_on),
            (self.tr("Quantity expected"), self.expected_quantity),
        ):
            fields.addRow(title, field)
        self.body.addLayout(fields)
        self._figures = {
            "reorder_point": self.reorder_point,
            "reorder_quantity": self.reorder_quantity,
            "unit_cost": self.unit_cost,
            "expected_quantity": self.expected_quantity,
        }
        self.watch_fields({**self._figures, "expected_on": self.expected_on})
        self.setMinimumWidth(_WIDTH)

    def command(self) -> SaveStockItem | None:
        """What was typed; None when a figure is not understood."""
        figures: dict[str, Decimal | None] = {}
        faulty = []
        for name, field in self._figures.items():
            text = field.text().strip()
            try:
                figures[name] = parse_decimal(text) if text else None
            except RuleError:
                faulty.append((name, self.tr("This is not a number, such as 12.5")))
        if faulty:
            self.refuse(faulty)
            return None
        return SaveStockItem(
            product=self._item.code,
            is_stocked=self.is_stocked.isChecked(),
            location=self.location.text(),
            allow_negative=self.allow_negative.currentData(),
            expected_on=self.expected_on.date(),
            version=self._item.version,
            **figures,
        )

    def _figure(self, value: Decimal | None) -> QLineEdit:
        text = "" if value is None else self.services.formats.quantity(value)
        field = QLineEdit(text, self)
        field.setMaxLength(20)
        return field
