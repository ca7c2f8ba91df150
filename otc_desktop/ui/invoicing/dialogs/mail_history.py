"""What became of a document's mails, and what came back: every step, every answer."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from otc_desktop.application.mailbox.queries import ReceivedRow
from otc_desktop.application.outbox.queries import DocumentMail, MailStep
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH, _HEIGHT = 820, 520


class MailHistory(FormDialog):
    """One branch a mail, ours and theirs, the newest first; below ours what happened, in order.

    What a customer or its server wrote is shown as text when it is chosen; nothing in it runs.

    Args:
        services: what the window offers.
        number: of the document.
        mails: with their steps.
        received: answers and bounces that were filed with the document.
        word: of a value, by its family, in the user's language.
    """

    def __init__(
        self,
        services: WindowServices,
        number: str,
        mails: Sequence[DocumentMail],
        received: Sequence[ReceivedRow] = (),
        *,
        word: Callable[[str, str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("E-mails of {number}").format(number=number))
        self.accept_button.setText(self.tr("Close"))
        self.cancel_button.hide()
        self.submitted.connect(self.accept)
        self.dispute = QPushButton(self.tr("Open a &dispute…"), self)
        self.dispute.setAutoDefault(False)
        self.dispute.setToolTip(self.tr("The customer contests the document: write down why"))
        self.dispute.clicked.connect(lambda: self._open_dispute(number))
        self.dispute.setVisible(bool(received))
        self.buttons.insertWidget(0, self.dispute)
        self._word = word
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels(
            [self.tr("When"), self.tr("What happened"), self.tr("Answer of the server")]
        )
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setWordWrap(True)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._received = {str(each.id): each for each in received}
        ours = [(self._moment(each), self._ours(each)) for each in mails]
        theirs = [(each.filed_at, self._theirs(each)) for each in received]
        for _moment, branch in sorted(ours + theirs, key=lambda each: each[0], reverse=True):
            self.tree.addTopLevelItem(branch)
            branch.setExpanded(True)
        self.tree.setVisible(bool(mails or received))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Text of the e-mail"))
        self.text.setPlaceholderText(self.tr("Choose an e-mail that came in to read it."))
        self.text.setVisible(bool(received))
        self.tree.currentItemChanged.connect(lambda item, _before: self._read(item))
        for place in range(self.tree.topLevelItemCount()):
            shown = self.tree.topLevelItem(place)
            if shown is not None and shown.data(0, Qt.ItemDataRole.UserRole):
                self.tree.setCurrentItem(shown)
                break
        none = QLabel(
            self.tr("No mail with this document was made yet. Send it with Ctrl+E."), self
        )
        none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        none.setVisible(not (mails or received))
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(self.text, 1)
        self.body.addWidget(none)
        self.resize(_WIDTH, _HEIGHT if mails or received else self.sizeHint().height())
        self.tree.setFocus()

    def _moment(self, mail: DocumentMail) -> datetime:
        """When it was queued: its first step."""
        return mail.steps[0].made_at if mail.steps else datetime.min.replace(tzinfo=UTC)

    def _ours(self, mail: DocumentMail) -> QTreeWidgetItem:
        status = self._word("mail_status", mail.status)
        branch = QTreeWidgetItem([mail.recipient, status, mail.subject])
        branch.addChildren([self._item(step) for step in mail.steps])
        return branch

    def _theirs(self, mail: ReceivedRow) -> QTreeWidgetItem:
        sender = f"{mail.sender_name} <{mail.sender}>" if mail.sender_name else mail.sender
        nature = self._word("mail_nature", mail.nature)
        branch = QTreeWidgetItem([sender, nature, mail.subject])
        branch.setData(0, Qt.ItemDataRole.UserRole, str(mail.id))
        when = QTreeWidgetItem([self._day(mail.sent_at or mail.filed_at), nature, mail.diagnostic])
        when.setData(0, Qt.ItemDataRole.UserRole, str(mail.id))
        when.setToolTip(2, mail.diagnostic)
        branch.addChild(when)
        return branch

    def _read(self, item: QTreeWidgetItem | None) -> None:
        chosen = None if item is None else item.data(0, Qt.ItemDataRole.UserRole)
        mail = self._received.get(chosen or "")
        self.text.setPlainText("" if mail is None else f"{mail.subject}\n\n{mail.body}")

    def _open_dispute(self, number: str) -> None:
        self.accept()
        place = Place(tab="collections", kind="new_dispute", search=number)
        self.services.navigator.open(place)

    def _day(self, moment: datetime) -> str:
        local = moment.astimezone()
        return f"{self.services.formats.date(local.date())} {local:%H:%M}"

    def _item(self, step: MailStep) -> QTreeWidgetItem:
        day = self._day(step.made_at)
        what = self._word("mail_status", step.status)
        if step.made_by:
            what = self.tr("{what} (by {who})").format(what=what, who=step.made_by)
        item = QTreeWidgetItem([day, what, step.answer])
        item.setToolTip(2, step.answer)
        return item
