"""The life cycle of one document: what happened, when, by whom, why, and how much."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from otc_desktop.application.invoicing.read_life_cycle import LifeCycle
from otc_desktop.domain.invoicing.lifecycle import FACTS, StatusCode
from otc_desktop.domain.invoicing.lifecycle_history import ReformStatus, StatusSource
from otc_desktop.ui.invoicing.columns import reform_mark
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_SIZE = (980, 460)
_ROW_MARGIN, _LAST = 10, 4
_NOTE_KEY = "Ctrl+N"


class LifeCycleDialog(FormDialog):
    """The history by date, what stands above it, and what to do about it.

    Args:
        services: what the window offers.
        life: of the document.
        word: of a value, by its family, in the user's language.

    Signals:
        noting_asked: the user wants to note a status.
    """

    noting_asked = Signal()

    def __init__(
        self,
        services: WindowServices,
        life: LifeCycle,
        *,
        word: Callable[[str, str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(
            self.tr("Reform: {number}, {customer}").format(
                number=life.number, customer=life.customer_name
            )
        )
        self.accept_button.setText(self.tr("Close"))
        self.cancel_button.hide()
        self.submitted.connect(self.accept)
        self._word = word
        self.noting = QPushButton(self.tr("Note a status…"), self)
        self.noting.setShortcut(QKeySequence(_NOTE_KEY))
        key = QKeySequence(_NOTE_KEY).toString(QKeySequence.SequenceFormat.NativeText)
        self.noting.setToolTip(f"{self.noting.text()} ({key})")
        self.noting.setAutoDefault(False)
        self.noting.clicked.connect(self.noting_asked)
        self.buttons.insertWidget(0, self.noting)
        self.standing = QLabel(self)
        self.standing.setProperty("subheading", True)
        self.advice = QLabel(self)
        self.advice.setWordWrap(True)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels(
            [
                self.tr("Date"),
                self.tr("Status"),
                self.tr("Set by"),
                self.tr("Received, including tax"),
                self.tr("Reason and note"),
            ]
        )
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(0)
        self.tree.setAlternatingRowColors(True)
        self.tree.setWordWrap(True)
        for column in range(4):
            self.tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.none = QLabel(
            self.tr(
                "No platform has this document yet. Import its messages, or note the status that "
                "the platform shows."
            ),
            self,
        )
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.none.setWordWrap(True)
        self.body.addWidget(self.standing)
        self.body.addWidget(self.advice)
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(self.none)
        self.resize(*_SIZE)
        self.show_life(life)
        self.tree.setFocus()

    def show_life(self, life: LifeCycle) -> None:
        """Show a document's life cycle, maybe after a status was added."""
        formats, present = self.services.formats, life.present
        self.tree.clear()
        self.tree.addTopLevelItems([self._item(each) for each in life.history])
        self.tree.setVisible(bool(life.history))
        self.none.setVisible(not life.history)
        self.standing.setVisible(present is not None)
        self.advice.hide()
        if present is None:
            return
        mark = reform_mark(present.code.value, self._word, partial=present.is_partial)
        text = "" if mark is None else f"{mark.tone.glyph} {mark.text}"
        if present.cashed:
            told = self.tr("received: {amount}").format(amount=formats.money(present.cashed))
            text = f"{text} · {told}"
        self.standing.setText(text)
        advice = self._word("reform_advice", present.code.value)
        self.advice.setText(advice)
        self.advice.setVisible(advice != present.code.value)

    def _item(self, status: ReformStatus) -> QTreeWidgetItem:
        formats = self.services.formats
        when = formats.date(status.at.date())
        if status.source is StatusSource.MESSAGE:
            # Of what was noted or allocated only the day is known.
            when = f"{when} {status.at:%H:%M}"
        mark = reform_mark(status.code.value, self._word)
        name = status.code.value if mark is None else f"{mark.tone.glyph} {mark.text}"
        amounts = "\n".join(
            formats.money(each.amount)
            if each.rate is None
            else self.tr("{amount} at {rate}").format(
                amount=formats.money(each.amount), rate=formats.percent(each.rate)
            )
            for each in status.amounts
        )
        item = QTreeWidgetItem([when, name, "", amounts, self._why(status)])
        setter = self._word("reform_setter", FACTS[status.code].setter.value)
        source = self._word("reform_source", status.source.value)
        item.setText(2, f"{setter}\n{source}")
        if status.code is StatusCode.CASHED and status.is_own:
            goes_to = (
                self.tr("For the customer and the tax authority")
                if status.is_bound
                else self.tr("For the customer: VAT is not due on receipt")
            )
            item.setToolTip(1, goes_to)
        item.setToolTip(4, item.text(4))
        item.setToolTip(0, status.recorded_by)
        lines = max(2, len(status.amounts), item.text(4).count("\n") + 1)
        line_height = self.tree.fontMetrics().lineSpacing()
        item.setSizeHint(_LAST, QSize(0, lines * line_height + _ROW_MARGIN))
        for column in range(5):
            item.setTextAlignment(
                column, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            )
        return item

    def _why(self, status: ReformStatus) -> str:
        reasons = [self._word("reform_reason", each) for each in status.reasons]
        parts = [", ".join(reasons), status.reason_text, status.note]
        return "\n".join(part for part in parts if part)
