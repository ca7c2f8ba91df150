"""What is decided about a held order: an amount, a day, a reason."""

from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.money_edit import MoneyEdit

_WIDTH = 480
_LONGEST = 200


class CreditDecisionForm(FormDialog):
    """Asks for the reason and, where they are given, for an amount and a last day.

    Args:
        presenter: of the page.
        title: of the dialog.
        accept_text: what the agreeing button says.
        amount_title: of the amount's field; empty for a decision without amount.
        amount: what the field shows first.
        until: what the day's field shows first; None for a decision without a day.
        hint: what the decision means.
    """

    def __init__(
        self,
        presenter: Presenter,
        *,
        title: str,
        accept_text: str,
        amount_title: str = "",
        amount: Money | None = None,
        until: date | None = None,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(presenter.services, title=title, accept_text=accept_text, parent=parent)
        formats = presenter.services.formats
        form = QFormLayout()
        self.amount = MoneyEdit(formats, parent=self)
        self.amount.set_money(amount)
        self.until = DateEdit(formats, today=presenter.program.today(), parent=self)
        self.until.set_date(until)
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(_LONGEST)
        self.reason.setPlaceholderText(self.tr("Kept with your name"))
        if amount_title:
            form.addRow(amount_title, self.amount)
        self.amount.setVisible(bool(amount_title))
        if until is not None:
            form.addRow(self.tr("&Until"), self.until)
        self.until.setVisible(until is not None)
        form.addRow(self.tr("&Reason"), self.reason)
        self.body.addLayout(form)
        if hint:
            label = QLabel(hint, self)
            label.setProperty("muted", True)
            label.setWordWrap(True)
            self.body.addWidget(label)
        self.watch_fields({"amount": self.amount, "until": self.until, "reason": self.reason})
        self.setMinimumWidth(_WIDTH)
        self.reason.setFocus()

    def figure(self) -> Decimal | None:
        """The amount; None while there is none."""
        money = self.amount.money()
        return None if money is None else money.amount
