"""The disputes as a board and as a list: what customers contest, and how it was settled."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from otc_desktop.application.disputes.queries import DisputeRow
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.domain.disputes.dispute import DisputeStatus
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.collections.columns import dispute_columns, status_filter
from otc_desktop.ui.collections.dialogs.dispute_causes import DisputeCausesDialog
from otc_desktop.ui.collections.dialogs.edit_dispute import EditDisputeDialog
from otc_desktop.ui.collections.dialogs.open_dispute import OpenDisputeDialog
from otc_desktop.ui.collections.dialogs.settle_dispute import SettleDisputeDialog
from otc_desktop.ui.collections.dispute_board import DisputeBoard
from otc_desktop.ui.collections.disputes_presenter import DisputesPresenter
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.attachment_list import AttachmentList
from otc_desktop.ui.widgets.form_dialog import FormDialog


class DisputesPage(QWidget):
    """Open, work on and settle disputes."""

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.presenter = DisputesPresenter(services, program, self)
        self._card: DisputeRow | None = None
        self.bar = ActionBar(self)
        self.open_one = self.bar.add(
            self.tr("Open a dispute…"),
            self.ask_for_dispute,
            shortcut="Ctrl+N",
            tip=self.tr("Note that a customer contests an invoice; it is no longer reminded of"),
        )
        self.edit_one = self.bar.add(
            self.tr("Change…"),
            self.ask_for_change,
            shortcut="F2",
            tip=self.tr("Who, by when, how far"),
        )
        self.settle_one = self.bar.add(
            self.tr("Settle…"),
            self.ask_for_outcome,
            shortcut="Ctrl+Return",
            tip=self.tr("Credit note, replacement or letter; the invoice is reminded of again"),
        )
        self.causes = self.bar.add(self.tr("Causes…"), self.show_causes)
        self.turn = self.bar.add(self.tr("Board"), self._turn, shortcut="Ctrl+B")
        self.turn.setCheckable(True)
        statuses = (DisputeStatus.OPEN.value, DisputeStatus.CLOSED.value, None)
        self.list: ListView[DisputeRow] = ListView(
            services,
            program.queries.disputes,
            dispute_columns(self.presenter, program.today()),
            name="collections.disputes",
            empty=EmptyState(
                title=self.tr("No dispute"),
                hint=self.tr("When a customer contests an invoice, note it here."),
                action_text=self.tr("Open a dispute…"),
                action=self.ask_for_dispute,
            ),
            filters=(status_filter(self.presenter, "dispute_status", statuses),),
            sort="due_on",
            parent=self,
        )
        self.list.row_activated.connect(lambda row_id: self.ask_for_outcome())
        self.list.selection_changed.connect(lambda ids: self._draw_actions())
        self.list.model.loaded.connect(lambda as_new: self._draw_actions())
        self.board = DisputeBoard(self.presenter, self)
        self.board.chosen.connect(self._on_card)
        self.board.opened.connect(self._on_card_opened)
        self.presenter.settled.connect(self._tell_settled)
        self.views = QStackedWidget(self)
        self.views.addWidget(self.list)
        self.views.addWidget(self.board)
        self.files = AttachmentList(
            services, program, name="collections-disputes-files", parent=self
        )
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.views)
        splitter.addWidget(self.files)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(splitter, 1)
        self._draw_actions()

    def reload(self) -> None:
        """Read again what is on show."""
        self.list.reload()
        if self.views.currentWidget() is self.board:
            self.presenter.load_board()

    def ask_for_dispute(self, number: str = "") -> None:
        """Ask which invoice is contested, why, and for how much."""
        dialog = OpenDisputeDialog(self.presenter, number=number, parent=self)
        dialog.submitted.connect(
            lambda: self.presenter.open(
                dialog.command(), on_done=dialog.accept, on_error=self._refusing(dialog)
            )
        )
        dialog.open()

    def ask_for_change(self) -> None:
        """Ask how the selected dispute goes on."""
        row = self._chosen()
        if row is not None:
            self.presenter.load_causes()
            EditDisputeDialog(self.presenter, row, self).open()

    def ask_for_outcome(self) -> None:
        """Ask how the selected dispute ends."""
        row = self._chosen()
        if row is not None:
            SettleDisputeDialog(self.presenter, row, self).open()

    def show_causes(self) -> None:
        """Show the tree of causes."""
        DisputeCausesDialog(self.presenter, self).open()

    def _turn(self) -> None:
        board = self.views.currentWidget() is self.list
        self.turn.setChecked(board)
        self.turn.setText(self.tr("List") if board else self.tr("Board"))
        self.bar.button(self.turn).setText(self.turn.text())
        self.views.setCurrentWidget(self.board if board else self.list)
        self._card = None
        self.reload()
        self._draw_actions()

    def _on_card(self, row: DisputeRow | None) -> None:
        self._card = row
        self._draw_actions()

    def _on_card_opened(self, row: DisputeRow) -> None:
        self._card = row
        self.ask_for_outcome()

    def _tell_settled(self, number: str) -> None:
        self.presenter.services.notices.done(
            self.tr("Dispute settled by {number}").format(number=number)
        )

    def _refusing(self, dialog: FormDialog) -> Callable[[OtcError], None]:
        def refuse(refusal: OtcError) -> None:
            sentence = self.presenter.sentence
            dialog.refuse([(fault.where or "", sentence(fault)) for fault in faults_of(refusal)])

        return refuse

    def _shown(self) -> DisputeRow | None:
        if self.views.currentWidget() is self.board:
            return self._card
        rows = self.list.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def _chosen(self) -> DisputeRow | None:
        row = self._shown()
        return row if row is not None and row.status is DisputeStatus.OPEN else None

    def _draw_actions(self) -> None:
        for action in (self.edit_one, self.settle_one):
            action.setEnabled(self._chosen() is not None)
        row = self._shown()
        if row is None:
            self.files.clear()
        else:
            self.files.show_subject(SubjectKind.DISPUTE, row.id)
