"""A mail as its reader will see it."""

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from otc_desktop.ui.collections.wording import MailText
from otc_desktop.ui.kernel.theme import MARGIN, SPACING
from otc_desktop.ui.widgets.fact_list import FactList


class MailPreview(QWidget):
    """Recipient, subject and text; a hint while nothing is chosen."""

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = QLabel(hint, self)
        self._hint.setProperty("muted", True)
        self._hint.setWordWrap(True)
        self._default_hint = hint
        self._facts = FactList(self)
        self._body = QPlainTextEdit(self)
        self._body.setReadOnly(True)
        self._body.setTabChangesFocus(True)
        self._body.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._body.setAccessibleName(self.tr("Text of the mail"))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self._hint)
        column.addWidget(self._facts)
        column.addWidget(self._body, 1)
        column.addStretch(0)
        self.show_mail(None)

    def show_mail(self, mail: MailText | None, *, more: tuple[tuple[str, str], ...] = ()) -> None:
        """Show a mail with further facts about it; None brings the hint back."""
        text = MailText(note=self._default_hint) if mail is None else mail
        self._facts.show_facts(
            (
                (self.tr("To"), text.recipient),
                (self.tr("Subject"), text.subject),
                *more,
            )
        )
        self._hint.setText(text.note)
        self._hint.setVisible(bool(text.note))
        self._body.setPlainText(text.body)
        self._body.setVisible(bool(text.body))

    def text(self) -> str:
        """All that is shown, for screen readers and tests."""
        parts = (self._hint.text(), self._facts.text(), self._body.toPlainText())
        return "\n".join(part for part in parts if part)
