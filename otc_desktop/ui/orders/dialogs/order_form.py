"""A new order: who, what, at which price."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from otc_desktop.application.kernel.paging import PageSource
from otc_desktop.application.sales.create_order import CreateOrder
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.lines_editor import LinesEditor, PriceLines
from otc_desktop.ui.widgets.picker import Picker

_SIZE = (980, 560)


class OrderForm(FormDialog):
    """Takes an order, or takes and confirms it at once.

    Args:
        services: what the window offers.
        customers: to choose from; rows have `code` and `name`.
        products: to choose from; rows have `code`, `name` and `price`.
        price: prices lines by the program's own rules.
        today: the business date.

    Signals:
        confirm_asked: as `submitted`, and the order is to be confirmed, too.
    """

    confirm_asked = Signal()

    def __init__(
        self,
        services: WindowServices,
        *,
        customers: PageSource[Any],
        products: PageSource[Any],
        price: PriceLines,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self.setWindowTitle(self.tr("New order"))
        self.accept_button.setText(self.tr("Save and &confirm"))
        self.accept_button.setToolTip(self.tr("Save and confirm (Ctrl+Enter)"))
        self.draft_button = QPushButton(self.tr("Save as &draft"), self)
        self.draft_button.setAutoDefault(False)
        self.buttons.insertWidget(self.buttons.count() - 1, self.draft_button)
        self._confirms = True
        self.customer: Picker[Any] = Picker(
            services, customers, describe=lambda row: f"{row.code} · {row.name}", parent=self
        )
        self.customer.setPlaceholderText(self.tr("Customer: code or name"))
        self.purchase_order = QLineEdit(self)
        self.purchase_order.setMaxLength(50)
        self.purchase_order.setPlaceholderText(self.tr("The customer's own number"))
        self.ordered_on = DateEdit(services.formats, today=today, parent=self)
        self.ordered_on.set_date(today)
        self.lines = LinesEditor(services, products=products, price=price, parent=self)
        self.body.addLayout(self._heading())
        self.body.addWidget(self.lines, 1)
        self.watch_fields(
            {
                "customer": self.customer,
                "lines": self.lines.product,
                "date": self.ordered_on.field,
            }
        )
        self.draft_button.clicked.connect(self._save_draft)
        self.lines.refused.connect(
            lambda refusal: self.message_bar.show_notice(services.errors.notice_of(refusal))
        )
        self.lines.changed.connect(self.message_bar.dismiss)
        self.resize(*_SIZE)
        self.customer.setFocus()

    def command(self) -> CreateOrder:
        """The order as written."""
        customer = self.customer.row()
        return CreateOrder(
            customer="" if customer is None else customer.code,
            lines=self.lines.lines(),
            purchase_order=self.purchase_order.text().strip(),
            ordered_on=self.ordered_on.date(),
        )

    def confirms(self) -> bool:
        """Whether the order is to be confirmed as soon as it is taken."""
        return self._confirms

    def _save_draft(self) -> None:
        self._confirms = False
        self._submit()

    def _submit(self) -> None:
        if self.customer.row() is None:
            self.refuse([("customer", self.tr("Choose the customer."))])
        elif not self.ordered_on.is_valid():
            self.refuse([("date", self.tr("The date is not understood."))])
        elif not self.lines.lines():
            self.refuse([("lines", self.tr("Add at least one line."))])
        else:
            super()._submit()

    def refuse(self, faults: Any) -> None:
        """Say what is wrong; the next try confirms again unless it is said otherwise."""
        self._confirms = True
        super().refuse(faults)

    def _heading(self) -> QGridLayout:
        grid = QGridLayout()
        fields = (
            (self.tr("Customer"), self.customer, 3),
            (self.tr("Purchase order"), self.purchase_order, 2),
            (self.tr("Order date"), self.ordered_on, 1),
        )
        for column, (title, field, stretch) in enumerate(fields):
            label = QLabel(title, self)
            label.setProperty("muted", True)
            label.setBuddy(field)
            grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, stretch)
        return grid
