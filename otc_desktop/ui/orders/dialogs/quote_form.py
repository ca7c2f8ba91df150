"""A quote being written: new, or a draft taken up again."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from otc_desktop.application.kernel.paging import PageSource
from otc_desktop.application.sales.create_quote import CreateQuote
from otc_desktop.application.sales.order_content import input_of
from otc_desktop.domain.sales.quote import VALIDITY, Quote
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.orders.dialogs.order_form import ChosenCustomer
from otc_desktop.ui.widgets.confirm import confirm
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.line_pricing import Pricing
from otc_desktop.ui.widgets.lines_editor import LinesEditor
from otc_desktop.ui.widgets.picker import Picker

_SIZE = (1000, 600)


class QuoteForm(FormDialog):
    """Writes a quote.

    Args:
        services: what the window offers.
        customers: to choose from; rows have `code` and `name`.
        products: to choose from; rows have `code`, `name`, `barcode` and `price`.
        pricing: prices lines by the program's own rules, and explains them.
        today: the business date.
        known: the draft that is changed, with its customer; None for a new quote.
    """

    def __init__(
        self,
        services: WindowServices,
        *,
        customers: PageSource[Any],
        products: PageSource[Any],
        pricing: Pricing,
        today: date,
        known: tuple[Quote, ChosenCustomer] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self.quote = None if known is None else known[0]
        title = self.tr("New quote") if self.quote is None else self.tr("Quote {number}")
        self.setWindowTitle(title.format(number="" if self.quote is None else self.quote.number))
        self.accept_button.setText(self.tr("Save the &quote"))
        self.accept_button.setToolTip(self.tr("Save the quote (Ctrl+Enter)"))
        self.customer: Picker[Any] = Picker(
            services,
            customers,
            describe=lambda row: f"{row.code} · {row.name}",
            keys=lambda row: (row.code,),
            parent=self,
        )
        self.customer.setPlaceholderText(self.tr("Customer: code, name, SIREN or city"))
        self.reference = QLineEdit(self)
        self.reference.setMaxLength(50)
        self.note = QLineEdit(self)
        self.note.setMaxLength(500)
        self.note.setPlaceholderText(self.tr("Text below the lines, such as the lead time"))
        self.quoted_on = DateEdit(services.formats, today=today, parent=self)
        self.quoted_on.set_date(today)
        self.valid_until = DateEdit(services.formats, today=today, parent=self)
        self.valid_until.set_date(today + VALIDITY)
        self.lines = LinesEditor(services, products=products, pricing=pricing, parent=self)
        self.body.addLayout(self._heading())
        self.body.addWidget(self.lines, 1)
        self.body.addWidget(self.note)
        self.watch_fields(
            {
                "customer": self.customer,
                "lines": self.lines.product,
                "date": self.quoted_on.field,
                "valid_until": self.valid_until.field,
            }
        )
        self.customer.named.connect(lambda _row, _text: self.lines.product.setFocus())
        self.lines.refused.connect(
            lambda refusal: self.message_bar.show_notice(services.errors.notice_of(refusal))
        )
        self.lines.changed.connect(self.message_bar.dismiss)
        self.resize(*_SIZE)
        if known is not None:
            self._load(*known)
        self.customer.picked.connect(lambda _row: self._tell_sale())
        self.quoted_on.date_changed.connect(lambda _day: self._tell_sale())
        self._tell_sale()
        self._written = self._state()
        (self.customer if known is None else self.lines.product).setFocus()

    def command(self) -> CreateQuote:
        """The quote as written."""
        customer = self.customer.row()
        return CreateQuote(
            customer="" if customer is None else customer.code,
            lines=self.lines.lines(),
            reference=self.reference.text().strip(),
            note=self.note.text().strip(),
            quoted_on=self.quoted_on.date(),
            valid_until=self.valid_until.date(),
        )

    def reject(self) -> None:
        """Close without saving; what was written is not lost without a question."""
        if self._state() == self._written:
            super().reject()
            return
        confirm(
            self,
            question=self.tr("Leave without saving?"),
            explanation=self.tr("What you wrote on this quote would be lost."),
            accept_text=self.tr("Leave without saving"),
            on_accept=super().reject,
        )

    def _tell_sale(self) -> None:
        """Prices are those of the customer on the day of the quote."""
        row = self.customer.row()
        self.lines.set_sale("" if row is None else row.code, self.quoted_on.date())

    def _load(self, quote: Quote, customer: ChosenCustomer) -> None:
        self.customer.set_row(customer)
        self.reference.setText(quote.reference)
        self.note.setText(quote.note)
        self.quoted_on.set_date(quote.quoted_on)
        self.valid_until.set_date(quote.valid_until)
        self.lines.set_lines(
            [(position, input_of(line)) for position, line in enumerate(quote.lines)]
        )

    def _state(self) -> Any:
        texts = (self.customer.text(), self.reference.text(), self.note.text())
        return (*texts, self.quoted_on.date(), self.valid_until.date(), self.lines.lines())

    def _submit(self) -> None:
        if self.customer.row() is None:
            self.refuse([("customer", self.tr("Choose the customer."))])
        elif self.quoted_on.date() is None:
            self.refuse([("date", self.tr("The date is not understood."))])
        elif self.valid_until.date() is None:
            self.refuse([("valid_until", self.tr("The date is not understood."))])
        elif not self.lines.lines():
            self.refuse([("lines", self.tr("Add at least one line."))])
        else:
            super()._submit()

    def _heading(self) -> QGridLayout:
        grid = QGridLayout()
        fields = (
            (self.tr("Customer"), self.customer, 4),
            (self.tr("Customer's reference"), self.reference, 2),
            (self.tr("Date"), self.quoted_on, 1),
            (self.tr("Valid until"), self.valid_until, 1),
        )
        for column, (title, field, stretch) in enumerate(fields):
            label = QLabel(title, self)
            label.setProperty("muted", True)
            label.setBuddy(field)
            grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, stretch)
        return grid
