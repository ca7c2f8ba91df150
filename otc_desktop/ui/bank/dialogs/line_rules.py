"""The rules by which bank lines go to ledger accounts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from otc_desktop.domain.banking.line_rule import Direction, LineRule
from otc_desktop.ui.bank.postings import BankPostings
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH, _HEIGHT = 820, 420


class LineRulesDialog(FormDialog):
    """Lists the rules in the order in which they are tried, applies and removes them.

    Args:
        postings: what is asked of the program.
    """

    def __init__(self, postings: BankPostings, *, parent: QWidget | None = None) -> None:
        super().__init__(postings.services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Rules for bank lines"))
        self.accept_button.setText(self.tr("Apply to the lines that wait"))
        self.cancel_button.setText(self.tr("Close"))
        self._postings = postings
        self._rules: list[LineRule] = []
        self.table = QTableWidget(0, 5, self)
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Contains"),
                self.tr("Money"),
                self.tr("Amount"),
                self.tr("Account"),
                self.tr("Posts by itself"),
            ]
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.itemSelectionChanged.connect(self._draw)
        self.hint = QLabel(self)
        self.hint.setProperty("muted", True)
        self.hint.setWordWrap(True)
        self.remove = QPushButton(self.tr("&Remove the rule"), self)
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._remove)
        self.buttons.insertWidget(0, self.remove)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.table, 1)
        self.resize(_WIDTH, _HEIGHT)
        postings.rules_read.connect(self._show)
        postings.read_rules()
        self._draw()

    def _show(self, rules: list[LineRule]) -> None:
        self._rules = rules
        self.table.setRowCount(len(rules))
        for place, rule in enumerate(rules):
            for column, text in enumerate(self._cells(rule)):
                self.table.setItem(place, column, QTableWidgetItem(text))
        if rules:
            self.table.selectRow(0)
        self._draw()

    def _cells(self, rule: LineRule) -> tuple[str, ...]:
        money = {
            Direction.IN: self.tr("in"),
            Direction.OUT: self.tr("out"),
            Direction.EITHER: self.tr("in and out"),
        }[rule.direction]
        number = self.services.formats.number
        bounds = [
            pattern.format(amount=number(amount))
            for pattern, amount in (
                (self.tr("from {amount}"), rule.lowest),
                (self.tr("up to {amount}"), rule.highest),
            )
            if amount is not None
        ]
        return (
            rule.contains,
            money,
            " ".join(bounds) or self.tr("any"),
            rule.ledger_account,
            self.tr("yes") if rule.automatic else self.tr("proposes only"),
        )

    def _draw(self) -> None:
        self.accept_button.setEnabled(bool(self._rules))
        self.remove.setEnabled(bool(self.table.selectionModel().selectedRows()))
        self.hint.setText(
            self.tr("The first rule that fits a line decides. What was posted can be undone.")
            if self._rules
            else self.tr(
                "No rule yet: post a line to a ledger account and tick «From now on, for every "
                "line that contains»."
            )
        )

    def _remove(self) -> None:
        chosen = self.table.selectionModel().selectedRows()
        if chosen:
            self._postings.remove(self._rules[chosen[0].row()].id)
