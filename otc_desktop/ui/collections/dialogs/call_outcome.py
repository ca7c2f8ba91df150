"""How a call went: ready to be agreed to, so that an outcome takes two keys."""

from datetime import date

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from otc_desktop.application.dunning.call_sheet import CallSheet
from otc_desktop.application.dunning.close_call import CloseCall, DisputeTold, PromiseTold
from otc_desktop.domain.disputes.dispute import DisputeReason
from otc_desktop.domain.dunning.call import CallOutcome, next_call_day
from otc_desktop.domain.shared.business_days import plus_business_days
from otc_desktop.domain.shared.money import total
from otc_desktop.ui.collections.calls_presenter import CallsPresenter
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.money_edit import MoneyEdit

_WIDTH = 460
_PROMISE_DAYS = 5


class CallOutcomeForm(FormDialog):
    """One outcome with its usual answer filled in; Enter keeps it.

    Args:
        presenter: asks the program.
        sheet: of the customer that was called.
        outcome: how the call went.
        phone: the number that was dialled.
    """

    def __init__(
        self,
        presenter: CallsPresenter,
        sheet: CallSheet,
        outcome: CallOutcome,
        *,
        phone: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(presenter.services, title="", accept_text="", parent=parent)
        self.setWindowTitle(
            self.tr("{name}: {outcome}").format(
                name=sheet.customer.name,
                outcome=presenter.word("call_outcome", outcome.value),
            )
        )
        self.accept_button.setText(self.tr("Note the call"))
        self._presenter, self._sheet, self._outcome = presenter, sheet, outcome
        services, self._today = presenter.services, presenter.program.today()
        self.day = DateEdit(services.formats, today=self._today, parent=self)
        self.hour = QLineEdit(self)
        self.hour.setPlaceholderText(self.tr("14:30, if agreed"))
        self.amount = MoneyEdit(services.formats, parent=self)
        self.invoice = QComboBox(self)
        self.reason = QComboBox(self)
        self.phone = QLineEdit(phone, self)
        contact = next((each.name for each in sheet.numbers if each.number == phone), "")
        self.contact = QLineEdit(contact or sheet.customer.contact_name, self)
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(self.tr("What was said"))
        self._form = QFormLayout()
        first = self._lay_out()
        self.body.addLayout(self._form)
        hint = QLabel(self._hint(), self)
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self.watch_fields(
            {
                "promised_on": self.day.field,
                "next_call_on": self.day.field,
                "next_call_at": self.hour,
                "amount": self.amount,
                "number": self.invoice,
                "text": self.text,
            }
        )
        self.setMinimumWidth(_WIDTH)
        first.setFocus()

    def command(self) -> CloseCall:
        """The call as it is noted."""
        asked = self.amount.money()
        amount = None if asked is None else asked.amount
        day = self.day.date()
        promise = dispute = None
        if self._outcome is CallOutcome.PROMISED and day is not None:
            promise = PromiseTold(on=day, amount=amount)
        if self._outcome is CallOutcome.DISPUTED and self.invoice.currentData():
            dispute = DisputeTold(
                number=self.invoice.currentData(),
                reason=DisputeReason(self.reason.currentData()),
                amount=amount,
            )
        return CloseCall(
            customer=self._sheet.customer.code,
            outcome=self._outcome,
            contact=self.contact.text().strip(),
            phone=self.phone.text().strip(),
            text=self.text.text().strip(),
            promise=promise,
            dispute=dispute,
            next_call_on=None if self._outcome is CallOutcome.PROMISED else day,
            next_call_at=self.hour.text().strip(),
        )

    def _lay_out(self) -> QWidget:
        """The fields of this outcome; which has the cursor first."""
        outcome, form, items = self._outcome, self._form, self._sheet.items
        first: QWidget = self.text
        if outcome is CallOutcome.PROMISED:
            self.day.set_date(plus_business_days(self._today, _PROMISE_DAYS))
            if items:
                owed = (item.open - item.disputed for item in items)
                self.amount.set_money(total(owed, items[0].open.currency))
            form.addRow(self.tr("Paid &by"), self.day)
            form.addRow(self.tr("&Amount"), self.amount)
            first = self.day.field
        elif outcome is CallOutcome.DISPUTED:
            for item in items:
                self.invoice.addItem(self._described(item.number, item.due_on), item.number)
            for reason in DisputeReason:
                word = self._presenter.word("dispute_reason", reason.value)
                self.reason.addItem(word, reason.value)
            form.addRow(self.tr("&Invoice"), self.invoice)
            form.addRow(self.tr("&Reason"), self.reason)
            form.addRow(self.tr("&Amount"), self.amount)
            first = self.invoice if len(items) > 1 else self.reason
        elif outcome not in (CallOutcome.REFUSED, CallOutcome.WRONG_NUMBER):
            usual = next_call_day(outcome, on=self._today)
            self.day.set_date(usual or plus_business_days(self._today, 1))
            form.addRow(self.tr("&Call again on"), self.day)
            form.addRow(self.tr("A&t"), self.hour)
            first = self.day.field
        form.addRow(self.tr("&Spoken to"), self.contact)
        form.addRow(self.tr("&Phone"), self.phone)
        form.addRow(self.tr("&Text"), self.text)
        for unused in (self.day, self.hour, self.amount, self.invoice, self.reason):
            unused.setVisible(form.indexOf(unused) >= 0)
        return first

    def _described(self, number: str, due_on: date) -> str:
        return f"{number} · {self.services.formats.date(due_on)}"

    def _hint(self) -> str:
        if self._outcome is CallOutcome.PROMISED:
            return self.tr("Reminders are withheld until then; a broken promise comes back here.")
        if self._outcome is CallOutcome.DISPUTED:
            return self.tr(
                "A dispute is opened; its part is no longer reminded of. Without an amount, the"
                " whole invoice."
            )
        if self._outcome is CallOutcome.REFUSED:
            return self.tr("The next written step of the plan is proposed for your approval.")
        if self._outcome is CallOutcome.WRONG_NUMBER:
            return self.tr("Today asks to mend the contact until the number is changed.")
        return self.tr("The customer comes back to this list on that day.")
