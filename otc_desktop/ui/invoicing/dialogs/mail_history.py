"""What became of a document's mails: every step with the server's answer."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from otc_desktop.application.outbox.queries import DocumentMail, MailStep
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH, _HEIGHT = 820, 420


class MailHistory(FormDialog):
    """One branch a mail, the newest first; below it what happened, in order.

    Args:
        services: what the window offers.
        number: of the document.
        mails: with their steps.
        word: of a value, by its family, in the user's language.
    """

    def __init__(
        self,
        services: WindowServices,
        number: str,
        mails: Sequence[DocumentMail],
        *,
        word: Callable[[str, str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("E-mails of {number}").format(number=number))
        self.accept_button.setText(self.tr("Close"))
        self.cancel_button.hide()
        self.submitted.connect(self.accept)
        self._word = word
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels(
            [self.tr("When"), self.tr("What happened"), self.tr("Answer of the server")]
        )
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setWordWrap(True)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for mail in mails:
            branch = QTreeWidgetItem(
                [mail.recipient, word("mail_status", mail.status), mail.subject]
            )
            branch.addChildren([self._item(step) for step in mail.steps])
            self.tree.addTopLevelItem(branch)
            branch.setExpanded(True)
        self.tree.setVisible(bool(mails))
        none = QLabel(
            self.tr("No mail with this document was made yet. Send it with Ctrl+E."), self
        )
        none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        none.setVisible(not mails)
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(none)
        self.resize(_WIDTH, _HEIGHT if mails else self.sizeHint().height())
        self.tree.setFocus()

    def _item(self, step: MailStep) -> QTreeWidgetItem:
        formats = self.services.formats
        moment = step.made_at.astimezone()
        day = f"{formats.date(moment.date())} {moment:%H:%M}"
        what = self._word("mail_status", step.status)
        if step.made_by:
            what = self.tr("{what} (by {who})").format(what=what, who=step.made_by)
        item = QTreeWidgetItem([day, what, step.answer])
        item.setToolTip(2, step.answer)
        return item
