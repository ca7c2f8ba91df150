"""The outbox: mails that wait, left, or failed, with the server's answer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.outbox.cancel_mail import CANCELLABLE
from otc_desktop.application.outbox.queries import MailRow
from otc_desktop.application.outbox.retry_mail import RETRYABLE
from otc_desktop.application.outbox.send_mail import (
    BOUNCED,
    CANCELLED,
    FAILED,
    READY,
    SENT,
    UNCERTAIN,
)
from otc_desktop.domain.shared.errors import ConfirmationRequired, OtcError
from otc_desktop.ui.collections.address_form import AddressForm
from otc_desktop.ui.collections.columns import mail_columns, status_filter
from otc_desktop.ui.collections.mail_preview import MailPreview
from otc_desktop.ui.collections.presenter import CollectionsPresenter
from otc_desktop.ui.collections.wording import MailText
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.confirm import confirm


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
        self.retry = self.bar.add(
            self.tr("Send again"),
            self._retry,
            shortcut="Ctrl+R",
            tip=self.tr("Put the chosen e-mail back in the outbox"),
        )
        self.correct = self.bar.add(
            self.tr("Correct the address…"),
            self._ask_for_address,
            shortcut="F2",
            tip=self.tr("Send the chosen e-mail to another address"),
        )
        self.cancel = self.bar.add(
            self.tr("Cancel the e-mail"),
            self._ask_to_cancel,
            tip=self.tr("The chosen e-mail will not leave"),
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
                status_filter(
                    presenter,
                    "mail_status",
                    (None, READY, SENT, FAILED, BOUNCED, UNCERTAIN, CANCELLED),
                ),
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

    def _retry(self) -> None:
        rows = self.list.selected_rows()
        if len(rows) == 1:
            self._send_again(rows[0])

    def _send_again(self, row: MailRow, *, may_arrive_twice: bool = False) -> None:
        def refused(refusal: OtcError) -> None:
            if isinstance(refusal, ConfirmationRequired):
                confirm(
                    self,
                    question=self._presenter.title(refusal.code),
                    explanation=self._presenter.error_text(refusal),
                    accept_text=self.tr("Send again"),
                    on_accept=lambda: self._send_again(row, may_arrive_twice=True),
                )
            else:
                self._presenter.services.notices.warning(self._presenter.error_text(refusal))

        self._presenter.retry(
            row.id,
            on_done=self._presenter.send_now,
            on_error=refused,
            may_arrive_twice=may_arrive_twice,
        )

    def _ask_for_address(self) -> None:
        rows = self.list.selected_rows()
        if len(rows) != 1:
            return
        (row,) = rows
        form = AddressForm(
            self._presenter.services,
            row,
            answer=self._presenter.answer_text(row.server_answer),
            parent=self,
        )
        form.submitted.connect(lambda: self._send_corrected(row, form))
        form.open()

    def _send_corrected(self, row: MailRow, form: AddressForm) -> None:
        def queued() -> None:
            form.accept()
            self._presenter.send_now()

        sentence = self._presenter.sentence
        self._presenter.retry(
            row.id,
            on_done=queued,
            on_error=lambda refusal: form.refuse(
                [(fault.where or "", sentence(fault)) for fault in faults_of(refusal)]
            ),
            recipient=form.recipient.text(),
            keep_address=form.keep.isChecked(),
            # Where the first copy may have gone is not where this one goes.
            may_arrive_twice=form.is_corrected(),
        )

    def _ask_to_cancel(self) -> None:
        rows = self.list.selected_rows()
        if len(rows) != 1:
            return
        (row,) = rows
        confirm(
            self,
            question=self.tr("Cancel this e-mail?"),
            explanation=self.tr("{recipient} will not receive it: {subject}").format(
                recipient=row.recipient, subject=row.subject
            ),
            accept_text=self.tr("Cancel the e-mail"),
            on_accept=lambda: self._presenter.cancel_mail(
                row.id,
                on_done=lambda: self._presenter.services.notices.done(self.tr("E-mail cancelled")),
            ),
        )

    def _show_selected(self) -> None:
        rows = self.list.selected_rows()
        one = rows[0].status if len(rows) == 1 else None
        self.retry.setEnabled(one in RETRYABLE)
        self.correct.setEnabled(one in RETRYABLE)
        self.cancel.setEnabled(one in CANCELLABLE)
        if len(rows) != 1:
            self.preview.show_mail(None)
            return
        (row,) = rows
        answer = self._presenter.answer_text(row.server_answer)
        self.preview.show_mail(
            MailText(recipient=row.recipient, subject=row.subject, body=row.body),
            more=(
                (self.tr("Attached"), ", ".join(row.attachments)),
                (self.tr("Answer of the server"), answer),
                (self.tr("Attempts"), self._presenter.services.formats.number(row.attempts)),
            ),
        )
