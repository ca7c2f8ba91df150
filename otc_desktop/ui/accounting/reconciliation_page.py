"""The bank reconciliation statement of any day, with its proof."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import NAMESPACE_OID, UUID, uuid5

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from otc_desktop.application.banking.queries import AccountRow
from otc_desktop.application.banking.reconciliation import (
    ExportReconciliation,
    ReadReconciliation,
    export_reconciliation,
    read_reconciliation,
)
from otc_desktop.domain.banking.reconciliation import (
    BankReconciliation,
    ReconciledKind,
    ReconciledLine,
)
from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.accounting.presenter import AccountingPresenter
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.short_list import ShortList
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.file_choice import ask_where_to_save
from otc_desktop.ui.widgets.tone_label import ToneLabel

_TONES = {
    ReconciledKind.NOT_BOOKED: Tone.INFO,
    ReconciledKind.MISSING: Tone.BAD,
    ReconciledKind.NOT_AT_BANK: Tone.WARNING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    id: UUID
    on: date
    kind: ReconciledKind
    label: str
    amount: Money


class ReconciliationPage(QWidget):
    """From the bank's balance down to the ledger's, on any date."""

    def __init__(self, presenter: AccountingPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        services = presenter.services
        self._found: BankReconciliation | None = None
        self._rows = ShortList[_Row](lambda row: row.label)
        self.account = QComboBox(self)
        self.account.setMinimumWidth(320)
        self.date_field = DateEdit(services.formats, today=presenter.program.today(), parent=self)
        self.date_field.setMaximumWidth(160)
        self.date_field.set_date(presenter.program.today())
        self.verdict = ToneLabel(self)
        self.bar = ActionBar(self)
        self.save = self.bar.add(
            self.tr("Save as PDF or XLSX…"),
            self._ask_where,
            shortcut="Ctrl+S",
            tip=self.tr("Write the statement to a file"),
        )
        self.save.setEnabled(False)
        self.list: ListView[_Row] = ListView(
            services,
            self._rows,
            self._columns(),
            name="accounting.reconciliation",
            empty=EmptyState(
                title=self.tr("No bank account yet"),
                hint=self.tr("Import a bank statement in the Bank tab."),
            ),
            parent=self,
        )
        account_label = QLabel(self.tr("&Bank account"), self)
        account_label.setBuddy(self.account)
        day_label = QLabel(self.tr("as it stood &on"), self)
        day_label.setBuddy(self.date_field)
        top = QHBoxLayout()
        for widget in (account_label, self.account, day_label, self.date_field):
            top.addWidget(widget)
        top.addWidget(self.bar)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(top)
        column.addWidget(self.verdict)
        column.addWidget(self.list, 1)
        self.account.activated.connect(lambda _place: self._read())
        self.date_field.date_changed.connect(lambda _day: self._read())

    def reload(self) -> None:
        """Read accounts and statement again."""
        lines = self._presenter.program.queries.bank_transactions

        def show(accounts: list[AccountRow]) -> None:
            chosen = self.account.currentData()
            self.account.clear()
            for each in accounts:
                self.account.addItem(f"{each.number} ({each.currency})", each.number)
            self.account.setCurrentIndex(max(self.account.findData(chosen), 0))
            if accounts:
                self._read()

        self._presenter.ask(lambda: list(lines.accounts()), on_done=show)

    def _read(self) -> None:
        day = self.date_field.date()
        if day is not None and self.account.count():
            command = ReadReconciliation(account=str(self.account.currentData()), on=day)
            self._presenter.read(read_reconciliation, command, on_done=self._show)

    def _show(self, found: BankReconciliation) -> None:
        self._found = found
        self.save.setEnabled(True)
        self._rows.show([_row(place, line) for place, line in enumerate(found.lines())])
        self.list.reload()
        formats = self._presenter.services.formats
        if found.missing:
            text = self.tr(
                "Movements of {amount} are missing between the statements imported: ask the bank "
                "for them."
            )
            self.verdict.say(Tone.BAD, text.format(amount=formats.money(found.missing)))
        else:
            self.verdict.say(
                Tone.GOOD, self.tr("The lines explain the whole gap between bank and books.")
            )

    def _ask_where(self) -> None:
        found = self._found
        if found is None:
            return
        name = f"rapprochement-{found.ledger_account}-{found.on.isoformat()}.pdf"
        ask_where_to_save(
            self,
            self.tr("Save the reconciliation statement"),
            self.tr("PDF (*.pdf);;Excel (*.xlsx);;CSV (*.csv)"),
            name,
            lambda path: self._write(found, path),
        )

    def _write(self, found: BankReconciliation, path: Path) -> None:
        services = self._presenter.services
        command = ExportReconciliation(
            account=found.accounts[0],
            on=found.on,
            path=path,
            language=services.formats.language.value,
        )

        self._presenter.read(
            export_reconciliation,
            command,
            on_done=lambda _found: services.notices.done(
                self.tr("Statement saved"), str(path.name)
            ),
        )

    def _columns(self) -> tuple[Column, ...]:
        translate = QCoreApplication.translate

        def kind(row: _Row) -> StatusMark:
            word = self._presenter.word("reconciled", row.kind.value)
            return StatusMark(_TONES.get(row.kind, Tone.NEUTRAL), word)

        return (
            Column(
                name="on",
                title=translate("AccountingColumns", "Date"),
                kind=ColumnKind.DATE,
                width=100,
            ),
            Column(
                name="kind",
                title=translate("AccountingColumns", "What it is"),
                kind=ColumnKind.STATUS,
                width=330,
                value=kind,
            ),
            Column(name="label", title=translate("AccountingColumns", "Label"), width=460),
            Column(
                name="amount",
                title=translate("AccountingColumns", "Amount"),
                kind=ColumnKind.MONEY,
                width=140,
            ),
        )


def _row(place: int, line: ReconciledLine) -> _Row:
    return _Row(
        id=uuid5(NAMESPACE_OID, str(place)),
        on=line.on,
        kind=line.kind,
        label=line.label,
        amount=line.amount,
    )
