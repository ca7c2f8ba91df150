"""The dispute board: what customers contest, and how it was settled."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.disputes.queries import DisputeRow
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.domain.disputes.dispute import DisputeStatus
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.collections.columns import dispute_columns, status_filter
from otc_desktop.ui.collections.dialogs.close_dispute import CloseDisputeDialog
from otc_desktop.ui.collections.dialogs.open_dispute import OpenDisputeDialog
from otc_desktop.ui.collections.presenter import CollectionsPresenter
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.attachment_list import AttachmentList
from otc_desktop.ui.widgets.form_dialog import FormDialog


class DisputesPage(QWidget):
    """Open and close disputes."""

    def __init__(self, presenter: CollectionsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        program = presenter.program
        self.bar = ActionBar(self)
        self.open_one = self.bar.add(
            self.tr("Open a dispute…"),
            self.ask_for_dispute,
            shortcut="Ctrl+N",
            tip=self.tr("Note that a customer contests an invoice; it is no longer reminded of"),
        )
        self.close_one = self.bar.add(
            self.tr("Close the dispute…"),
            self.ask_for_resolution,
            shortcut="Ctrl+Return",
            tip=self.tr("Say how it was settled; the invoice is reminded of again"),
        )
        statuses = (DisputeStatus.OPEN.value, DisputeStatus.CLOSED.value, None)
        self.list: ListView[DisputeRow] = ListView(
            presenter.services,
            program.queries.disputes,
            dispute_columns(presenter, program.today()),
            name="collections.disputes",
            empty=EmptyState(
                title=self.tr("No dispute"),
                hint=self.tr("When a customer contests an invoice, note it here."),
                action_text=self.tr("Open a dispute…"),
                action=self.ask_for_dispute,
            ),
            filters=(status_filter(presenter, "dispute_status", statuses),),
            sort="due_on",
            parent=self,
        )
        self.list.row_activated.connect(lambda row_id: self.ask_for_resolution())
        self.list.selection_changed.connect(lambda ids: self._draw_actions())
        self.list.model.loaded.connect(lambda as_new: self._draw_actions())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        self.files = AttachmentList(
            presenter.services, program, name="collections-disputes-files", parent=self
        )
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.list)
        splitter.addWidget(self.files)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        column.addWidget(splitter, 1)
        self._draw_actions()

    def ask_for_dispute(self) -> None:
        """Ask which invoice is contested, why, and for how much."""
        dialog = OpenDisputeDialog(
            self._presenter.services,
            open_items=self._presenter.program.queries.open_items,
            word=self._presenter.word,
            parent=self,
        )
        dialog.submitted.connect(
            lambda: self._presenter.open_dispute(
                dialog.number(),
                dialog.reason(),
                dialog.amount(),
                on_done=dialog.accept,
                on_error=self._refusing(dialog),
            )
        )
        dialog.open()

    def ask_for_resolution(self) -> None:
        """Ask how the selected dispute was settled."""
        row = self._closable()
        if row is None:
            return
        dialog = CloseDisputeDialog(
            self._presenter.services,
            subject=f"{row.invoice_number} · {row.customer_name}",
            parent=self,
        )
        dialog.submitted.connect(
            lambda: self._presenter.close_dispute(
                row.id,
                dialog.resolution(),
                on_done=dialog.accept,
                on_error=self._refusing(dialog),
            )
        )
        dialog.open()

    def _refusing(self, dialog: FormDialog) -> Callable[[OtcError], None]:
        def refuse(refusal: OtcError) -> None:
            dialog.refuse(
                [
                    (fault.where or "", self._presenter.sentence(fault))
                    for fault in faults_of(refusal)
                ]
            )

        return refuse

    def _closable(self) -> DisputeRow | None:
        rows = self.list.selected_rows()
        if len(rows) == 1 and rows[0].status is DisputeStatus.OPEN:
            return rows[0]
        return None

    def _draw_actions(self) -> None:
        self.close_one.setEnabled(self._closable() is not None)
        rows = self.list.selected_rows()
        if len(rows) == 1:
            self.files.show_subject(SubjectKind.DISPUTE, rows[0].id)
        else:
            self.files.clear()
