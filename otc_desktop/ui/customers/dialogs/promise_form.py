"""A promise to pay as a form."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from otc_desktop.application.dunning.record_promise import RecordPromise
from otc_desktop.application.receivables.queries import OpenItemRow
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import total
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.money_edit import MoneyEdit

_WIDTH = 520
_MOST_ROWS, _ROW_HEIGHT, _TEXT_HEIGHT = 6, 24, 70


class PromiseForm(FormDialog):
    """Notes how much is promised, by when, and for which invoices.

    Args:
        services: what the window offers.
        customer: who promised.
        today: the business date.
        items: what the customer owes; ticked ones are what the promise is for.
    """

    def __init__(
        self,
        services: WindowServices,
        customer: Customer,
        *,
        today: date,
        items: Sequence[OpenItemRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self.setWindowTitle(self.tr("Promise of {name}").format(name=customer.name))
        self.accept_button.setText(self.tr("Note the promise"))
        self._customer = customer
        self._items = items
        self.promised_on = DateEdit(services.formats, today=today, parent=self)
        self.amount = MoneyEdit(services.formats, parent=self)
        self.made_by = QLineEdit(customer.contact_name, self)
        self.made_by.setMaxLength(120)
        self.text_field = QPlainTextEdit(self)
        self.text_field.setTabChangesFocus(True)
        self.text_field.setFixedHeight(_TEXT_HEIGHT)
        self.invoices = QListWidget(self)
        rows = max(1, min(_MOST_ROWS, len(items)))
        self.invoices.setFixedHeight(rows * _ROW_HEIGHT + 12)
        self.invoices.setVisible(bool(items))
        self._fill(today)
        form = QFormLayout()
        if items:
            form.addRow(self.tr("&Invoices"), self.invoices)
        form.addRow(self.tr("&Amount"), self.amount)
        form.addRow(self.tr("Paid &by"), self.promised_on)
        form.addRow(self.tr("&Promised by"), self.made_by)
        form.addRow(self.tr("&Text"), self.text_field)
        hint = QLabel(
            self.tr(
                "Without a ticked invoice the promise is for the account as a whole. Until it is"
                " due, reminders for what it covers are withheld."
            ),
            self,
        )
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        self.body.addLayout(form)
        self.body.addWidget(hint)
        self.watch_fields(
            {
                "amount": self.amount,
                "promised_on": self.promised_on.field,
                "items": self.invoices,
            }
        )
        self.invoices.itemChanged.connect(lambda _item: self._show_sum())
        self.setMinimumWidth(_WIDTH)
        (self.invoices if items else self.amount).setFocus()

    def is_complete(self) -> bool:
        """Whether a date stands there; everything else the program checks."""
        return self.promised_on.date() is not None

    def command(self) -> RecordPromise:
        """What was filled in.

        Raises:
            ValueError: without a date.
        """
        day = self.promised_on.date()
        if day is None:
            raise ValueError("a promise without a date")
        return RecordPromise(
            customer_id=self._customer.id,
            promised_on=day,
            amount=self.amount.money(),
            numbers=tuple(row.number for row in self._ticked()),
            made_by=self.made_by.text(),
            text=self.text_field.toPlainText(),
        )

    def _fill(self, today: date) -> None:
        formats = self.services.formats
        for row in self._items:
            late = "▲ " if row.due_on < today else ""
            text = self.tr("{number}   due {day}   {amount}").format(
                number=row.number, day=formats.date(row.due_on), amount=formats.money(row.open)
            )
            item = QListWidgetItem(late + text, self.invoices)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)

    def _ticked(self) -> list[OpenItemRow]:
        return [
            row
            for place, row in enumerate(self._items)
            if self.invoices.item(place).checkState() is Qt.CheckState.Checked
        ]

    def _show_sum(self) -> None:
        ticked = self._ticked()
        currency = ticked[0].open.currency if ticked else EUR
        same = [row.open for row in ticked if row.open.currency == currency]
        self.amount.set_money(total(same, currency) if same else None)
