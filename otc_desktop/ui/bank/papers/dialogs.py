"""Dialogs about receipts: to the bank, back unpaid, and the bank line of a slip."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.receivables.deposit_slips import RemitPapers
from otc_desktop.application.receivables.paper_queries import PaperRow
from otc_desktop.application.receivables.return_paper import ReturnPaper
from otc_desktop.domain.banking.statement import BankAccount
from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.matching.slips import SlipMatch
from otc_desktop.domain.receivables.paper_receipt import Remittance
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import total
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import MARGIN, SPACING
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog

Words = Callable[[str, str], str]
_WIDTH = 460
_MATCH_WIDTH = 680


class RemitDialog(FormDialog):
    """Asks to which account receipts go, and what the bank is asked for.

    Args:
        services: what the window offers.
        rows: the receipts, of one kind.
        accounts: the bank accounts, the company's own first.
        word: kinds in words.
    """

    def __init__(
        self,
        services: WindowServices,
        rows: Sequence[PaperRow],
        accounts: Sequence[BankAccount],
        word: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Deposit slip"))
        self.accept_button.setText(self.tr("Make and open the slip"))
        self._ids = tuple(row.id for row in rows)
        amount = services.formats.money(total((row.amount for row in rows), EUR))
        kinds = ", ".join(sorted({word("paper", row.kind.value) for row in rows}))
        said = QLabel(
            self.tr("{count} × {kind}, {amount} in all").format(
                count=len(rows), kind=kinds, amount=amount
            ),
            self,
        )
        self.account = QComboBox(self)
        for each in accounts:
            self.account.addItem(each.number, each.number)
        self.remittance = QComboBox(self)
        for remittance in Remittance:
            self.remittance.addItem(word("remittance", remittance.value), remittance.value)
        form = QFormLayout()
        form.addRow(self.tr("&Account to credit"), self.account)
        form.addRow(self.tr("&Remittance"), self.remittance)
        form.setRowVisible(self.account, bool(accounts))
        form.setRowVisible(self.remittance, all(row.kind.falls_due for row in rows))
        self.body.addWidget(said)
        self.body.addLayout(form)
        self.watch_fields({"account": self.account})
        self.setMinimumWidth(_WIDTH)
        self.accept_button.setFocus()

    def command(self) -> RemitPapers:
        """What is asked for."""
        return RemitPapers(
            paper_ids=self._ids,
            account=self.account.currentData() or "",
            remittance=Remittance(self.remittance.currentData()),
        )


class ReturnDialog(FormDialog):
    """Asks why a receipt came back, when, and by which bank line.

    Args:
        services: what the window offers.
        row: the receipt.
        lines: bank lines that may be its debit, the likeliest first.
        today: the business date.
    """

    def __init__(
        self,
        services: WindowServices,
        row: PaperRow,
        lines: Sequence[BankTransaction],
        *,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Returned unpaid"))
        self.accept_button.setText(self.tr("Record the return"))
        self._row, self._lines = row, list(lines)
        formats = services.formats
        said = QLabel(
            self.tr("No. {number} of {customer}, {amount}: its documents are open again.").format(
                number=row.number or "–",
                customer=row.customer_name,
                amount=formats.money(row.amount),
            ),
            self,
        )
        said.setWordWrap(True)
        self.reason = QComboBox(self)
        self.reason.setEditable(True)
        self.reason.addItems(
            [
                self.tr("Insufficient funds"),
                self.tr("Account closed"),
                self.tr("Payment stopped (loss or theft)"),
                self.tr("Signature differs"),
                self.tr("Drawee's claim"),
            ]
        )
        self.reason.setCurrentText(row.return_reason)
        self.on = DateEdit(formats, today=today, parent=self)
        self.on.set_date(row.returned_on or today)
        self.line = QComboBox(self)
        self.line.addItem(self.tr("not on a statement yet"), None)
        for line in self._lines:
            day, amount = formats.date(line.booked_on), formats.money(line.unallocated)
            self.line.addItem(f"{day} · {amount} · {line.label}", line.id)
        if self._lines:
            self.line.setCurrentIndex(1)
        form = QFormLayout()
        form.addRow(self.tr("&Reason"), self.reason)
        form.addRow(self.tr("&Day"), self.on)
        form.addRow(self.tr("&Bank line"), self.line)
        self.body.addWidget(said)
        self.body.addLayout(form)
        self.setMinimumWidth(_WIDTH)
        self.reason.setFocus()

    def command(self) -> ReturnPaper:
        """What is asked for."""
        return ReturnPaper(
            paper_id=self._row.id,
            reason=self.reason.currentText(),
            on=self.on.date(),
            transaction_id=self.line.currentData(),
        )


class SlipMatchDialog(QDialog):
    """Bank lines proposed for waiting slips, with the reasons; Enter books the selected one.

    Args:
        services: what the window offers.
        found: the proposals, the best first.
        reasons_of: why, in words.

    Signals:
        chosen (SlipMatch): to be booked.
    """

    chosen = Signal(object)

    def __init__(
        self,
        services: WindowServices,
        found: Sequence[SlipMatch],
        reasons_of: Callable[[SlipMatch], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Bank lines of slips"))
        self._found = list(found)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        formats = services.formats
        for each in self._found:
            line = each.transaction
            text = self.tr("{slip} of {total} → {date}, {amount}, {label}").format(
                slip=each.slip.number,
                total=formats.money(each.slip.total),
                date=formats.date(line.booked_on),
                amount=formats.money(line.unallocated),
                label=line.label,
            )
            QListWidgetItem(f"{text}\n{reasons_of(each)}", self.list)
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox(self)
        self.accept_button = buttons.addButton(
            self.tr("Book this line"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.accept_button.setDefault(True)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        self.list.itemActivated.connect(lambda _item: self._choose())
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.resize(_MATCH_WIDTH, 360)

    def _choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            self.accept()
            self.chosen.emit(self._found[row])
