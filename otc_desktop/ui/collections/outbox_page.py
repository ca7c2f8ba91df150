"""The outbox: mails that wait, left, or failed, with the server's answer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.outbox.queries import MailRow
from otc_desktop.application.outbox.send_mail import FAILED, READY, SENT, UNCERTAIN
from otc_desktop.ui.collections.columns import mail_columns, status_filter
from otc_desktop.ui.collections.mail_preview import MailPreview
from otc_desktop.ui.collections.presenter import CollectionsPresenter
from otc_desktop.ui.collections.wording import MailText
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar


class OutboxPage(QWidget):
    """What became of each mail."""

    def __init__(self, presenter: CollectionsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.bar = ActionBar(self)
        self.send = self.bar.add(
            self.tr("Send now"),
            presenter.send_now,
            shortcut="Ctrl+Return",
            tip=self.tr("Send every mail that is ready to leave"),
            primary=True,
        )
        self.list: ListView[MailRow] = ListView(
            presenter.services,
            presenter.program.queries.outbox,
            mail_columns(presenter),
            name="collections.outbox",
            empty=EmptyState(
                title=self.tr("No mail yet"),
                hint=self.tr("Invoices sent and reminders come here before they leave."),
            ),
            filters=(
                status_filter(presenter, "mail_status", (None, READY, SENT, FAILED, UNCERTAIN)),
            ),
            parent=self,
        )
        self.preview = MailPreview(self.tr("Choose a mail to read it."), self)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.list)
        split.addWidget(self.preview)
        split.setChildrenCollapsible(False)
        split.setSizes([780, 560])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(split, 1)
        self.list.selection_changed.connect(lambda ids: self._show_selected())
        self.list.model.loaded.connect(lambda as_new: self._show_selected())

    def _show_selected(self) -> None:
        rows = self.list.selected_rows()
        if len(rows) != 1:
            self.preview.show_mail(None)
            return
        (row,) = rows
        answer = self._presenter.answer_text(row.server_answer)
        self.preview.show_mail(
            MailText(recipient=row.recipient, subject=row.subject, body=row.body),
            more=(
                (self.tr("Answer of the server"), answer),
                (self.tr("Attempts"), self._presenter.services.formats.number(row.attempts)),
            ),
        )
