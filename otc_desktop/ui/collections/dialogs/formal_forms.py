"""What is asked for a formal notice, a letter's fate, a hand-over, a proposed entry."""

import re
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from otc_desktop.application.dunning.formal_notices import MakeFormalNotice, SettleLetter
from otc_desktop.application.dunning.formal_queries import HandoverRow, LetterRow
from otc_desktop.application.dunning.handovers import CloseHandover, CreateHandover
from otc_desktop.application.receivables.entry_proposals import ProposeEntry
from otc_desktop.domain.dunning.formal_notice import (
    LONGEST_DEADLINE,
    SHORTEST_DEADLINE,
    USUAL_DEADLINE,
    LetterState,
)
from otc_desktop.domain.dunning.handover import HandoverKind, HandoverOutcome
from otc_desktop.domain.ledger.entry_proposal import ProposalKind
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.collections.formal_presenter import FormalPresenter
from otc_desktop.ui.kernel.formats import parse_decimal
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.money_edit import MoneyEdit
from otc_desktop.ui.widgets.picker import Picker

_WIDTH = 560
_BETWEEN_NUMBERS = re.compile(r"[\s,;]+")


class FormalForm(FormDialog):
    """A form of the formal end: labelled fields, then the faults at their own.

    Args:
        presenter: asks the program.
    """

    def __init__(self, presenter: FormalPresenter, parent: QWidget | None = None) -> None:
        super().__init__(
            presenter.services, title="", accept_text="", enter_accepts=False, parent=parent
        )
        self.presenter = presenter
        self.form = QFormLayout()
        self.body.addLayout(self.form)
        self.setMinimumWidth(_WIDTH)

    def refused(self, refusal: OtcError) -> None:
        """Say why the program refuses."""
        sentence = self.presenter.sentence
        self.refuse([(fault.where or "", sentence(fault)) for fault in faults_of(refusal)])

    def add_customer(self, code: str) -> "Picker[Any]":
        """A field for the customer, filled where it is known."""
        field: Picker[Any] = Picker(
            self.presenter.services,
            self.presenter.program.queries.customers,
            describe=lambda row: row.code,
            keys=lambda row: (row.code,),
            parent=self,
        )
        self.form.addRow(self.tr("&Customer"), field)
        if code:
            field.setText(code)
        return field

    def add_invoices(self) -> QLineEdit:
        """A field for numbers of invoices; empty stands for all."""
        field = QLineEdit(self)
        field.setPlaceholderText(self.tr("all late invoices"))
        self.form.addRow(self.tr("&Invoices"), field)
        return field

    def add_choice(self, title: str, words: str, values: tuple[str, ...]) -> QComboBox:
        """A list of words of the catalogue."""
        field = QComboBox(self)
        for value in values:
            field.addItem(self.presenter.word(words, value).capitalize(), value)
        self.form.addRow(title, field)
        return field

    def add_date(self, title: str) -> DateEdit:
        """A day, today at first."""
        today = self.presenter.program.today()
        field = DateEdit(self.services.formats, today=today, parent=self)
        field.set_date(today)
        self.form.addRow(title, field)
        return field

    def add_hint(self, text: str) -> None:
        """What the form does, below its fields."""
        hint = QLabel(text, self)
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        self.body.addWidget(hint)


class NoticeForm(FormalForm):
    """A formal notice before it is made; its draft can be looked at."""

    def __init__(
        self, presenter: FormalPresenter, code: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(presenter, parent)
        self.setWindowTitle(self.tr("Formal notice to pay"))
        self.accept_button.setText(self.tr("Make the letter"))
        self.customer = self.add_customer(code)
        self.invoices = self.add_invoices()
        self.signatory = QLineEdit(self)
        self.signatory.setPlaceholderText(self.tr("Name and position"))
        self.place = QLineEdit(self)
        self.place.setPlaceholderText(self.tr("the company's city"))
        self.days = QSpinBox(self)
        self.days.setRange(SHORTEST_DEADLINE, LONGEST_DEADLINE)
        self.days.setValue(USUAL_DEADLINE)
        self.form.addRow(self.tr("&Signed by"), self.signatory)
        self.form.addRow(self.tr("&Place"), self.place)
        self.form.addRow(self.tr("&Days to pay"), self.days)
        self.add_hint(
            self.tr(
                "Late interest to the day, the indemnity, copies of the invoices and the "
                "statement of account are in the letter."
            )
        )
        self.draft = QPushButton(self.tr("See the draft"), self)
        self.draft.setAutoDefault(False)
        self.buttons.insertWidget(0, self.draft)
        self.draft.clicked.connect(
            lambda: presenter.show_draft(self.command(), on_error=self.refused)
        )
        self.watch_fields(
            {
                "customer": self.customer,
                "items": self.invoices,
                "signatory": self.signatory,
                "deadline_days": self.days,
            }
        )
        self.submitted.connect(
            lambda: presenter.make_notice(
                self.command(), on_done=self.accept, on_error=self.refused
            )
        )
        (self.signatory if code else self.customer).setFocus()

    def command(self) -> MakeFormalNotice:
        """The notice as the fields stand."""
        return MakeFormalNotice(
            customer=self.customer.text().strip(),
            signatory=self.signatory.text().strip(),
            numbers=numbers_in(self.invoices),
            place=self.place.text().strip(),
            deadline_days=self.days.value(),
        )


class LetterForm(FormalForm):
    """What became of a letter."""

    def __init__(
        self, presenter: FormalPresenter, row: LetterRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(presenter, parent)
        self._row = row
        self.setWindowTitle(self.tr("Letter {title}").format(title=row.title))
        self.accept_button.setText(self.tr("Note"))
        states = (
            (LetterState.POSTED, LetterState.CANCELLED)
            if row.state is LetterState.TO_PRINT
            else (LetterState.RECEIVED, LetterState.UNCLAIMED, LetterState.POSTED)
        )
        self.state = self.add_choice(
            self.tr("&State"), "letter_state", tuple(each.value for each in states)
        )
        self.on = self.add_date(self.tr("&Date"))
        self.number = QLineEdit(row.registered_number, self)
        self.form.addRow(self.tr("Registered &number"), self.number)
        self.state.currentIndexChanged.connect(lambda _place: self._follow())
        self.watch_fields({"registered_number": self.number, "on": self.on.field})
        self.submitted.connect(
            lambda: presenter.settle(self.command(), on_done=self.accept, on_error=self.refused)
        )
        self._follow()

    def command(self) -> SettleLetter:
        """The fate as the fields stand."""
        return SettleLetter(
            letter_id=self._row.id,
            state=LetterState(self.state.currentData()),
            on=self.on.date(),
            registered_number=self.number.text().strip(),
        )

    def _follow(self) -> None:
        posted = self.state.currentData() == LetterState.POSTED.value
        self.number.setEnabled(posted)
        if posted:
            self.number.setFocus()


class HandoverForm(FormalForm):
    """Claims before they are handed over, and where their file goes."""

    def __init__(
        self, presenter: FormalPresenter, code: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(presenter, parent)
        self.setWindowTitle(self.tr("Hand over for collection"))
        self.accept_button.setText(self.tr("Hand over"))
        self.customer = self.add_customer(code)
        self.invoices = self.add_invoices()
        self.kind = self.add_choice(
            self.tr("&Way"), "handover_kind", tuple(each.value for each in HandoverKind)
        )
        self.to = QLineEdit(self)
        self.form.addRow(self.tr("&To"), self.to)
        self.signatory = QLineEdit(self)
        self.form.addRow(self.tr("&Legal representative"), self.signatory)
        self.path = QLineEdit(self)
        browse = QPushButton(self.tr("Choose…"), self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        line = QHBoxLayout()
        line.addWidget(self.path, 1)
        line.addWidget(browse)
        label = QLabel(self.tr("&File (zip)"), self)
        label.setBuddy(self.path)
        self.form.addRow(label, line)
        self.add_hint(
            self.tr(
                "The file holds the numbered exhibits, their list, the tables and the facts "
                "for an order to pay. Reminders stop until the file is closed."
            )
        )
        self.watch_fields(
            {
                "customer": self.customer,
                "items": self.invoices,
                "to": self.to,
                "path": self.path,
            }
        )
        self.submitted.connect(self._hand_over)
        (self.to if code else self.customer).setFocus()

    def command(self) -> CreateHandover:
        """The hand-over as the fields stand."""
        return CreateHandover(
            customer=self.customer.text().strip(),
            to=self.to.text().strip(),
            path=Path(self.path.text().strip()),
            kind=HandoverKind(self.kind.currentData()),
            numbers=numbers_in(self.invoices),
            signatory=self.signatory.text().strip(),
        )

    def _hand_over(self) -> None:
        if not self.path.text().strip():
            self.refuse([("path", self.tr("Choose where the file is written."))])
            return
        self.presenter.hand_over(self.command(), on_done=self.accept, on_error=self.refused)

    def _browse(self) -> None:
        name = self.presenter.case_name(self.customer.text().strip())
        file, _kind = QFileDialog.getSaveFileName(
            self, self.tr("File for collection"), name, self.tr("ZIP files (*.zip)")
        )
        if file:
            self.path.setText(file)


class CloseHandoverForm(FormalForm):
    """How a hand-over ends, and what it cost."""

    def __init__(
        self, presenter: FormalPresenter, row: HandoverRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(presenter, parent)
        self._row = row
        self.setWindowTitle(self.tr("Close file {number}").format(number=row.number))
        self.accept_button.setText(self.tr("Close the file"))
        ends = tuple(each.value for each in HandoverOutcome if each is not HandoverOutcome.OPEN)
        self.outcome = self.add_choice(self.tr("&Outcome"), "handover_outcome", ends)
        self.on = self.add_date(self.tr("&Date"))
        self.fee = MoneyEdit(self.services.formats, parent=self)
        self.note = QLineEdit(self)
        self.form.addRow(self.tr("&Fee"), self.fee)
        self.form.addRow(self.tr("&Note"), self.note)
        self.watch_fields({"outcome": self.outcome, "on": self.on.field, "fee": self.fee})
        self.submitted.connect(
            lambda: presenter.close_handover(
                self.command(), on_done=self.accept, on_error=self.refused
            )
        )

    def command(self) -> CloseHandover:
        """The end as the fields stand."""
        fee = self.fee.money()
        return CloseHandover(
            number=self._row.number,
            outcome=HandoverOutcome(self.outcome.currentData()),
            fee=None if fee is None else fee.amount,
            on=self.on.date(),
            note=self.note.text().strip(),
        )


class ProposeForm(FormalForm):
    """An entry for claims in doubt, before it is proposed."""

    def __init__(
        self, presenter: FormalPresenter, code: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(presenter, parent)
        self.setWindowTitle(self.tr("Propose an entry"))
        self.accept_button.setText(self.tr("Propose"))
        self.customer = self.add_customer(code)
        kinds = tuple(
            each.value for each in ProposalKind if each is not ProposalKind.DIFFERENCE_VAT
        )
        self.kind = self.add_choice(self.tr("&Entry"), "proposal_kind", kinds)
        self.invoices = self.add_invoices()
        self.invoices.setPlaceholderText(self.tr("all that fit"))
        self.percent = QLineEdit(self)
        self.percent.setPlaceholderText(self.tr("of the amount without VAT"))
        self.amount = MoneyEdit(self.services.formats, parent=self)
        self.reason = QLineEdit(self)
        self.on = self.add_date(self.tr("&Date of the entry"))
        self.form.addRow(self.tr("&Percentage"), self.percent)
        self.form.addRow(self.tr("&Amount received"), self.amount)
        self.form.addRow(self.tr("&Reason"), self.reason)
        self.kind.currentIndexChanged.connect(lambda _place: self._follow())
        self.watch_fields(
            {
                "customer": self.customer,
                "items": self.invoices,
                "percent": self.percent,
                "amount": self.amount,
                "reason": self.reason,
            }
        )
        self.add_hint(self.tr("Nothing is posted until the accountant accepts it."))
        self.submitted.connect(self._propose)
        self._follow()
        (self.kind if code else self.customer).setFocus()

    def command(self) -> ProposeEntry:
        """The proposal as the fields stand.

        Raises:
            RuleError: for a percentage that is no number.
        """
        text = self.percent.text().strip().rstrip("%").strip()
        money = self.amount.money()
        return ProposeEntry(
            customer=self.customer.text().strip(),
            kind=ProposalKind(self.kind.currentData()),
            numbers=numbers_in(self.invoices),
            percent=parse_decimal(text) if text and self.percent.isEnabled() else None,
            reason=self.reason.text().strip(),
            amount=None if money is None or not self.amount.isEnabled() else money.amount,
            on=self.on.date(),
        )

    def _propose(self) -> None:
        try:
            command = self.command()
        except OtcError as refusal:
            self.refuse([("percent", self.presenter.error_text(refusal))])
            return
        self.presenter.propose(command, on_done=self.accept, on_error=self.refused)

    def _follow(self) -> None:
        kind = self.kind.currentData()
        self.percent.setEnabled(kind == ProposalKind.PROVISION.value)
        self.amount.setEnabled(kind == ProposalKind.REINSTATE.value)


def numbers_in(field: QLineEdit) -> tuple[str, ...]:
    """The numbers typed, parted by commas or spaces."""
    return tuple(part for part in _BETWEEN_NUMBERS.split(field.text().strip()) if part)
