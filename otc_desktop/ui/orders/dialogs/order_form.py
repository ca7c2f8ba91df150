"""An order being written: new, a draft taken up again, or an accepted one amended."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from otc_desktop.application.kernel.paging import PageSource
from otc_desktop.application.sales.amend_order import AmendedLine, AmendOrder
from otc_desktop.application.sales.create_order import CreateOrder
from otc_desktop.application.sales.order_content import input_of
from otc_desktop.domain.sales.sales_order import OrderStatus, SalesOrder
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.confirm import confirm
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.line_pricing import Pricing
from otc_desktop.ui.widgets.lines_editor import LinesEditor
from otc_desktop.ui.widgets.picker import Picker

_SIZE = (1180, 620)
_DATE_WIDTH = 150


@dataclass(frozen=True, slots=True)
class ChosenCustomer:
    """The customer of an order that is taken up again."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerLooks:
    """What the form asks about the chosen customer, off the GUI thread.

    `credit` gives its situation in a sentence, `sites` its delivery addresses by label.
    """

    credit: Callable[[str, Callable[[str], None]], None]
    sites: Callable[[str, Callable[[Sequence[tuple[str, Any]]], None]], None]


class OrderForm(FormDialog):
    """Takes an order, or takes and confirms it at once.

    Args:
        services: what the window offers.
        customers: to choose from; rows have `code` and `name`.
        products: to choose from; rows have `code`, `name`, `barcode` and `price`.
        pricing: prices lines by the program's own rules, and explains them.
        today: the business date.
        looks: what is shown about the chosen customer.
        known: the order that is changed, with its customer; None for a new one.

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
        pricing: Pricing,
        today: date,
        looks: CustomerLooks | None = None,
        known: tuple[SalesOrder, ChosenCustomer] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self._looks = looks
        self.order = None if known is None else known[0]
        self._amends = self.order is not None and self.order.status is not OrderStatus.DRAFT
        self.draft_button = QPushButton(self.tr("Save as &draft"), self)
        self.draft_button.setAutoDefault(False)
        self.buttons.insertWidget(self.buttons.count() - 1, self.draft_button)
        self._confirms = True
        self._set_titles()
        self.customer: Picker[Any] = Picker(
            services,
            customers,
            describe=lambda row: f"{row.code} · {row.name}",
            keys=lambda row: (row.code,),
            parent=self,
        )
        self.customer.setPlaceholderText(self.tr("Customer: code, name, SIREN or city"))
        self.purchase_order = QLineEdit(self)
        self.purchase_order.setMaxLength(50)
        self.purchase_order.setPlaceholderText(self.tr("The customer's own number"))
        self.ordered_on = DateEdit(services.formats, today=today, parent=self)
        self.ordered_on.set_date(today)
        self.wished_on = DateEdit(services.formats, today=today, parent=self)
        self.promised_on = DateEdit(services.formats, today=today, parent=self)
        for each in (self.ordered_on, self.wished_on, self.promised_on):
            each.setMinimumWidth(_DATE_WIDTH)
        self.site = QComboBox(self)
        self.site.addItem(self.tr("Usual delivery address"), None)
        self.credit = QLabel(self)
        self.credit.setTextFormat(Qt.TextFormat.PlainText)
        self.credit.setProperty("muted", True)
        self.lines = LinesEditor(services, products=products, pricing=pricing, parent=self)
        self.body.addLayout(self._heading())
        self.body.addWidget(self.credit)
        self.body.addWidget(self.lines, 1)
        self.watch_fields(
            {
                "customer": self.customer,
                "lines": self.lines.product,
                "date": self.ordered_on.field,
                "purchase_order": self.purchase_order,
                "promised_on": self.promised_on.field,
            }
        )
        self.draft_button.clicked.connect(self._save_draft)
        self.customer.picked.connect(self._on_customer)
        self.customer.named.connect(lambda _row, _text: self.purchase_order.setFocus())
        self.purchase_order.returnPressed.connect(self.lines.product.setFocus)
        self.lines.refused.connect(
            lambda refusal: self.message_bar.show_notice(services.errors.notice_of(refusal))
        )
        self.lines.changed.connect(self.message_bar.dismiss)
        self.resize(*_SIZE)
        if known is not None:
            self._load(*known)
        self.ordered_on.date_changed.connect(lambda _day: self._tell_sale())
        self._tell_sale()
        self._written = self._state()
        (self.customer if known is None else self.lines.product).setFocus()

    def command(self) -> CreateOrder:
        """The order as written."""
        customer = self.customer.row()
        return CreateOrder(
            customer="" if customer is None else customer.code,
            lines=self.lines.lines(),
            purchase_order=self.purchase_order.text().strip(),
            ordered_on=self.ordered_on.date(),
            wished_on=self.wished_on.date(),
            promised_on=self.promised_on.date(),
            site_id=self.site.currentData(),
        )

    def amendment(self, order: SalesOrder) -> AmendOrder:
        """The changes to an accepted order; lines taken out are struck."""
        return AmendOrder(
            number=order.number,
            version=order.version,
            lines=tuple(
                AmendedLine(line=line, position=origin)
                for line, origin in zip(self.lines.lines(), self.lines.model.origins(), strict=True)
            ),
            purchase_order=self.purchase_order.text().strip(),
            wished_on=self.wished_on.date(),
            promised_on=self.promised_on.date(),
        )

    def confirms(self) -> bool:
        """Whether the order is to be confirmed as soon as it is taken."""
        return self._confirms

    def reject(self) -> None:
        """Close without saving; what was written is not lost without a question."""
        if self._state() == self._written:
            super().reject()
            return
        confirm(
            self,
            question=self.tr("Leave without saving?"),
            explanation=self.tr("What you wrote on this order would be lost."),
            accept_text=self.tr("Leave without saving"),
            on_accept=super().reject,
        )

    def _set_titles(self) -> None:
        number = "" if self.order is None else self.order.number
        if self._amends:
            self.setWindowTitle(self.tr("Amend order {number}").format(number=number))
            self.accept_button.setText(self.tr("Save the &amendment"))
            self.accept_button.setToolTip(self.tr("Save the amendment (Ctrl+Enter)"))
            self.draft_button.hide()
            return
        title = self.tr("New order") if not number else self.tr("Order {number}")
        self.setWindowTitle(title.format(number=number))
        self.accept_button.setText(self.tr("Save and &confirm"))
        self.accept_button.setToolTip(self.tr("Save and confirm (Ctrl+Enter)"))

    def _load(self, order: SalesOrder, customer: ChosenCustomer) -> None:
        self.customer.set_row(customer)
        self.customer.setEnabled(not self._amends)
        self.ordered_on.setEnabled(not self._amends)
        self.site.setEnabled(not self._amends)
        self.purchase_order.setText(order.purchase_order)
        self.ordered_on.set_date(order.ordered_on)
        self.wished_on.set_date(order.wished_on)
        self.promised_on.set_date(order.promised_on)
        self.lines.set_lines(
            [
                (position, input_of(line))
                for position, line in enumerate(order.lines)
                if line.quantity
            ]
        )

    def _state(self) -> Any:
        fields = (self.purchase_order.text(), self.ordered_on.date(), self.wished_on.date())
        return (self.customer.text(), self.lines.lines(), self.promised_on.date(), *fields)

    def _tell_sale(self) -> None:
        """Prices are those of the customer on the day of the order."""
        row = self.customer.row()
        self.lines.set_sale("" if row is None else row.code, self.ordered_on.date())

    def _on_customer(self, row: Any) -> None:
        self._tell_sale()
        self.credit.clear()
        if row is None or self._looks is None:
            return
        self._looks.credit(row.code, self._of(row.code, self.credit.setText))
        self._looks.sites(row.code, self._of(row.code, self._show_sites))

    def _of(self, code: str, show: Callable[[Any], None]) -> Callable[[Any], None]:
        """An answer that comes after another customer was chosen is dropped."""

        def still(answer: Any) -> None:
            row = self.customer.row()
            if row is not None and row.code == code:
                show(answer)

        return still

    def _show_sites(self, sites: Sequence[tuple[str, Any]]) -> None:
        while self.site.count() > 1:
            self.site.removeItem(1)
        for label, site_id in sites:
            self.site.addItem(label, site_id)
            if self.order is not None and self.order.site_id == site_id:
                self.site.setCurrentIndex(self.site.count() - 1)

    def _save_draft(self) -> None:
        self._confirms = False
        self._submit()

    def _submit(self) -> None:
        dates = (self.ordered_on, self.wished_on, self.promised_on)
        if self.customer.row() is None:
            self.refuse([("customer", self.tr("Choose the customer."))])
        elif not all(each.is_valid() for each in dates):
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
            (self.tr("Wished delivery"), self.wished_on, 1),
            (self.tr("Promised delivery"), self.promised_on, 1),
            (self.tr("Deliver to"), self.site, 2),
        )
        for column, (title, field, stretch) in enumerate(fields):
            label = QLabel(title, self)
            label.setProperty("muted", True)
            label.setBuddy(field)
            grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, stretch)
        return grid
