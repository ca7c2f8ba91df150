"""Reminders that were made: those that wait for approval, and what became of the others."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.dunning.queries import NoticeRow
from otc_desktop.application.dunning.run_reminders import DONE, QUEUED, WAITING
from otc_desktop.ui.collections.columns import notice_columns, status_filter
from otc_desktop.ui.collections.mail_preview import MailPreview
from otc_desktop.ui.collections.presenter import CollectionsPresenter
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar

SENT = "sent"


class NoticesPage(QWidget):
    """Read a reminder, then let it go."""

    def __init__(self, presenter: CollectionsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._shown: NoticeRow | None = None
        self.bar = ActionBar(self)
        self.approve = self.bar.add(
            self.tr("Approve"),
            self._approve,
            shortcut="Ctrl+Return",
            tip=self.tr("Let the mail leave; a call or letter is noted as done"),
            primary=True,
        )
        self.letter = self.bar.add(
            self.tr("Open letter"),
            self._open_letter,
            shortcut="Ctrl+O",
            tip=self.tr("The letter as PDF: a draft until it is approved"),
        )
        self.list: ListView[NoticeRow] = ListView(
            presenter.services,
            presenter.program.queries.notices,
            notice_columns(presenter),
            name="collections.notices",
            empty=EmptyState(
                title=self.tr("No reminder waits for approval"),
                hint=self.tr("Reminders that need your approval come here once they are made."),
            ),
            filters=(
                status_filter(presenter, "notice_status", (WAITING, QUEUED, SENT, DONE, None)),
            ),
            parent=self,
        )
        self.preview = MailPreview(self.tr("Choose a reminder to read it."), self)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.list)
        split.addWidget(self.preview)
        split.setChildrenCollapsible(False)
        split.setSizes([770, 570])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(split, 1)
        self.list.selection_changed.connect(lambda ids: self._show_selected())
        self.list.model.loaded.connect(lambda as_new: self._show_selected())
        self.approve.setEnabled(False)

    def _show_selected(self) -> None:
        rows = self.list.selected_rows()
        self.approve.setEnabled(bool(rows) and {row.status for row in rows} == {WAITING})
        row = rows[0] if len(rows) == 1 else None
        self.letter.setEnabled(row is not None and row.channel.is_posted)
        if row == self._shown:
            return
        self._shown = row
        if row is None:
            self.preview.show_mail(None)
            return
        answer = self._presenter.answer_text(row.server_answer)
        more = ((self.tr("Answer of the server"), answer),)
        self._presenter.preview_notice(row, lambda mail: self.preview.show_mail(mail, more=more))

    def _open_letter(self) -> None:
        rows = self.list.selected_rows()
        if len(rows) == 1:
            self._presenter.open_letter(rows[0])

    def _approve(self) -> None:
        if ids := self.list.selected_ids():
            self.approve.setEnabled(False)
            self._presenter.approve(ids)
