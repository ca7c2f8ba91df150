"""The right side of the reconciliation desk: one line, its proposal, and what it settles."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from otc_desktop.application.kernel.paging import PageSource
from otc_desktop.application.receivables.explain_receipt import ReceiptExplanation
from otc_desktop.domain.banking.transaction import TransactionStatus
from otc_desktop.domain.receivables.allocation import Reason
from otc_desktop.ui.bank.allocation_list import AllocationList
from otc_desktop.ui.bank.settlement_form import SettlementForm
from otc_desktop.ui.bank.wording import AllocationText, LineText
from otc_desktop.ui.kernel.notices import Notice
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import MARGIN, SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.message_bar import MessageBar
from otc_desktop.ui.widgets.tone_label import ToneLabel


class Desk(QWidget):
    """What is selected on the left, and all that can be done with it.

    Args:
        services: what the window offers.
        customers: searched when the payer is another one than proposed.
        reason_text: a reason of matching in the window's language.
        word: a word of the catalogue by kind and value.

    Signals:
        accept_asked: settle as shown.
        customer_chosen (UUID): the user says who paid.
        undo_asked (UUID): take this allocation back.
        undo_posting_asked (UUID): take this posting to a ledger account back.
    """

    accept_asked = Signal()
    customer_chosen = Signal(object)
    undo_asked = Signal(object)
    undo_posting_asked = Signal(object)

    def __init__(
        self,
        services: WindowServices,
        *,
        customers: PageSource[Any],
        reason_text: Callable[[Reason], str],
        word: Callable[[str, str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._line: LineText | None = None
        self.message_bar = MessageBar(self)
        self._heading = QLabel(self)
        self._heading.setProperty("heading", True)
        self._detail = QLabel(self)
        for label in (self._heading, self._detail):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._detail.setProperty("muted", True)
        self._status = ToneLabel(self)
        self.allocations = AllocationList(self)
        self.allocations.undo_asked.connect(self.undo_asked)
        self.allocations.undo_posting_asked.connect(self.undo_posting_asked)
        self.form = SettlementForm(
            services, customers=customers, reason_text=reason_text, word=word, parent=self
        )
        self.form.accept_asked.connect(self.accept_asked)
        self.form.customer_chosen.connect(self.customer_chosen)
        self._hint = QLabel(self)
        self._hint.setProperty("muted", True)
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._body = QStackedWidget(self)
        self._body.addWidget(self._hint)
        self._body.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, 0, 0)
        column.setSpacing(SPACING)
        for widget in (
            self.message_bar,
            self._heading,
            self._detail,
            self._status,
            self.allocations,
        ):
            column.addWidget(widget)
        column.addWidget(self._body, 1)
        self.show_nothing()

    @property
    def line_id(self) -> UUID | None:
        """The line on show."""
        return None if self._line is None else self._line.id

    def show_nothing(self) -> None:
        """No line is selected."""
        self._show(None, self.tr("Choose a statement line to see what it pays."))

    def show_several(self, count: int) -> None:
        """Several lines are selected: they can only be set aside together."""
        self._show(
            None,
            self.tr("{count} lines selected: they can be posted or set aside together.").format(
                count=count
            ),
        )

    def show_line(self, line: LineText) -> None:
        """Show a line while its proposals are on their way."""
        self._show(line, self._hint_of(line))

    def show_explanation(self, explanation: ReceiptExplanation) -> None:
        """Show what the line may pay; another line's answer is dropped."""
        if explanation.transaction.id == self.line_id:
            self.form.show_explanation(explanation)

    def show_allocations(self, line_id: UUID, allocations: Sequence[AllocationText]) -> None:
        """Show what of the line is settled already; another line's answer is dropped."""
        if line_id == self.line_id:
            self.allocations.show_allocations(allocations)

    def refuse(self, notice: Notice) -> None:
        """Say why the program did not accept."""
        self.message_bar.show_notice(notice)

    def can_settle(self) -> bool:
        """Whether the line on show is money in that waits."""
        line = self._line
        return (
            line is not None
            and line.amount.amount > 0
            and line.status in (TransactionStatus.OPEN, TransactionStatus.PARTIAL)
        )

    def text(self) -> str:
        """All that is said about the line, for screen readers and tests."""
        parts = [self._heading, self._detail, self._status, self._hint]
        said = [label.text() for label in parts if not label.isHidden() and label.text()]
        return "\n".join([*said, self.allocations.text()])

    def _show(self, line: LineText | None, hint: str) -> None:
        self._line = line
        self.message_bar.dismiss()
        self.allocations.show_allocations(())
        self._heading.setText("" if line is None else line.heading)
        self._detail.setText("" if line is None else line.detail)
        self._heading.setVisible(line is not None)
        self._detail.setVisible(line is not None)
        self._status.say(*_status_of(line))
        self._hint.setText(hint)
        settles = self.can_settle()
        self._body.setCurrentWidget(self.form if settles else self._hint)
        if settles and line is not None:
            self.form.show_waiting()

    def _hint_of(self, line: LineText) -> str:
        if line.status is TransactionStatus.IGNORED:
            return self.tr("This line was set aside. Take it back to match it.")
        if line.status is TransactionStatus.MATCHED:
            return self.tr("This line is settled. Undo its allocation to match it otherwise.")
        if line.amount.amount <= 0:
            return self.tr(
                "Money out: post it to a ledger account (Ctrl+L), set it aside with a reason, or "
                "look under «Other settlements» for a refund or a payment returned."
            )
        return ""


def _status_of(line: LineText | None) -> tuple[Tone, str]:
    if line is None or line.status is TransactionStatus.OPEN:
        return Tone.NEUTRAL, ""
    tone = {
        TransactionStatus.MATCHED: Tone.GOOD,
        TransactionStatus.PARTIAL: Tone.WARNING,
    }.get(line.status, Tone.NEUTRAL)
    return tone, line.status_word
