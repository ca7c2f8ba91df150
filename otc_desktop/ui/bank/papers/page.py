"""The section of receipts in hand: entered, remitted, credited, returned."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.receivables.credit_slips import SlipsMatched
from otc_desktop.application.receivables.paper_queries import PaperRow, SlipRow
from otc_desktop.domain.banking.statement import BankAccount
from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.matching.slips import SlipMatch
from otc_desktop.domain.receivables.deposit_slip import DepositSlip, SlipStatus
from otc_desktop.domain.receivables.paper_receipt import PaperKind, PaperReceipt, PaperStatus
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.bank.papers.columns import (
    paper_columns,
    paper_filters,
    slip_columns,
    slip_filter,
)
from otc_desktop.ui.bank.papers.dialogs import RemitDialog, ReturnDialog, SlipMatchDialog
from otc_desktop.ui.bank.papers.paper_form import CorrectionForm, PaperForm
from otc_desktop.ui.bank.papers.presenter import PapersPresenter
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.file_choice import ask_where_to_save
from otc_desktop.ui.widgets.form_dialog import FormDialog

_RETURNABLE = (PaperStatus.REMITTED, PaperStatus.PAID)


def _return_may_go(row: PaperRow) -> bool:
    """Whether its return can be taken back: no debit of the bank stands for it."""
    return row.status is PaperStatus.RETURNED and row.waits_for_debit


class PapersPage(QWidget):
    """Receipts above, slips below.

    Args:
        services: what the window offers.
        program: the program behind it.
    """

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter = PapersPresenter(services, program, self)
        self.bar = ActionBar(self)
        self._add_paper_actions()
        self.papers: ListView[PaperRow] = ListView(
            services,
            program.queries.paper_receipts,
            paper_columns(presenter.word),
            name="bank.papers",
            empty=EmptyState(
                title=self.tr("Nothing in hand"),
                hint=self.tr("Enter the cheques, bills, cards and cash that you receive."),
                action_text=self.tr("New receipt"),
                action=self._open_form,
            ),
            filters=paper_filters(presenter.word),
            sort="received_on",
            parent=self,
        )
        self.papers.table.addActions([self.remit, self.correct, self.send_back, self.undo])
        self.papers.selection_changed.connect(lambda _ids: self._let_act())
        self.slip_bar = ActionBar(self)
        self._add_slip_actions()
        self.slips: ListView[SlipRow] = ListView(
            services,
            program.queries.deposit_slips,
            slip_columns(presenter.word),
            name="bank.slips",
            empty=EmptyState(
                title=self.tr("No slip yet"),
                hint=self.tr("Select receipts of one kind above, then choose Deposit slip."),
            ),
            filters=[slip_filter(presenter.word)],
            sort="made_on",
            parent=self,
        )
        self.slips.table.addActions([self.open_slip, self.undo_credit, self.withdraw])
        self.slips.selection_changed.connect(lambda _ids: self._let_act())
        self.slips.row_activated.connect(lambda _id: self._open_slip())
        self._let_act()
        self._lay_out()

    def reload(self) -> None:
        """Read both lists again."""
        self.papers.reload()
        self.slips.reload()

    def show_place(self, place: Place) -> None:
        """Show what a search or filter names."""
        self.papers.show_filtered(search=place.search, filters=dict(place.filters))

    def _add_paper_actions(self) -> None:
        self.new = self.bar.add(
            self.tr("New receipt"),
            self._open_form,
            shortcut="Ctrl+N",
            tip=self.tr("Enter a cheque, a bill, a card or a cash receipt"),
            primary=True,
        )
        self.remit = self.bar.add(
            self.tr("Deposit slip…"),
            self._ask_accounts,
            shortcut="Ctrl+R",
            tip=self.tr("Group the selected receipts in a slip for the bank"),
        )
        self.correct = self.bar.add(
            self.tr("Correct…"),
            self._correct_selected,
            shortcut="F2",
            tip=self.tr("Put right number, bank or drawer of a receipt in hand"),
        )
        self.send_back = self.bar.add(
            self.tr("Returned unpaid…"),
            self._ask_lines,
            shortcut="Ctrl+U",
            tip=self.tr("The bank returned the selected receipt: its documents open again"),
        )
        self.undo = self.bar.add(
            self.tr("Take back"),
            self._undo_selected,
            shortcut="Delete",
            tip=self.tr("The selected receipt in hand, or its return, was entered by mistake"),
        )

    def _add_slip_actions(self) -> None:
        self.open_slip = self.slip_bar.add(
            self.tr("Open the slip"),
            self._open_slip,
            shortcut="Ctrl+P",
            tip=self.tr("Show the selected slip as PDF"),
        )
        self.match = self.slip_bar.add(
            self.tr("Find bank lines"),
            self._match,
            shortcut="Ctrl+M",
            tip=self.tr("Book the bank lines of waiting slips that are sure, propose the others"),
        )
        self.bill_file = self.slip_bar.add(
            self.tr("File for the bank…"),
            self._ask_bill_file,
            tip=self.tr("Write the selected slip of bills as a CFONB 160 file"),
        )
        self.undo_credit = self.slip_bar.add(
            self.tr("Take the bank line off"),
            self._undo_credit,
            tip=self.tr("The bank line was another's: the slip waits again"),
        )
        self.withdraw = self.slip_bar.add(
            self.tr("Take apart"),
            self._withdraw_selected,
            tip=self.tr("The slip was not handed over: its receipts are in hand again"),
        )

    def _lay_out(self) -> None:
        above, below = QWidget(self), QWidget(self)
        title = QLabel(self.tr("Deposit slips"), below)
        title.setProperty("heading", True)
        for holder, parts in (
            (above, (self.bar, self.papers)),
            (below, (title, self.slip_bar, self.slips)),
        ):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SPACING)
            for part in parts:
                column.addWidget(part, 1 if isinstance(part, ListView) else 0)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(above)
        splitter.addWidget(below)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)

    def _let_act(self) -> None:
        rows = self.papers.selected_rows()
        one = len(rows) == 1
        held = bool(rows) and all(row.status is PaperStatus.HELD for row in rows)
        self.remit.setEnabled(held and len({row.kind for row in rows}) == 1)
        self.correct.setEnabled(one and held)
        self.undo.setEnabled(one and (held or _return_may_go(rows[0])))
        self.send_back.setEnabled(
            one and (rows[0].status in _RETURNABLE or rows[0].waits_for_debit)
        )
        slips = self.slips.selected_rows()
        alone = len(slips) == 1
        self.open_slip.setEnabled(alone)
        self.bill_file.setEnabled(alone and slips[0].kind is PaperKind.BILL)
        self.undo_credit.setEnabled(alone and slips[0].status is SlipStatus.CREDITED)
        self.withdraw.setEnabled(alone and slips[0].status is SlipStatus.REMITTED)

    def _refuse(self, form: FormDialog, refusal: OtcError) -> None:
        form.refuse(
            [(fault.where or "", self._presenter.sentence(fault)) for fault in faults_of(refusal)]
        )

    def _open_form(self) -> None:
        presenter = self._presenter
        form = PaperForm(
            presenter.services,
            presenter.program.queries.customers,
            word=presenter.word,
            read_items=presenter.items_of,
            today=presenter.program.today(),
            parent=self,
        )

        def kept(paper: PaperReceipt) -> None:
            presenter.services.notices.done(
                self.tr("{amount} of {drawer} saved; the next one can be entered").format(
                    amount=presenter.services.formats.money(paper.amount), drawer=paper.drawer
                )
            )
            form.next_one()

        def submit() -> None:
            command = form.command()
            if command is not None:
                presenter.enter(command, kept, lambda refusal: self._refuse(form, refusal))

        form.submitted.connect(submit)
        form.open()

    def _correct_selected(self) -> None:
        rows = self.papers.selected_rows()
        if len(rows) != 1:
            return
        presenter = self._presenter
        form = CorrectionForm(
            presenter.services, rows[0], today=presenter.program.today(), parent=self
        )
        form.submitted.connect(
            lambda: presenter.correct(
                form.command(),
                lambda _paper: form.accept(),
                lambda refusal: self._refuse(form, refusal),
            )
        )
        form.open()

    def _undo_selected(self) -> None:
        rows = self.papers.selected_rows()
        if len(rows) == 1 and self.undo.isEnabled():
            self._presenter.undo(rows[0])

    def _ask_accounts(self) -> None:
        rows = self.papers.selected_rows()
        if rows:
            self._presenter.accounts(lambda accounts: self._open_remittance(rows, accounts))

    def _open_remittance(self, rows: Sequence[PaperRow], accounts: Sequence[BankAccount]) -> None:
        presenter = self._presenter
        form = RemitDialog(presenter.services, rows, accounts, presenter.word, parent=self)

        def made(_slip: DepositSlip) -> None:
            form.accept()

        form.submitted.connect(
            lambda: presenter.remit(
                form.command(), made, lambda refusal: self._refuse(form, refusal)
            )
        )
        form.open()

    def _ask_lines(self) -> None:
        rows = self.papers.selected_rows()
        if len(rows) == 1:
            row = rows[0]
            self._presenter.return_lines(row.id, lambda lines: self._open_return(row, lines))

    def _open_return(self, row: PaperRow, lines: Sequence[BankTransaction]) -> None:
        presenter = self._presenter
        form = ReturnDialog(
            presenter.services, row, lines, today=presenter.program.today(), parent=self
        )

        def returned(_paper: PaperReceipt) -> None:
            form.accept()
            presenter.services.notices.done(
                self.tr("Recorded as unpaid"), self.tr("Its documents are open again.")
            )

        form.submitted.connect(
            lambda: presenter.send_back(
                form.command(), returned, lambda refusal: self._refuse(form, refusal)
            )
        )
        form.open()

    def _open_slip(self) -> None:
        rows = self.slips.selected_rows()
        if len(rows) == 1:
            self._presenter.show_slip(rows[0].number)

    def _ask_bill_file(self) -> None:
        rows = self.slips.selected_rows()
        if len(rows) == 1:
            number = rows[0].number
            ask_where_to_save(
                self,
                self.tr("File for the bank"),
                self.tr("CFONB files (*.txt)"),
                f"{number}.txt",
                lambda path: self._presenter.write_bill_file(number, path),
            )

    def _withdraw_selected(self) -> None:
        rows = self.slips.selected_rows()
        if len(rows) == 1:
            self._presenter.withdraw(rows[0].number)

    def _undo_credit(self) -> None:
        rows = self.slips.selected_rows()
        if len(rows) == 1:
            self._presenter.undo_credit(rows[0])

    def _match(self) -> None:
        self._presenter.match(self._show_matches)

    def _show_matches(self, found: SlipsMatched) -> None:
        notices = self._presenter.services.notices
        if found.sure:
            notices.done(
                self.tr("{count} slip(s) credited by their bank line").format(count=len(found.sure))
            )
        if found.proposed:
            self._open_matches(found.proposed)
        elif not found.sure:
            notices.info(
                self.tr("No bank line fits a waiting slip"),
                self.tr("Import the statement that shows the credit, then try again."),
            )

    def _open_matches(self, proposed: Sequence[SlipMatch]) -> None:
        presenter = self._presenter
        dialog = SlipMatchDialog(presenter.services, proposed, presenter.reasons_of, parent=self)

        def refused(refusal: OtcError) -> None:
            presenter.services.notices.warning(presenter.error_text(refusal))

        dialog.chosen.connect(lambda match: presenter.credit(match, refused))
        dialog.open()
