"""What a line pays: the proposal, the customer, the documents ticked, and the difference."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from otc_desktop.application.kernel.paging import PageSource
from otc_desktop.application.receivables.allocate_receipt import AllocateReceipt
from otc_desktop.application.receivables.explain_receipt import ReceiptExplanation
from otc_desktop.domain.matching.candidates import Candidate
from otc_desktop.domain.receivables.allocation import DifferenceKind, Reason
from otc_desktop.ui.bank.open_items_model import OpenItemsModel
from otc_desktop.ui.bank.open_items_table import OpenItemsTable
from otc_desktop.ui.bank.proposal_box import ProposalBox
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import SPACING, tabular
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.picker import Picker
from otc_desktop.ui.widgets.tone_label import ToneLabel


class SettlementForm(QWidget):
    """Everything between reading a line and accepting it.

    Signals:
        accept_asked: settle as shown.
        customer_chosen (UUID): the user says who paid.
    """

    accept_asked = Signal()
    customer_chosen = Signal(object)

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
        self._formats = services.formats
        self._explanation: ReceiptExplanation | None = None
        self.proposal = ProposalBox(services.formats, reason_text=reason_text, parent=self)
        self.proposal.chosen.connect(self._on_candidate)
        self.customer: Picker[Any] = Picker(
            services,
            customers,
            describe=lambda row: f"{row.code} · {row.name}",
            parent=self,
        )
        self.customer.setAccessibleName(self.tr("Customer"))
        self.customer.picked.connect(self._on_customer)
        self.items = OpenItemsModel(services.formats, self)
        self.items.choice_changed.connect(self._draw_difference)
        self.table = OpenItemsTable(self.items, services.formats, self)
        self.table.accept_asked.connect(self.accept_asked)
        self.sums = QLabel(self)
        self.sums.setFont(tabular(self.font()))
        self.difference = ToneLabel(self)
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(self.tr("What the difference is"))
        self.kind.setToolTip(self.tr("What the difference is"))
        for each in DifferenceKind:
            self.kind.addItem(self._kind_text(each, word), each)
        self.kind.currentIndexChanged.connect(self._draw_difference)
        self.accept_button = QPushButton(self.tr("Accept and next"), self)
        self.accept_button.setToolTip(
            self.tr("Settle as shown and go to the next line (Enter in the list, or Ctrl+Enter)")
        )
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.accept_asked)
        self._lay_out()

    def show_waiting(self) -> None:
        """The line's proposals are on their way."""
        self._explanation = None
        self.proposal.show_waiting()
        self._show_customer(None)
        self.items.show_items(None, ())
        self.accept_button.setEnabled(False)

    def show_explanation(self, explanation: ReceiptExplanation) -> None:
        """Show the proposals with the best one ticked."""
        self._explanation = explanation
        self._show_customer(explanation.customer)
        self.items.show_items(explanation.transaction.unallocated, explanation.items)
        self.proposal.show_candidates(explanation.candidates)
        best = self.proposal.current()
        if best is not None:
            self._tick(best)
        self._draw_difference()

    def settlement(self) -> AllocateReceipt | None:
        """What the user would accept; None while nothing is here to accept."""
        explanation = self._explanation
        if explanation is None:
            return None
        candidate = self._candidate_as_ticked()
        kind = self.kind.currentData()
        return AllocateReceipt(
            transaction_id=explanation.transaction.id,
            parts=self.items.parts(),
            difference_kind=DifferenceKind(kind),
            confidence=None if candidate is None else candidate.confidence,
            reasons=() if candidate is None else candidate.reasons,
        )

    def set_busy(self, *, busy: bool) -> None:
        """Nothing can be accepted while an acceptance is on its way."""
        self.accept_button.setEnabled(not busy and bool(self.items.parts()))

    def _candidate_as_ticked(self) -> Candidate | None:
        """The proposal, if it is what is ticked; its reasons then stay with the allocation."""
        candidate = self.proposal.current()
        if candidate is None or dict(candidate.parts) != self.items.parts_by_id():
            return None
        return candidate

    def _tick(self, candidate: Candidate) -> None:
        self.items.choose(dict(candidate.parts))
        self.kind.setCurrentIndex(self.kind.findData(candidate.difference.kind))

    def _on_candidate(self, candidate: Candidate) -> None:
        """A proposal may name another customer's documents: then those are read first."""
        explanation = self._explanation
        if explanation is None:
            return
        first, _ = candidate.parts[0]
        if first in {each.id for each in explanation.items}:
            self._tick(candidate)
        else:
            self.customer_chosen.emit(explanation.customer_of[first])

    def _on_customer(self, row: Any) -> None:
        if row is not None:
            self.customer_chosen.emit(row.id)

    def _show_customer(self, customer: Any) -> None:
        self.customer.blockSignals(True)
        self.customer.set_row(customer)
        self.customer.blockSignals(False)

    def _draw_difference(self) -> None:
        explanation, left, chosen = self._explanation, self.items.left(), self.items.chosen()
        parts = self.items.parts()
        self.accept_button.setEnabled(bool(parts))
        self.kind.setEnabled(bool(parts) and bool(left))
        if explanation is None or left is None or chosen is None:
            self.sums.clear()
            self.difference.say(Tone.NEUTRAL, "")
            return
        money = self._formats.money
        self.sums.setText(
            self.tr("Received {received}     Chosen {chosen}     Difference {difference}").format(
                received=money(explanation.transaction.unallocated),
                chosen=money(chosen),
                difference=money(left),
            )
        )
        written_off = DifferenceKind(self.kind.currentData()) is not DifferenceKind.NONE
        if not parts:
            self.difference.say(Tone.INFO, self.tr("Tick the documents that this line pays."))
        elif not left:
            self.difference.say(Tone.GOOD, self.tr("The whole receipt is used."))
        elif written_off:
            self.difference.say(
                Tone.WARNING,
                self.tr("{amount} will be written off.").format(amount=money(abs(left))),
            )
        elif left.amount > 0:
            self.difference.say(
                Tone.INFO,
                self.tr("{amount} will stay to be explained.").format(amount=money(left)),
            )
        else:
            self.difference.say(
                Tone.WARNING,
                self.tr(
                    "{amount} is missing: lower an amount, or say what the difference is."
                ).format(amount=money(-left)),
            )

    def _kind_text(self, kind: DifferenceKind, word: Callable[[str, str], str]) -> str:
        if kind is DifferenceKind.NONE:
            return self.tr("Leave the difference open")
        return self.tr("Write off: {kind}").format(kind=word("difference_kind", kind.value))

    def _lay_out(self) -> None:
        who = QHBoxLayout()
        label = QLabel(self.tr("&Customer"), self)
        label.setBuddy(self.customer)
        who.addWidget(label)
        who.addWidget(self.customer, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.difference, 1)
        foot.addWidget(self.kind)
        foot.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.proposal)
        column.addLayout(who)
        column.addWidget(self.table, 1)
        column.addWidget(self.sums)
        column.addLayout(foot)
