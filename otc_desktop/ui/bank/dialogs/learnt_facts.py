"""What matching has learnt of payers."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from otc_desktop.application.receivables.learnt_facts import LearntFactRow
from otc_desktop.ui.bank.learnt import LearntFacts
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH, _HEIGHT = 820, 420


class LearntFactsDialog(FormDialog):
    """Lists what confirmations taught, the latest first, and forgets it.

    Args:
        learnt: what is asked of the program.
    """

    def __init__(self, learnt: LearntFacts, *, parent: QWidget | None = None) -> None:
        super().__init__(learnt.services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("What matching has learnt"))
        self.accept_button.hide()
        self.cancel_button.setText(self.tr("Close"))
        self._learnt = learnt
        self._rows: Sequence[LearntFactRow] = ()
        self.table = QTableWidget(0, 4, self)
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Customer"),
                self.tr("Learnt"),
                self.tr("Confirmed / corrected"),
                self.tr("Believed"),
            ]
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.itemSelectionChanged.connect(self._draw)
        self.hint = QLabel(self)
        self.hint.setProperty("muted", True)
        self.hint.setWordWrap(True)
        self.remove = QPushButton(self.tr("&Forget"), self)
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._forget)
        self.buttons.insertWidget(0, self.remove)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.table, 1)
        self.resize(_WIDTH, _HEIGHT)
        learnt.facts_read.connect(self._show)
        learnt.read_facts()
        self._draw()

    def _show(self, rows: Sequence[LearntFactRow]) -> None:
        self._rows = rows
        self.table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, text in enumerate(self._cells(row)):
                self.table.setItem(place, column, QTableWidgetItem(text))
        if rows:
            self.table.selectRow(0)
        self._draw()

    def _cells(self, row: LearntFactRow) -> tuple[str, ...]:
        return (
            f"{row.customer_code} · {row.customer_name}",
            self._learnt.fact_text(row),
            f"{row.fact.confirmed} / {row.fact.contradicted}",
            self.tr("yes") if row.fact.holds else self.tr("no, corrected since"),
        )

    def _draw(self) -> None:
        self.remove.setEnabled(bool(self.table.selectionModel().selectedRows()))
        self.hint.setText(
            self.tr(
                "Learnt from what you accepted on the desk, for this company only. What is "
                "forgotten is learnt again when you confirm it again."
            )
            if self._rows
            else self.tr(
                "Nothing yet: accept a proposal or tick documents for a line, and the program "
                "remembers who pays from which account and under which name."
            )
        )

    def _forget(self) -> None:
        chosen = self.table.selectionModel().selectedRows()
        if chosen:
            self._learnt.forget(self._rows[chosen[0].row()].fact.id)
