"""A dialog that asks the program for something, and stays until the program agrees."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from otc_desktop.ui.kernel.notices import Notice
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import MARGIN, SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.message_bar import MessageBar
from otc_desktop.ui.widgets.validity import mark_validity

_MOST_SHOWN = 6


class FormDialog(QDialog):
    """Message bar, content, and two buttons; Ctrl+Enter agrees from any field.

    Args:
        services: what the window offers.
        title: of the dialog.
        accept_text: what the agreeing button says.
        enter_accepts: whether Enter alone agrees, too.

    Signals:
        submitted: the user agreed; whoever opened the dialog acts, and closes it by
            `accept()` or says what is wrong by `refuse()`.
    """

    submitted = Signal()

    def __init__(
        self,
        services: WindowServices,
        *,
        title: str,
        accept_text: str,
        enter_accepts: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self.services = services
        self._fields: dict[str, QWidget] = {}
        self.message_bar = MessageBar(self)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACING)
        self.accept_button = QPushButton(accept_text, self)
        key = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        self.accept_button.setToolTip(f"{accept_text} ({key})")
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.setAutoDefault(False)
        self.accept_button.setProperty("primary", True)
        self.accept_button.setAutoDefault(enter_accepts)
        self.accept_button.setDefault(enter_accepts)
        self.accept_button.clicked.connect(self._submit)
        self.cancel_button.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._submit)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addWidget(self.message_bar)
        column.addLayout(self.body, 1)
        column.addLayout(self.buttons)

    def watch_fields(self, fields: Mapping[str, QWidget]) -> None:
        """Name the fields, so that a fault is shown at its own."""
        self._fields.update(fields)

    def refuse(self, faults: Sequence[tuple[str, str]]) -> None:
        """Say what is wrong: pairs of the field's name and a sentence."""
        self._set_busy(busy=False)
        self._unmark()
        first: QWidget | None = None
        for name, sentence in faults:
            field = self._fields.get(name)
            if field is not None:
                mark_validity(field, sentence)
                first = first or field
        sentences = [sentence for _, sentence in faults]
        if len(sentences) > _MOST_SHOWN:
            more = len(sentences) - _MOST_SHOWN
            sentences = [*sentences[:_MOST_SHOWN], self.tr("… and {count} more").format(count=more)]
        self.message_bar.show_notice(Notice(tone=Tone.BAD, title="\n".join(sentences)))
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit(self) -> None:
        if not self.accept_button.isEnabled():
            return
        self._unmark()
        self.message_bar.dismiss()
        self._set_busy(busy=True)
        self.submitted.emit()

    def _unmark(self) -> None:
        for field in self._fields.values():
            mark_validity(field, "")

    def _set_busy(self, *, busy: bool) -> None:
        self.accept_button.setEnabled(not busy)
