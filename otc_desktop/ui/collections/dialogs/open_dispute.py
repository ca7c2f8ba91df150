"""Which invoice a customer contests, why, and for how much."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from otc_desktop.application.disputes.open_dispute import OpenDispute
from otc_desktop.application.disputes.read_lines import ContestableLine
from otc_desktop.application.kernel.disputing import DisputeDetails
from otc_desktop.application.receivables.queries import OpenItemRow
from otc_desktop.ui.collections.dialogs.dispute_fields import ReasonFields
from otc_desktop.ui.collections.disputes_presenter import DisputesPresenter
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.money_edit import MoneyEdit
from otc_desktop.ui.widgets.picker import Picker

_NOTE_HEIGHT = 70


class OpenDisputeDialog(FormDialog):
    """A dispute before it is noted; without an amount, the line or all that is open counts.

    Args:
        presenter: asks the program.
        number: the invoice where it is known already.
    """

    def __init__(
        self, presenter: DisputesPresenter, *, number: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(
            presenter.services, title="", accept_text="", enter_accepts=False, parent=parent
        )
        self.setWindowTitle(self.tr("Open a dispute"))
        self.accept_button.setText(self.tr("Open the dispute"))
        self._presenter = presenter
        services = presenter.services
        self.number_field: Picker[OpenItemRow] = Picker(
            services,
            presenter.program.queries.open_items,
            describe=lambda row: row.number,
            parent=self,
        )
        self.line_field = QComboBox(self)
        self.reasons = ReasonFields(presenter, self)
        self.amount_field = MoneyEdit(services.formats, parent=self)
        self.owner_field = QLineEdit(self)
        self.owner_field.setPlaceholderText(self.tr("You"))
        self.due_field = DateEdit(services.formats, today=presenter.program.today(), parent=self)
        self.note_field = QPlainTextEdit(self)
        self.note_field.setTabChangesFocus(True)
        self.note_field.setFixedHeight(_NOTE_HEIGHT)
        form = QFormLayout()
        form.addRow(self.tr("&Invoice"), self.number_field)
        form.addRow(self.tr("&Line"), self.line_field)
        form.addRow(self.tr("&Reason"), self.reasons)
        form.addRow(self.tr("Contested &amount"), self.amount_field)
        form.addRow(self.tr("In &charge"), self.owner_field)
        form.addRow(self.tr("To &settle by"), self.due_field)
        form.addRow(self.tr("Customer's &words"), self.note_field)
        hint = QLabel(
            self.tr(
                "Leave the amount empty when the whole line, or the whole open amount, is "
                "contested. Only what is contested is withheld from reminders."
            ),
            self,
        )
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        self.body.addLayout(form)
        self.body.addWidget(hint)
        self.watch_fields(
            {
                "number": self.number_field,
                "line": self.line_field,
                "reason": self.reasons.reason_field,
                "cause": self.reasons.cause_field,
                "amount": self.amount_field,
                "due_on": self.due_field.field,
                "note": self.note_field,
            }
        )
        self._show_lines(())
        self.number_field.picked.connect(self._on_picked)
        self.line_field.currentIndexChanged.connect(self._propose_amount)
        self.setMinimumWidth(560)
        presenter.load_causes()
        if number:
            self.number_field.setText(number)
            presenter.lines_of(number, self._show_lines)
            self.reasons.setFocus()
        else:
            self.number_field.setFocus()

    def command(self) -> OpenDispute:
        """The dispute as it is on show."""
        money = self.amount_field.money()
        return OpenDispute(
            number=self.number_field.text().strip(),
            reason=self.reasons.reason().value,
            amount=None if money is None else money.amount,
            details=DisputeDetails(
                owner=self.owner_field.text().strip(),
                due_on=self.due_field.date(),
                cause_id=self.reasons.cause_id(),
                line=self.line_field.currentData() or 0,
                note=self.note_field.toPlainText().strip(),
            ),
        )

    def _on_picked(self, row: OpenItemRow | None) -> None:
        if row is not None:
            self.amount_field.setPlaceholderText(self.services.formats.money(row.open))
            self._presenter.lines_of(row.number, self._show_lines)

    def _show_lines(self, lines: Sequence[ContestableLine]) -> None:
        self._worths = {each.line: each.worth for each in lines}
        self.line_field.clear()
        self.line_field.addItem(self.tr("no line in particular"), 0)
        for each in lines:
            worth = self.services.formats.money(each.worth)
            self.line_field.addItem(f"{each.line} · {each.description} · {worth}", each.line)
        self.line_field.setEnabled(bool(lines))

    def _propose_amount(self, _place: int) -> None:
        worth = self._worths.get(self.line_field.currentData() or 0)
        if worth is not None:
            self.amount_field.setPlaceholderText(self.services.formats.money(worth))
