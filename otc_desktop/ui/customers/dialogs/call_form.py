"""A telephone call as a form."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from otc_desktop.application.dunning.log_call import LogCall
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.dunning.call import CallDirection, CallOutcome
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 520
_LONGEST_CALL = 600


class CallForm(FormDialog):
    """Notes a call of today, or of a day before.

    Args:
        services: what the window offers.
        customer: who was spoken to.
        today: the business date.
        word: a word of the catalogue by kind and value.
    """

    def __init__(
        self,
        services: WindowServices,
        customer: Customer,
        *,
        today: date,
        word: Callable[[str, str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self.setWindowTitle(self.tr("Call with {name}").format(name=customer.name))
        self.accept_button.setText(self.tr("Note the call"))
        self._customer = customer
        self.direction = QComboBox(self)
        for each in CallDirection:
            self.direction.addItem(word("call_direction", each.value), each.value)
        self.outcome = QComboBox(self)
        for outcome in CallOutcome:
            self.outcome.addItem(word("call_outcome", outcome.value), outcome.value)
        self.contact = QLineEdit(customer.contact_name, self)
        self.phone = QLineEdit(customer.phone, self)
        for field in (self.contact, self.phone):
            field.setMaxLength(120)
        self.called_on = DateEdit(services.formats, today=today, parent=self)
        self.called_on.set_date(today)
        self.minutes = QSpinBox(self)
        self.minutes.setRange(0, _LONGEST_CALL)
        self.minutes.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.minutes.setSpecialValueText(self.tr("not timed"))
        self.minutes.setSuffix(self.tr(" min"))
        self.next_call_on = DateEdit(services.formats, today=today, parent=self)
        self.text_field = QPlainTextEdit(self)
        self.text_field.setTabChangesFocus(True)
        self.text_field.setPlaceholderText(self.tr("What was said"))
        when = QHBoxLayout()
        when.addWidget(self.called_on, 1)
        when.addWidget(self.minutes)
        form = QFormLayout()
        form.addRow(self.tr("&Direction"), self.direction)
        form.addRow(self.tr("&Outcome"), self.outcome)
        form.addRow(self.tr("&Spoken to"), self.contact)
        form.addRow(self.tr("&Phone"), self.phone)
        form.addRow(self.tr("Date"), when)
        form.addRow(self.tr("&Text"), self.text_field)
        form.addRow(self.tr("&Call again on"), self.next_call_on)
        self.body.addLayout(form)
        self.watch_fields(
            {
                "called_on": self.called_on.field,
                "minutes": self.minutes,
                "text": self.text_field,
                "next_call_on": self.next_call_on.field,
            }
        )
        self.setMinimumWidth(_WIDTH)
        self.outcome.setFocus()

    def command(self) -> LogCall:
        """What was filled in."""
        return LogCall(
            customer_id=self._customer.id,
            direction=CallDirection(self.direction.currentData()),
            outcome=CallOutcome(self.outcome.currentData()),
            called_on=self.called_on.date(),
            contact=self.contact.text(),
            phone=self.phone.text(),
            minutes=self.minutes.value() or None,
            text=self.text_field.toPlainText(),
            next_call_on=self.next_call_on.date(),
        )
