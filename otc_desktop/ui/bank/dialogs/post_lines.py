"""To which ledger account lines go, and whether like ones follow."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from otc_desktop.application.banking.line_rules import SaveLineRule
from otc_desktop.application.banking.post_lines import PostBankLines
from otc_desktop.application.banking.queries import TransactionRow
from otc_desktop.domain.banking.line_rule import Direction
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.money_edit import MoneyEdit

_WORDS_KEPT = 3
_FIELD_WIDTH = 380


class PostLinesDialog(FormDialog):
    """Asks for an account, of a single line for an amount too, and offers to keep a rule.

    Args:
        services: what the window offers.
        rows: the lines, at least one.
    """

    def __init__(
        self,
        services: WindowServices,
        rows: Sequence[TransactionRow],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Post to a ledger account"))
        self.accept_button.setText(self.tr("Post"))
        self._rows = rows
        self.account = QComboBox(self)
        self.account.setEditable(True)
        for number, name in self._usual_accounts():
            self.account.addItem(f"{number} {name}", number)
        self.account.setCurrentText("")
        self.account.setMinimumWidth(_FIELD_WIDTH)
        self.amount = MoneyEdit(services.formats, currency=rows[0].amount.currency, parent=self)
        self.amount.set_money(rows[0].unallocated)
        self.always = QCheckBox(self.tr("&From now on, for every line that contains"), self)
        self.words = QLineEdit(_recurring_words(rows[0]), self)
        self.words.setEnabled(False)
        self.always.toggled.connect(self.words.setEnabled)
        fields = QFormLayout()
        fields.addRow(self.tr("Ledger &account"), self.account)
        if len(rows) == 1:
            fields.addRow(self.tr("A&mount"), self.amount)
        else:
            self.amount.hide()
        fields.addRow(self.always)
        fields.addRow("", self.words)
        hint = QLabel(self._hint(), self)
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        hint.setTextFormat(Qt.TextFormat.PlainText)
        self.body.addWidget(hint)
        self.body.addLayout(fields)
        self.watch_fields(
            {
                "ledger_account": self.account,
                "amount": self.amount,
                "contains": self.words,
                "name": self.words,
            }
        )
        self.account.setFocus()

    def command(self) -> PostBankLines | None:
        """What to post; None while an amount is not understood, which is then said."""
        amount = None
        if len(self._rows) == 1:
            amount = self.amount.money()
            if amount is None:
                self.refuse([("amount", self.tr("Enter the amount to post."))])
                return None
        return PostBankLines(
            transaction_ids=tuple(row.id for row in self._rows),
            ledger_account=self._account(),
            amount=amount,
        )

    def rule(self) -> SaveLineRule | None:
        """The rule to keep, if one is wished."""
        if not self.always.isChecked():
            return None
        words = self.words.text().strip()
        into = self._rows[0].amount.amount > 0
        return SaveLineRule(
            name=words,
            contains=words,
            ledger_account=self._account(),
            direction=Direction.IN if into else Direction.OUT,
        )

    def _account(self) -> str:
        typed = self.account.currentText().strip()
        return typed.partition(" ")[0]

    def _hint(self) -> str:
        if len(self._rows) == 1:
            return self._rows[0].label
        return self.tr("{count} lines, each whole").format(count=len(self._rows))

    def _usual_accounts(self) -> Sequence[tuple[str, str]]:
        return (
            ("627000", self.tr("Bank charges")),
            ("401000", self.tr("Suppliers")),
            ("580000", self.tr("Internal transfers")),
            ("421000", self.tr("Salaries")),
            ("431000", self.tr("Social charges")),
            ("445510", self.tr("VAT to pay")),
            ("661000", self.tr("Interest")),
            ("471000", self.tr("Waiting to be clarified")),
        )


def _recurring_words(row: TransactionRow) -> str:
    """The first words of a line that are likely to come back: those without a digit."""
    words = [word for word in re.findall(r"\w+", row.label) if not any(map(str.isdigit, word))]
    return " ".join(words[:_WORDS_KEPT])
