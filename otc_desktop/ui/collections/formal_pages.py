"""The formal end: letters for the post, files handed over, entries proposed."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.dunning.formal_notices import MadeNotice
from otc_desktop.application.dunning.formal_queries import HandoverRow, LetterRow
from otc_desktop.application.kernel.case_files import WrittenCase
from otc_desktop.application.receivables.decide_proposals import SeenProposal
from otc_desktop.application.receivables.proposal_queries import ProposalRow
from otc_desktop.domain.dunning.formal_notice import LetterState
from otc_desktop.domain.dunning.handover import Handover, HandoverOutcome
from otc_desktop.domain.ledger.entry_proposal import ProposalKind, ProposalState
from otc_desktop.ui.collections.dialogs.formal_forms import (
    CloseHandoverForm,
    HandoverForm,
    LetterForm,
    NoticeForm,
    ProposeForm,
)
from otc_desktop.ui.collections.formal_columns import (
    handover_columns,
    letter_columns,
    proposal_columns,
)
from otc_desktop.ui.collections.formal_presenter import FormalPresenter
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.filters import FilterChoice
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar

RowT = TypeVar("RowT")


class LettersPage(QWidget):
    """Letters to print and post, with what the post says of them."""

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.presenter = FormalPresenter(services, program, self)
        self.bar = ActionBar(self)
        self.new = self.bar.add(
            self.tr("Formal notice…"),
            self.ask_for_notice,
            shortcut="Ctrl+N",
            tip=self.tr("A registered letter with interest, indemnity and enclosures"),
            primary=True,
        )
        self.print_one = self.bar.add(
            self.tr("Open letter"),
            self._open,
            shortcut="Ctrl+O",
            tip=self.tr("The letter with its enclosures as PDF, to print"),
        )
        self.settle_one = self.bar.add(
            self.tr("Posted or returned…"),
            self._settle,
            shortcut="Ctrl+Return",
            tip=self.tr("Type the registered number in, or the day of the acknowledgement"),
        )
        states = [each.value for each in LetterState]
        self.list: ListView[LetterRow] = ListView(
            services,
            program.queries.postal_letters,
            letter_columns(self.presenter),
            name="collections.letters",
            empty=EmptyState(
                title=self.tr("No letter to post"),
                hint=self.tr("Reminders by letter and formal notices come here once made."),
                action_text=self.tr("Formal notice…"),
                action=self.ask_for_notice,
            ),
            filters=(_choice(self.presenter, "state", "letter_state", states),),
            sort="made_on",
            parent=self,
        )
        self.list.row_activated.connect(lambda _id: self._settle())
        _follow(self.list, self._draw)
        self.presenter.noticed.connect(self._tell)
        _lay_out(self, self.bar, self.list)

    def reload(self) -> None:
        """Read again what is on show."""
        self.list.reload()

    def ask_for_notice(self, code: str = "") -> None:
        """Ask for a formal notice, for a customer where it is known."""
        NoticeForm(self.presenter, code, self).open()

    def _tell(self, made: MadeNotice) -> None:
        self.list.reload()
        text = self.tr("The rate of the half-year is not known yet: the last one was taken.")
        title = self.tr("Formal notice {number} made: {amount}").format(
            number=made.notice.number,
            amount=self.presenter.services.formats.money(made.notice.claimed),
        )
        self.presenter.services.notices.done(title, text if made.is_estimated else "")
        self.presenter.open_letter(made.letter.id)

    def _open(self) -> None:
        if row := _only(self.list):
            self.presenter.open_letter(row.id)

    def _settle(self) -> None:
        row = _only(self.list)
        if row is not None and row.state is not LetterState.CANCELLED:
            form = LetterForm(self.presenter, row, self)
            form.accepted.connect(self.list.reload)
            form.open()

    def _draw(self) -> None:
        row = _only(self.list)
        self.print_one.setEnabled(row is not None)
        self.settle_one.setEnabled(row is not None and row.state is not LetterState.CANCELLED)


class HandoversPage(QWidget):
    """Claims handed over to somebody who collects them."""

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.presenter = FormalPresenter(services, program, self)
        self.bar = ActionBar(self)
        self.new = self.bar.add(
            self.tr("Hand over…"),
            self.ask_for_handover,
            shortcut="Ctrl+N",
            tip=self.tr("Write the file for an agency, a lawyer or the court; reminders stop"),
            primary=True,
        )
        self.close_one = self.bar.add(
            self.tr("Close or take back…"),
            self._close,
            shortcut="Ctrl+Return",
            tip=self.tr("Outcome and fee; what is still open is reminded of again"),
        )
        outcomes = [each.value for each in HandoverOutcome]
        self.list: ListView[HandoverRow] = ListView(
            services,
            program.queries.handovers,
            handover_columns(self.presenter),
            name="collections.handovers",
            empty=EmptyState(
                title=self.tr("Nothing is handed over"),
                hint=self.tr("When reminders and the formal notice failed, hand over here."),
                action_text=self.tr("Hand over…"),
                action=self.ask_for_handover,
            ),
            filters=(_choice(self.presenter, "outcome", "handover_outcome", outcomes),),
            sort="handed_on",
            parent=self,
        )
        self.list.row_activated.connect(lambda _id: self._close())
        _follow(self.list, self._draw)
        self.presenter.handed.connect(self._tell)
        _lay_out(self, self.bar, self.list)

    def reload(self) -> None:
        """Read again what is on show."""
        self.list.reload()

    def ask_for_handover(self, code: str = "") -> None:
        """Ask what is handed over to whom."""
        HandoverForm(self.presenter, code, self).open()

    def _tell(self, handover: Handover, written: WrittenCase) -> None:
        self.list.reload()
        self.presenter.services.notices.done(
            self.tr("File {number} handed over to {to}").format(
                number=handover.number, to=handover.to
            ),
            self.tr("{count} files in {path}").format(count=written.files, path=written.path),
        )

    def _close(self) -> None:
        row = _only(self.list)
        if row is not None and row.outcome is HandoverOutcome.OPEN:
            form = CloseHandoverForm(self.presenter, row, self)
            form.accepted.connect(self.list.reload)
            form.open()

    def _draw(self) -> None:
        row = _only(self.list)
        self.close_one.setEnabled(row is not None and row.outcome is HandoverOutcome.OPEN)


class ProposalsPage(QWidget):
    """Entries proposed for claims in doubt; the accountant looks, then accepts or drops."""

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.presenter = FormalPresenter(services, program, self)
        self._add_actions()
        states = [each.value for each in ProposalState]
        self.list: ListView[ProposalRow] = ListView(
            services,
            program.queries.entry_proposals,
            proposal_columns(self.presenter),
            name="collections.proposals",
            empty=EmptyState(
                title=self.tr("No entry is proposed"),
                hint=self.tr("Doubtful claims, provisions and bad debts are proposed here."),
                action_text=self.tr("Propose…"),
                action=self.ask_for_proposal,
            ),
            filters=(_choice(self.presenter, "state", "proposal_state", states),),
            sort="proposed_on",
            parent=self,
        )
        self.source = QLabel(self)
        self.source.setProperty("muted", True)
        self.source.setWordWrap(True)
        self.entry = QPlainTextEdit(self)
        self.entry.setReadOnly(True)
        self.entry.setProperty("figures", True)
        below = QWidget(self)
        lines = QVBoxLayout(below)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.source)
        lines.addWidget(self.entry, 1)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.list)
        splitter.addWidget(below)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        _follow(self.list, self._draw)
        self.presenter.seen.connect(self._show)
        self.presenter.adjusted.connect(self._tell_adjusted)
        _lay_out(self, self.bar, splitter)

    def reload(self) -> None:
        """Read again what is on show."""
        self.list.reload()

    def ask_for_proposal(self, code: str = "") -> None:
        """Ask which entry is proposed for which customer."""
        form = ProposeForm(self.presenter, code, self)
        form.accepted.connect(self.list.reload)
        form.open()

    def _add_actions(self) -> None:
        self.bar = ActionBar(self)
        self.new = self.bar.add(
            self.tr("Propose…"),
            self.ask_for_proposal,
            shortcut="Ctrl+N",
            tip=self.tr("Doubtful, provision, bad debt: posted only once accepted"),
        )
        self.accept_one = self.bar.add(
            self.tr("Accept and post"),
            self._accept,
            shortcut="Ctrl+Return",
            tip=self.tr("Post the entry shown below"),
            primary=True,
        )
        self.drop_one = self.bar.add(self.tr("Drop"), self._drop, shortcut="Ctrl+Delete")
        self.duplicates = self.bar.add(
            self.tr("Duplicates"),
            self._duplicates,
            tip=self.tr("The duplicates to send, without which the VAT can't be taken back"),
        )
        self.adjust = self.bar.add(
            self.tr("Adjust provisions"),
            self.presenter.adjust,
            tip=self.tr("At the end of a period: more, or less where money came"),
        )

    def _accept(self) -> None:
        row = _only(self.list)
        if row is not None and self.accept_one.isEnabled():
            self.accept_one.setEnabled(False)
            self.presenter.accept(row.number, on_done=self.list.reload)

    def _drop(self) -> None:
        if row := _only(self.list):
            self.presenter.drop(row.number, on_done=self.list.reload)

    def _duplicates(self) -> None:
        if row := _only(self.list):
            self.presenter.show_duplicates(row.number)

    def _draw(self) -> None:
        row = _only(self.list)
        draft = row is not None and row.state is ProposalState.DRAFT
        self.accept_one.setEnabled(False)
        self.drop_one.setEnabled(draft)
        self.duplicates.setEnabled(
            row is not None and row.kind in (ProposalKind.WRITE_OFF, ProposalKind.DIFFERENCE_VAT)
        )
        self.source.clear()
        self.entry.clear()
        if row is not None:
            self.presenter.look_at(row.number)

    def _show(self, seen: SeenProposal) -> None:
        row = _only(self.list)
        if row is None or row.number != seen.proposal.number:
            return
        money = self.presenter.services.formats.money
        self.source.setText(
            f"{', '.join(seen.numbers)} · {self.tr('Source')}: {seen.source}"
            if not seen.problem
            else self.presenter.title(seen.problem)
        )
        lines = [] if seen.entry is None else seen.entry.lines
        self.entry.setPlainText(
            "\n".join(
                f"{line.account}  {line.auxiliary:<10}  "
                + (
                    self.tr("Debit {amount}").format(amount=money(line.debit))
                    if line.debit
                    else self.tr("          Credit {amount}").format(amount=money(line.credit))
                )
                for line in lines
            )
        )
        draft = seen.proposal.state is ProposalState.DRAFT
        self.accept_one.setEnabled(draft and seen.entry is not None)

    def _tell_adjusted(self, count: int) -> None:
        self.list.reload()
        text = self.tr("Adjustments proposed: {count}").format(count=count)
        self.presenter.services.notices.done(text)


def _only(view: ListView[RowT]) -> RowT | None:
    rows = view.selected_rows()
    return rows[0] if len(rows) == 1 else None


def _follow(view: ListView[RowT], draw: Callable[[], None]) -> None:
    view.selection_changed.connect(lambda _ids: draw())
    view.model.loaded.connect(lambda _as_new: draw())
    draw()


def _choice(
    presenter: FormalPresenter, name: str, words: str, values: Sequence[str]
) -> FilterChoice:
    """Chips for each state; the first is all of them."""
    every = QCoreApplication.translate("FormalPages", "All")
    return FilterChoice(
        name=name,
        title=QCoreApplication.translate("FormalPages", "State"),
        options=(
            (None, every),
            *((value, presenter.word(words, value).capitalize()) for value in values),
        ),
    )


def _lay_out(page: QWidget, bar: ActionBar, body: QWidget) -> None:
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACING)
    column.addWidget(bar)
    column.addWidget(body, 1)
