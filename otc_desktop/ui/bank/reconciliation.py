"""Reconciliation: statement lines at the left, the desk at the right."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.banking.post_lines import RulesApplied
from otc_desktop.application.banking.queries import TransactionRow
from otc_desktop.application.receivables.match_receipts import MatchOutcome
from otc_desktop.domain.banking.transaction import TransactionStatus
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.ids import BankTransactionId
from otc_desktop.ui.bank.columns import TO_DO, movement_columns, status_filter
from otc_desktop.ui.bank.desk import Desk
from otc_desktop.ui.bank.desk_actions import DeskActions, DeskCommands
from otc_desktop.ui.bank.dialogs.ignore_lines import IgnoreLinesDialog
from otc_desktop.ui.bank.dialogs.learnt_facts import LearntFactsDialog
from otc_desktop.ui.bank.dialogs.line_rules import LineRulesDialog
from otc_desktop.ui.bank.dialogs.other_settlements import (
    LayCreditDialog,
    OnAccountDialog,
    RefundDialog,
    ReturnDialog,
)
from otc_desktop.ui.bank.dialogs.post_lines import PostLinesDialog
from otc_desktop.ui.bank.importing import StatementImport
from otc_desktop.ui.bank.learnt import LearntFacts
from otc_desktop.ui.bank.postings import BankPostings
from otc_desktop.ui.bank.presenter import BankPresenter
from otc_desktop.ui.bank.settlements import OtherSettlements
from otc_desktop.ui.bank.wording import LineText
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.tone_label import ToneLabel

_MOST_REFUSALS = 3


class ReconciliationPage(QWidget):
    """Import statements, match receipts, set the rest aside.

    Args:
        services: what the window offers.
        program: the program behind it.
    """

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.presenter = BankPresenter(services, program, self)
        self.importing = StatementImport(services, program, self)
        self.postings = BankPostings(services, program, self)
        self.learnt = LearntFacts(services, program, self)
        self.settlements = OtherSettlements(services, program, self)
        self._shown: list[TransactionRow] = []
        self.remaining = ToneLabel(self)
        self.remaining.setWordWrap(False)
        self.lines: ListView[TransactionRow] = ListView(
            services,
            program.queries.bank_transactions,
            movement_columns(self.presenter.word),
            name="bank.lines",
            empty=EmptyState(
                title=self.tr("No statement line yet"),
                hint=self.tr(
                    "Import a statement downloaded from your bank, or drop the file here."
                ),
                action_text=self.tr("Import statements…"),
                action=self.importing.ask_for_files,
            ),
            filters=(status_filter(),),
            # Money in first, the largest on top: what is worth a person's time.
            sort="amount",
            descending=True,
            parent=self,
        )
        self.desk = Desk(
            services,
            customers=program.queries.customers,
            reason_text=self.presenter.reason_text,
            word=self.presenter.word,
            parent=self,
        )
        self.actions_bar = DeskActions(
            self,
            self.importing,
            DeskCommands(
                accept=self.accept_line,
                accept_sure=self.presenter.accept_sure,
                ask_for_account=self.ask_for_account,
                show_rules=self.show_rules,
                show_learnt=self.show_learnt,
                put_on_account=partial(self._ask_about_line, OnAccountDialog),
                refund=partial(self._ask_about_line, RefundDialog),
                send_back=partial(self._ask_about_line, ReturnDialog),
                lay_credit=lambda: LayCreditDialog(self.settlements, self).open(),
                ignore=self.ignore_lines,
                take_back=self.take_back_lines,
                undo_last=self.desk.allocations.undo_last,
            ),
        )
        self._lay_out()
        self.actions_bar.follow([])
        self._connect()
        self.presenter.count_waiting()

    def showEvent(self, event: QShowEvent) -> None:
        """Keys go to the lines at once, so that Enter accepts without a click before."""
        super().showEvent(event)
        self.lines.table.setFocus()

    def reload(self) -> None:
        """Read lines, counter and the line on show again."""
        self.lines.reload()
        self.presenter.count_waiting()

    def show_place(self, place: Place) -> None:
        """Show lines by search or status; a line itself by its id where it is in sight."""
        self.lines.show_filtered(
            search=place.search, filters=place.filters or {"status": TO_DO if not place.id else ""}
        )
        if place.id is not None:
            self.lines.select_ids([place.id])

    def accept_line(self) -> None:
        """Settle the line on show as ticked, and go to the next one."""
        command = self.desk.form.settlement()
        if command is None or not self.desk.can_settle() or not self.actions_bar.accept.isEnabled():
            return
        following = self._line_after(command.transaction_id)
        self._set_busy(busy=True)
        self.presenter.accept(
            command,
            on_done=partial(self._on_accepted, following, command.transaction_id),
            on_error=self._on_refused,
        )

    def ignore_lines(self) -> None:
        """Ask why the selected lines are set aside, and do it."""
        ids = self.lines.selected_ids()
        if not ids:
            return
        dialog = IgnoreLinesDialog(self.services, count=len(ids), parent=self)

        def refuse(refusal: OtcError) -> None:
            dialog.refuse(
                [
                    (fault.where or "", self.presenter.sentence(fault))
                    for fault in faults_of(refusal)
                ]
            )

        dialog.submitted.connect(
            lambda: self.presenter.ignore(
                ids, dialog.reason(), on_done=dialog.accept, on_error=refuse
            )
        )
        dialog.open()

    def ask_for_account(self) -> None:
        """Ask to which ledger account the selected lines go, and post them."""
        rows = self.lines.selected_rows()
        if not rows:
            return
        dialog = PostLinesDialog(self.services, rows, parent=self)
        dialog.submitted.connect(lambda: self._post_lines(dialog))
        dialog.open()

    def _ask_about_line(
        self, dialog: type[OnAccountDialog] | type[RefundDialog] | type[ReturnDialog]
    ) -> None:
        rows = self.lines.selected_rows()
        if len(rows) == 1:
            dialog(self.settlements, rows[0], self).open()

    def show_learnt(self) -> None:
        """Open what matching has learnt."""
        LearntFactsDialog(self.learnt, parent=self).open()

    def show_rules(self) -> None:
        """Open the rules by which lines go to ledger accounts."""
        dialog = LineRulesDialog(self.postings, parent=self)
        dialog.submitted.connect(self.postings.apply)
        self.postings.applied.connect(dialog.accept)
        dialog.open()

    def take_back_lines(self) -> None:
        """Let the selected lines wait again."""
        if ids := self.lines.selected_ids():
            self.presenter.take_back(ids)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.actions_bar, 1)
        top.addWidget(self.remaining)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.lines)
        split.addWidget(self.desk)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 4)
        split.setSizes([740, 590])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(top)
        column.addWidget(split, 1)

    def _connect(self) -> None:
        self.lines.selection_changed.connect(lambda ids: self._show_selected())
        self.lines.row_activated.connect(lambda line_id: self.accept_line())
        self.lines.model.loaded.connect(self._on_loaded)
        self.desk.accept_asked.connect(self.accept_line)
        self.desk.customer_chosen.connect(self._on_customer)
        self.desk.undo_asked.connect(self.presenter.undo)
        self.desk.undo_posting_asked.connect(self.postings.undo)
        self.postings.applied.connect(self._on_applied)
        presenter = self.presenter
        presenter.explained.connect(self.desk.show_explanation)
        presenter.allocations_read.connect(self.desk.show_allocations)
        presenter.posted.connect(self._on_posted)
        presenter.slips_credited.connect(self._on_slips)
        presenter.waiting_counted.connect(self._on_counted)

    def _on_loaded(self, as_new: bool) -> None:
        """Begin with the first line; a line that became another is shown anew."""
        first = self.lines.model.id_at(0)
        if as_new and first is not None and not self.lines.selected_ids():
            self.lines.select_ids([first])
        if self.lines.selected_rows() != self._shown:
            self._show_selected()

    def _show_selected(self) -> None:
        rows = self._shown = self.lines.selected_rows()
        self.actions_bar.follow(rows)
        if len(rows) != 1:
            self.presenter.stop_explaining()
            if rows:
                self.desk.show_several(len(rows))
            else:
                self.desk.show_nothing()
            return
        (row,) = rows
        self.desk.show_line(self._text_of(row))
        if row.status is not TransactionStatus.OPEN:
            self.presenter.read_allocations(row.id)
        if self.desk.can_settle():
            self.presenter.explain(row.id)

    def _text_of(self, row: TransactionRow) -> LineText:
        formats = self.services.formats
        who = row.counterparty or self.tr("unknown payer")
        detail = [row.label, self.tr("Booked on {date}").format(date=formats.date(row.booked_on))]
        if row.counterparty_account:
            detail.append(row.counterparty_account)
        for text, said in (
            (self.tr("mandate {said}"), row.mandate),
            (self.tr("returned: {said}"), row.return_reason),
            (self.tr("bank charges {said}"), formats.money(row.charges) if row.charges else ""),
            (self.tr("ordered as {said}"), formats.money(row.original) if row.original else ""),
        ):
            if said:
                detail.append(text.format(said=said))
        if row.unallocated and row.unallocated != row.amount:
            left = formats.money(row.unallocated)
            detail.append(self.tr("still to explain: {amount}").format(amount=left))
        return LineText(
            id=row.id,
            status=row.status,
            status_word=self.presenter.word("transaction_status", row.status.value),
            amount=row.amount,
            heading=f"{formats.money(row.amount)} · {who}",
            detail=" · ".join(part for part in detail if part),
        )

    def _line_after(self, line_id: UUID) -> UUID | None:
        """The line below, or the one above at the end of the list."""
        model = self.lines.model
        place = model.positions([line_id]).get(line_id)
        if place is None:
            return None
        return model.id_at(place + 1) or (model.id_at(place - 1) if place else None)

    def _on_accepted(self, following: UUID | None, accepted: BankTransactionId) -> None:
        self._set_busy(busy=False)
        self.learnt.tell_what_taught(accepted)
        self.lines.select_ids([] if following is None else [following])
        self._show_selected()
        self.lines.table.setFocus()

    def _on_refused(self, refusal: OtcError) -> None:
        self._set_busy(busy=False)
        self.desk.refuse(self.services.errors.notice_of(refusal))

    def _set_busy(self, *, busy: bool) -> None:
        self.actions_bar.accept.setEnabled(not busy)
        self.desk.form.set_busy(busy=busy)

    def _on_customer(self, customer_id: UUID) -> None:
        if self.desk.line_id is not None:
            self.presenter.explain(self.desk.line_id, customer_id=customer_id)

    def _on_posted(self, outcome: MatchOutcome) -> None:
        number = self.services.formats.number
        title = self.tr("Lines accepted: {count}").format(count=number(len(outcome.booked)))
        text = self.tr("To check: {suggested}    Without proposal: {unmatched}").format(
            suggested=number(len(outcome.suggested)), unmatched=number(len(outcome.unmatched))
        )
        self.postings.apply(quiet=True)
        if outcome.refused:
            refusals = [self.presenter.sentence(each) for each in outcome.refused]
            text = "\n".join([text, *refusals[:_MOST_REFUSALS]])
            self.services.notices.warning(title, text)
        else:
            self.services.notices.done(title, text)

    def _on_slips(self, count: int) -> None:
        self.services.notices.done(
            self.tr("Deposit slips credited by their bank line: {count}").format(
                count=self.services.formats.number(count)
            )
        )

    def _post_lines(self, dialog: PostLinesDialog) -> None:
        command = dialog.command()
        if command is not None:
            self.postings.post(
                command,
                dialog.rule(),
                on_done=dialog.accept,
                on_error=lambda refusal: dialog.refuse(
                    [
                        (fault.where or "", self.presenter.sentence(fault))
                        for fault in faults_of(refusal)
                    ]
                ),
            )

    def _on_applied(self, applied: RulesApplied) -> None:
        number = self.services.formats.number
        self.services.notices.done(
            self.tr("Lines posted by rules: {count}").format(count=number(len(applied.posted))),
            self.tr("Proposed only: {count}").format(count=number(len(applied.proposed))),
        )

    def _on_counted(self, waiting: int) -> None:
        if waiting:
            text = self.tr("Lines left to do: {count}")
            count = self.services.formats.number(waiting)
            self.remaining.say(Tone.INFO, text.format(count=count))
        else:
            self.remaining.say(Tone.GOOD, self.tr("Nothing left to do"))
