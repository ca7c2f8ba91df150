"""The buttons and keys of the reconciliation desk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from otc_desktop.application.banking.queries import TransactionRow
from otc_desktop.domain.banking.transaction import TransactionStatus
from otc_desktop.ui.bank.importing import StatementImport
from otc_desktop.ui.widgets.action_bar import ActionBar

_WAITING = frozenset({TransactionStatus.OPEN, TransactionStatus.PARTIAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskCommands:
    """What the desk's buttons and keys do."""

    accept: Callable[[], None]
    accept_sure: Callable[[], None]
    ask_for_account: Callable[[], None]
    show_rules: Callable[[], None]
    show_learnt: Callable[[], None]
    put_on_account: Callable[[], None]
    refund: Callable[[], None]
    send_back: Callable[[], None]
    lay_credit: Callable[[], None]
    ignore: Callable[[], None]
    take_back: Callable[[], None]
    undo_last: Callable[[], None]


class DeskActions(ActionBar):
    """What can be done with the lines selected, each with its key.

    Args:
        page: the page whose keys these are.
        importing: takes statements in.
        commands: what the rest does.

    Attributes:
        sure: accepts every proposal that leaves no doubt.
        post: posts the lines selected to a ledger account.
        accept: settles the line on show as ticked.
        on_account: keeps the line as a customer's money.
        refund: settles a credit by the line.
        send_back: reopens what a payment had settled that the line takes back.
    """

    def __init__(self, page: QWidget, importing: StatementImport, commands: DeskCommands) -> None:
        super().__init__(page)
        self.add(
            self.tr("Import statements…"),
            importing.ask_for_files,
            shortcut="Ctrl+I",
            tip=self.tr("Take in statement files of the bank; they may also be dropped here"),
        )
        self._add_other_imports(page, importing)
        self.sure = self.add(
            self.tr("Accept all ≥ 95 %"),
            commands.accept_sure,
            shortcut="Ctrl+Shift+Return",
            tip=self.tr("Post every proposal that leaves no doubt"),
        )
        self.post = self.add(
            self.tr("Post…"),
            commands.ask_for_account,
            shortcut="Ctrl+L",
            tip=self.tr("Post the selected lines to a ledger account"),
        )
        self._add_other_settlements(page, commands)
        self.add(
            self.tr("Rules…"),
            commands.show_rules,
            tip=self.tr("Which lines go to which ledger account by themselves"),
        )
        self.add(
            self.tr("Learnt…"),
            commands.show_learnt,
            tip=self.tr("What your confirmations taught about who pays how"),
        )
        self._ignore = self.add(self.tr("Set aside…"), commands.ignore, shortcut="Ctrl+M")
        self._take_back = self.add(
            self.tr("Take back"), commands.take_back, shortcut="Ctrl+Shift+M"
        )
        undo = QAction(self.tr("Undo the allocation"), page)
        undo.setShortcut("Ctrl+Z")
        undo.triggered.connect(commands.undo_last)
        self.accept = QAction(self.tr("Accept and next"), page)
        self.accept.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.accept.triggered.connect(commands.accept)
        page.addActions([undo, self.accept])

    def follow(self, rows: Sequence[TransactionRow]) -> None:
        """Offer only what can be done with these lines."""
        statuses = {row.status for row in rows}
        waits = len(rows) == 1 and statuses <= _WAITING
        money_in = waits and rows[0].amount.amount > 0
        self.on_account.setEnabled(money_in)
        for action in (self.refund, self.send_back):
            action.setEnabled(waits and not money_in)
        self._ignore.setEnabled(bool(rows) and statuses <= _WAITING)
        self.post.setEnabled(self._ignore.isEnabled())
        self._take_back.setEnabled(statuses == {TransactionStatus.IGNORED})

    def _add_other_settlements(self, page: QWidget, commands: DeskCommands) -> None:
        menu = QMenu(self)

        def offer(text: str, run: Callable[[], None], key: str) -> QAction:
            action = menu.addAction(text, run)
            action.setShortcut(QKeySequence(key))
            page.addAction(action)
            return action

        self.on_account = offer(
            self.tr("Keep on a customer's account…"), commands.put_on_account, "Ctrl+Shift+K"
        )
        self.refund = offer(self.tr("Refund to a customer…"), commands.refund, "Ctrl+Shift+B")
        self.send_back = offer(
            self.tr("Payment returned by the bank…"), commands.send_back, "Ctrl+Shift+J"
        )
        offer(self.tr("Lay a credit on invoices…"), commands.lay_credit, "Ctrl+Shift+L")
        other = self.add(
            self.tr("Other settlements"),
            lambda: None,
            tip=self.tr("On account, refunds, payments returned, credits laid on invoices"),
        )
        self.button(other).setMenu(menu)

    def _add_other_imports(self, page: QWidget, importing: StatementImport) -> None:
        menu = QMenu(self)
        for text, run, key in (
            (self.tr("Read a table with the assistant…"), importing.ask_for_table, "Ctrl+Shift+I"),
            (self.tr("Bank tables remembered…"), importing.show_mappings, ""),
            (self.tr("Take in the watched folder"), importing.take_in_folder, ""),
            (self.tr("Watched folder…"), importing.show_folder, ""),
        ):
            action = menu.addAction(text, run)
            action.setShortcut(QKeySequence(key))
            page.addAction(action)
        other = self.add(
            self.tr("Other imports"),
            lambda: None,
            tip=self.tr("Tables of banks, and the folder watched for statements"),
        )
        self.button(other).setMenu(menu)
