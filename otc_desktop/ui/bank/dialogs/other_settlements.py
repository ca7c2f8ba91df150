"""On account, refund, return, and a credit laid on invoices: each asks for what it needs."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from otc_desktop.application.banking.queries import AllocationRow, TransactionRow
from otc_desktop.application.receivables.allocate_receipt import AllocateReceipt
from otc_desktop.application.receivables.lay_credit import LayCredit
from otc_desktop.application.receivables.put_on_account import PutOnAccount
from otc_desktop.application.receivables.queries import OpenItemRow
from otc_desktop.application.receivables.return_receipt import ReturnReceipt
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.ids import AllocationId, BankTransactionId
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.ui.bank.settlements import OtherSettlements
from otc_desktop.ui.kernel.formats import parse_money
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.money_edit import MoneyEdit
from otc_desktop.ui.widgets.picker import Picker
from otc_desktop.ui.widgets.tone_label import ToneLabel

_WIDTH = 560
_NUMBER, _DUE, _OPEN, _AMOUNT = range(4)


class _Settlement(FormDialog):
    """What the four have in common: a heading, fields, and refusals at their fields."""

    def __init__(self, settlements: OtherSettlements, heading: str, parent: QWidget | None) -> None:
        super().__init__(settlements.services, title="", accept_text="", parent=parent)
        self.settlements = settlements
        self.formats = settlements.services.formats
        self.fields = QFormLayout()
        label = QLabel(heading, self)
        label.setProperty("heading", True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setVisible(bool(heading))
        self.body.addWidget(label)
        self.body.addLayout(self.fields)
        self.setMinimumWidth(_WIDTH)

    def refused(self, refusal: OtcError) -> None:
        """Say what the program refuses."""
        sentence = self.settlements.sentence
        self.refuse([(fault.where or "", sentence(fault)) for fault in faults_of(refusal)])

    def credit_picker(self) -> Picker[OpenItemRow]:
        """Searches credit notes and money on account that are open."""
        money = self.formats.money
        return Picker(
            self.settlements.services,
            self.settlements.program.queries.open_items,
            describe=lambda row: f"{row.number} · {money(-row.open)}",
            filters={"credits": True},
            parent=self,
        )


def _heading(row: TransactionRow, money: str) -> str:
    return f"{money} · {row.counterparty or row.label}"


class OnAccountDialog(_Settlement):
    """Whose money a receipt is."""

    def __init__(
        self, settlements: OtherSettlements, row: TransactionRow, parent: QWidget | None = None
    ) -> None:
        money = settlements.services.formats.money(row.unallocated)
        super().__init__(settlements, _heading(row, money), parent)
        self.setWindowTitle(self.tr("Keep on a customer's account"))
        self.accept_button.setText(self.tr("Keep on account"))
        self._row = row
        self.customer: Picker[Any] = Picker(
            settlements.services,
            settlements.program.queries.customers,
            describe=lambda each: f"{each.code} · {each.name}",
            parent=self,
        )
        self.amount = MoneyEdit(self.formats, currency=row.amount.currency, parent=self)
        self.amount.set_money(row.unallocated)
        self.fields.addRow(self.tr("&Customer"), self.customer)
        self.fields.addRow(self.tr("A&mount"), self.amount)
        hint = QLabel(
            self.tr("It stays open like a credit note, to be laid on invoices later."), self
        )
        hint.setProperty("muted", True)
        self.body.addWidget(hint)
        self.watch_fields({"customer": self.customer, "amount": self.amount})
        self.submitted.connect(self._put)
        self.customer.setFocus()

    def _put(self) -> None:
        chosen = self.customer.row()
        command = PutOnAccount(
            transaction_id=BankTransactionId(self._row.id),
            customer=self.customer.text().strip() if chosen is None else chosen.code,
            amount=self.amount.money(),
        )
        self.settlements.put_on_account(command, on_done=self.accept, on_error=self.refused)


class RefundDialog(_Settlement):
    """Which credit a debit of the bank pays back."""

    def __init__(
        self, settlements: OtherSettlements, row: TransactionRow, parent: QWidget | None = None
    ) -> None:
        money = settlements.services.formats.money(row.unallocated)
        super().__init__(settlements, _heading(row, money), parent)
        self.setWindowTitle(self.tr("Refund to a customer"))
        self.accept_button.setText(self.tr("Refund"))
        self._row = row
        self.credit = self.credit_picker()
        self.amount = MoneyEdit(self.formats, currency=row.amount.currency, parent=self)
        self.amount.set_money(-row.unallocated)
        self.fields.addRow(self.tr("C&redit note or money on account"), self.credit)
        self.fields.addRow(self.tr("A&mount"), self.amount)
        self.watch_fields({"number": self.credit, "amount": self.amount})
        self.submitted.connect(self._refund)
        self.credit.setFocus()

    def _refund(self) -> None:
        chosen = self.credit.row()
        number = self.credit.text().strip() if chosen is None else chosen.number
        amount = self.amount.money() or -self._row.unallocated
        command = AllocateReceipt(
            transaction_id=BankTransactionId(self._row.id), parts=((number, -amount),)
        )
        self.settlements.refund(command, on_done=self.accept, on_error=self.refused)


class ReturnDialog(_Settlement):
    """Which payment a debit of the bank takes back."""

    def __init__(
        self, settlements: OtherSettlements, row: TransactionRow, parent: QWidget | None = None
    ) -> None:
        money = settlements.services.formats.money(row.unallocated)
        super().__init__(settlements, _heading(row, money), parent)
        self.setWindowTitle(self.tr("Payment returned by the bank"))
        self.accept_button.setText(self.tr("Reopen the invoices"))
        self._row = row
        self.receipt: Picker[TransactionRow] = Picker(
            settlements.services,
            settlements.program.queries.bank_transactions,
            describe=lambda each: (
                f"{self.formats.date(each.booked_on)} · {self.formats.money(each.amount)} · "
                f"{each.counterparty or each.label}"
            ),
            filters={"status": "matched"},
            parent=self,
        )
        self.allocation = QComboBox(self)
        self.fee = MoneyEdit(self.formats, currency=row.amount.currency, parent=self)
        self.reason = QLineEdit(row.return_reason, self)
        self.fields.addRow(self.tr("&Payment returned"), self.receipt)
        self.fields.addRow(self.tr("&Settled"), self.allocation)
        self.fields.addRow(self.tr("Bank's &fee in this debit"), self.fee)
        self.fields.addRow(self.tr("&Reason"), self.reason)
        self.watch_fields({"amount": self.fee})
        self.receipt.picked.connect(self._on_picked)
        self.submitted.connect(self._return)
        self.accept_button.setEnabled(False)
        self.receipt.setFocus()

    def _on_picked(self, receipt: TransactionRow | None) -> None:
        if receipt is None:
            self._show(())
        else:
            self.settlements.standing(receipt, self._show)

    def _show(self, standing: Sequence[AllocationRow]) -> None:
        self.allocation.clear()
        for row in standing:
            numbers = ", ".join(number for number, _ in row.parts)
            self.allocation.addItem(numbers, row.id)
        self.accept_button.setEnabled(bool(standing))
        if standing:
            currency = self._row.amount.currency
            received = total((amount for _, amount in standing[0].parts), currency)
            fee = -self._row.unallocated - (received - standing[0].difference.amount)
            self.fee.set_money(fee if fee.amount > 0 else None)

    def _return(self) -> None:
        command = ReturnReceipt(
            allocation_id=AllocationId(self.allocation.currentData()),
            transaction_id=BankTransactionId(self._row.id),
            fee=self.fee.money(),
            reason=self.reason.text().strip(),
        )
        self.settlements.send_back(command, on_done=self.accept, on_error=self.refused)


class LayCreditDialog(_Settlement):
    """A credit, and how much of it goes to each open invoice of the same customer."""

    def __init__(self, settlements: OtherSettlements, parent: QWidget | None = None) -> None:
        super().__init__(settlements, "", parent)
        self.setWindowTitle(self.tr("Lay a credit on invoices"))
        self.accept_button.setText(self.tr("Lay"))
        self._credit: OpenItemRow | None = None
        self._claims: Sequence[OpenItemRow] = ()
        self.credit = self.credit_picker()
        self.fields.addRow(self.tr("C&redit note or money on account"), self.credit)
        self.table = QTableWidget(0, 4, self)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Invoice"), self.tr("Due on"), self.tr("Open"), self.tr("To settle")]
        )
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.left = ToneLabel(self)
        self.left.say(Tone.INFO, self.tr("Choose a credit: the oldest invoices are proposed."))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.left)
        self.watch_fields({"number": self.credit})
        self.resize(_WIDTH, _WIDTH * 3 // 4)
        self.credit.picked.connect(self._on_picked)
        self.table.itemChanged.connect(lambda _item: self._draw_left())
        self.submitted.connect(self._lay)
        self.credit.setFocus()

    def amounts(self) -> list[tuple[str, Money]]:
        """What goes to each invoice; cells that are empty or unreadable are left out."""
        found = []
        for place, claim in enumerate(self._claims):
            amount = self._amount(place, claim)
            if amount is not None and amount.amount > 0:
                found.append((claim.number, amount))
        return found

    def _amount(self, place: int, claim: OpenItemRow) -> Money | None:
        item = self.table.item(place, _AMOUNT)
        text = "" if item is None else item.text().strip()
        try:
            return parse_money(text, claim.open.currency) if text else None
        except OtcError:
            return None

    def _on_picked(self, credit: OpenItemRow | None) -> None:
        self._credit = credit
        if credit is None:
            self._show(())
        else:
            self.settlements.claims_of(credit.customer_id, self._show)

    def _show(self, claims: Sequence[OpenItemRow]) -> None:
        self._claims = claims
        left = Money.zero(claims[0].open.currency) if claims else None
        if self._credit is not None and left is not None:
            left = -self._credit.open
        self.table.blockSignals(True)
        self.table.setRowCount(len(claims))
        for place, claim in enumerate(claims):
            laid = min(claim.open, left) if left is not None else None
            if left is not None and laid is not None:
                left -= laid
            texts = (
                claim.number,
                self.formats.date(claim.due_on),
                self.formats.amount(claim.open),
                self.formats.amount(laid) if laid is not None and laid else "",
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column in (_OPEN, _AMOUNT):
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                if column != _AMOUNT:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self.table.setItem(place, column, item)
        self.table.blockSignals(False)
        self._draw_left()

    def _draw_left(self) -> None:
        if self._credit is None:
            return
        laid = total((amount for _, amount in self.amounts()), self._credit.open.currency)
        left = -self._credit.open - laid
        text = self.tr("Laid {laid}     Left of the credit {left}").format(
            laid=self.formats.money(laid), left=self.formats.money(left)
        )
        self.left.say(Tone.BAD if left.amount < 0 else Tone.INFO, text)

    def _lay(self) -> None:
        number = self.credit.text().strip() if self._credit is None else self._credit.number
        command = LayCredit(number=number, parts=tuple(self.amounts()))
        self.settlements.lay(command, on_done=self.accept, on_error=self.refused)
