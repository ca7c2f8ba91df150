"""A cheque, bill, card or cash receipt as a form, with what it pays."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from otc_desktop.application.kernel.paging import PageSource
from otc_desktop.application.receivables.enter_paper import CorrectPaper, EnterPaper
from otc_desktop.application.receivables.paper_queries import PaperRow
from otc_desktop.domain.receivables.allocation import DifferenceKind
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.receivables.paper_receipt import PaperKind
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.bank.open_items_model import OpenItemsModel
from otc_desktop.ui.bank.open_items_table import OpenItemsTable
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.money_edit import MoneyEdit
from otc_desktop.ui.widgets.picker import Picker
from otc_desktop.ui.widgets.tone_label import ToneLabel

_WIDTH, _HEIGHT = 860, 620
_LONGEST = 60

# What may be missing of a cheque: nobody exchanges money by paper here.
_LET_GO = (
    DifferenceKind.ROUNDING,
    DifferenceKind.DISCOUNT,
    DifferenceKind.BANK_CHARGE,
    DifferenceKind.BAD_DEBT,
)


class PaperForm(FormDialog):
    """Enters a receipt; choosing the customer shows what is owed, the difference runs below.

    Args:
        services: what the window offers.
        customers: where customers are searched.
        word: kinds in words.
        read_items: reads what a customer owes.
        today: the business date.
    """

    def __init__(
        self,
        services: WindowServices,
        customers: PageSource[Any],
        *,
        word: Callable[[str, str], str],
        read_items: Callable[[str, Callable[[Sequence[OpenItem]], None]], None],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self.setWindowTitle(self.tr("New receipt"))
        self.accept_button.setText(self.tr("Save"))
        self._read_items = read_items
        self._items: Sequence[OpenItem] = ()
        self.kind = QComboBox(self)
        for each in (kind for kind in PaperKind if kind.is_handed_in):
            self.kind.addItem(word("paper", each.value), each.value)
        self.customer: Picker[Any] = Picker(
            services,
            customers,
            describe=lambda row: f"{row.code} · {row.name}",
            keys=lambda row: (row.code,),
            parent=self,
        )
        self.customer.setPlaceholderText(self.tr("Customer: code, name, SIREN or city"))
        self.amount = MoneyEdit(services.formats, parent=self)
        self.number = _text(self)
        self.drawer = _text(self)
        self.drawer.setPlaceholderText(self.tr("the customer, if left empty"))
        self.bank = _text(self)
        self.drawer_account = _text(self)
        self.drawer_account.setPlaceholderText("FR76…")
        self.received_on = DateEdit(services.formats, today=today, parent=self)
        self.received_on.set_date(today)
        self.due_on = DateEdit(services.formats, today=today, parent=self)
        self.items = OpenItemsModel(services.formats, self)
        self.table = OpenItemsTable(self.items, services.formats, self)
        self.table.setAccessibleName(self.tr("Documents it pays"))
        self.table.setToolTip(self.tr("Space ticks a document, F2 changes its amount"))
        self.difference = ToneLabel(self)
        self.let_go = QComboBox(self)
        self.let_go.setAccessibleName(self.tr("What the difference is"))
        self.let_go.setToolTip(self.tr("What the difference is"))
        self.let_go.addItem(self.tr("Leave the difference open"), DifferenceKind.NONE.value)
        for let_go in _LET_GO:
            self.let_go.addItem(
                self.tr("Write off: {kind}").format(kind=word("difference_kind", let_go.value)),
                let_go.value,
            )
        self.on_account = QCheckBox(self.tr("Keep the rest &on account"), self)
        self.on_account.hide()
        self._lay_out()
        self.watch_fields(
            {
                "kind": self.kind,
                "customer": self.customer,
                "amount": self.amount,
                "number": self.number,
                "due_on": self.due_on.field,
                "received_on": self.received_on.field,
            }
        )
        self.customer.picked.connect(self._on_customer)
        self.amount.money_changed.connect(lambda _money: self._show_items())
        self.items.choice_changed.connect(self._show_difference)
        self.table.accept_asked.connect(self._submit)
        self.kind.currentIndexChanged.connect(lambda _place: self._show_fields())
        self._show_fields()
        self._show_difference()
        self.resize(_WIDTH, _HEIGHT)
        self.customer.setFocus()

    def command(self) -> EnterPaper | None:
        """What is asked for; None, and a word at the field, while something is missing."""
        faults = []
        customer, amount = self.customer.row(), self.amount.money()
        if customer is None:
            faults.append(("customer", self.tr("Choose the customer.")))
        if amount is None:
            faults.append(("amount", self.tr("Enter the amount.")))
        if not self.received_on.is_valid() or not self.due_on.is_valid():
            faults.append(("due_on", self.tr("A date is not understood.")))
        if faults or customer is None or amount is None:
            self.refuse(faults)
            return None
        bill = self._kind().falls_due
        return EnterPaper(
            kind=self._kind(),
            customer=customer.code,
            amount=amount,
            parts=self.items.parts(),
            number=self.number.text(),
            drawer=self.drawer.text(),
            bank=self.bank.text(),
            drawer_account=self.drawer_account.text() if bill else "",
            received_on=self.received_on.date(),
            due_on=self.due_on.date() if bill else None,
            rest_on_account=self.on_account.isVisible() and self.on_account.isChecked(),
            difference_kind=DifferenceKind(
                self.let_go.currentData() if self.items.left() else DifferenceKind.NONE
            ),
        )

    def next_one(self) -> None:
        """Empty for the next receipt of the pile; kind, bank and day stay."""
        self.accept_button.setEnabled(True)
        for field in (self.number, self.drawer, self.drawer_account):
            field.clear()
        self.amount.set_money(None)
        self.on_account.setChecked(False)
        self.let_go.setCurrentIndex(0)
        self.due_on.set_date(None)
        self.customer.set_row(None)
        self.customer.setFocus()

    def _kind(self) -> PaperKind:
        return PaperKind(self.kind.currentData())

    def _lay_out(self) -> None:
        left, right = QFormLayout(), QFormLayout()
        left.addRow(self.tr("&Customer"), self.customer)
        left.addRow(self.tr("&Means"), self.kind)
        left.addRow(self.tr("&Amount"), self.amount)
        left.addRow(self.tr("&Received on"), self.received_on)
        right.addRow(self.tr("&Number"), self.number)
        right.addRow(self.tr("&Bank"), self.bank)
        right.addRow(self.tr("&Drawer"), self.drawer)
        right.addRow(self.tr("Due &on"), self.due_on)
        right.addRow(self.tr("Accoun&t (IBAN)"), self.drawer_account)
        self._right = right
        both = QHBoxLayout()
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        self.body.addLayout(both)
        owed = QLabel(self.tr("&Documents it pays"), self)
        owed.setBuddy(self.table)
        self.body.addWidget(owed)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.difference)
        self.body.addWidget(self.let_go)
        self.body.addWidget(self.on_account)

    def _show_fields(self) -> None:
        kind = self._kind()
        self._right.setRowVisible(self.due_on, kind.falls_due)
        self._right.setRowVisible(self.drawer_account, kind.falls_due)
        for field in (self.bank, self.drawer):
            self._right.setRowVisible(field, kind is PaperKind.CHEQUE or kind.falls_due)
        self._show_difference()

    def _on_customer(self, row: Any) -> None:
        self._items = ()
        self._show_items()
        if row is None:
            return
        code = row.code

        def show(items: Sequence[OpenItem]) -> None:
            chosen = self.customer.row()
            if chosen is not None and chosen.code == code:
                self._items = [item for item in items if item.total.currency == EUR]
                self._show_items()

        self._read_items(code, show)

    def _show_items(self) -> None:
        """What is owed, and the choice that the amount suggests: one alone, or the oldest."""
        amount = self.amount.money()
        kept = self.items.parts_by_id() if self.table.hasFocus() else {}
        self.items.show_items(amount or Money.zero(EUR), self._items)
        if amount is not None:
            self.items.choose(kept or suggested(self._items, amount))

    def _show_difference(self) -> None:
        formats = self.services.formats
        left = self.items.left()
        rest = left is not None and left.amount > 0 and self.amount.money() is not None
        self.on_account.setVisible(rest and not self._kind().falls_due)
        self.let_go.setVisible(bool(left) and self.amount.money() is not None)
        if left is None or self.amount.money() is None:
            self.difference.say(Tone.NEUTRAL, self.tr("Enter the amount received."))
        elif not left:
            self.difference.say(Tone.GOOD, self.tr("The documents make up the amount."))
        elif left.amount > 0:
            self.difference.say(
                Tone.WARNING,
                self.tr("Left to lay on documents: {amount}").format(amount=formats.money(left)),
            )
        else:
            self.difference.say(
                Tone.WARNING,
                self.tr("Chosen beyond the amount: {amount}").format(amount=formats.money(-left)),
            )


class CorrectionForm(FormDialog):
    """Puts right what is written on a receipt in hand.

    Args:
        services: what the window offers.
        row: the receipt.
        today: the business date.
    """

    def __init__(
        self, services: WindowServices, row: PaperRow, *, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Correct a receipt"))
        self.accept_button.setText(self.tr("Save"))
        self._paper_id: UUID = row.id
        self.number, self.drawer, self.bank = _text(self), _text(self), _text(self)
        self.number.setText(row.number)
        self.drawer.setText(row.drawer)
        self.bank.setText(row.bank)
        self.due_on = DateEdit(services.formats, today=today, parent=self)
        self.due_on.set_date(row.due_on)
        form = QFormLayout()
        form.addRow(self.tr("&Number"), self.number)
        form.addRow(self.tr("&Bank"), self.bank)
        form.addRow(self.tr("&Drawer"), self.drawer)
        form.addRow(self.tr("Due &on"), self.due_on)
        form.setRowVisible(self.due_on, row.kind.falls_due)
        hint = QLabel(
            self.tr("To change the amount, the day or the customer, take the receipt back."), self
        )
        hint.setWordWrap(True)
        self.body.addLayout(form)
        self.body.addWidget(hint)
        self.watch_fields({"number": self.number})
        self.number.setFocus()

    def command(self) -> CorrectPaper:
        """What is asked for."""
        return CorrectPaper(
            paper_id=self._paper_id,
            number=self.number.text(),
            drawer=self.drawer.text(),
            bank=self.bank.text(),
            due_on=self.due_on.date(),
        )


def suggested(items: Sequence[OpenItem], amount: Money) -> dict[Any, Money]:
    """What an amount most likely pays: the one document of it, all, or those due first."""
    exact = [item for item in items if item.open == amount]
    if len(exact) == 1:
        return {exact[0].id: amount}
    whole = Money.zero(amount.currency)
    for item in items:
        whole += item.open
    if whole == amount:
        return {item.id: item.open for item in items}
    chosen, left = {}, amount
    for item in items:
        if not left:
            break
        if item.open.amount > 0:
            chosen[item.id] = min(item.open, left)
            left -= chosen[item.id]
    return chosen


def _text(parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent)
    field.setMaxLength(_LONGEST)
    return field
