"""Payment plans: what customers pay off in instalments, and whether they do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.dunning.payment_plan_letters import LETTER, MAIL
from otc_desktop.application.dunning.read_payment_plans import PaymentPlanRow
from otc_desktop.domain.dunning.payment_plan import (
    InstalmentStanding,
    InstalmentState,
    PaymentPlan,
    PlanState,
)
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.collections.dialogs.payment_plan_form import PaymentPlanForm
from otc_desktop.ui.collections.payment_plan_columns import instalment_columns, plan_columns
from otc_desktop.ui.collections.payment_plans_presenter import PaymentPlansPresenter
from otc_desktop.ui.collections.tone_words import ToneWords
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import MARGIN, SPACING
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.short_list import ShortList
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.form_dialog import FormDialog


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan of the list."""

    id: UUID
    row: PaymentPlanRow


@dataclass(frozen=True, slots=True)
class InstalmentRow:
    """An instalment of the chosen plan."""

    id: UUID
    place: int
    standing: InstalmentStanding


class CancelPlanForm(FormDialog):
    """Why a plan is called off."""

    def __init__(self, services: WindowServices, parent: QWidget | None = None) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Call the payment plan off"))
        self.accept_button.setText(self.tr("Call off"))
        self.reason = QLineEdit(self)
        fields = QFormLayout()
        fields.addRow(self.tr("&Reason"), self.reason)
        self.body.addLayout(fields)
        self.watch_fields({"reason": self.reason})
        self.reason.setFocus()


class PaymentPlansPage(QWidget):
    """Plans at the left, the instalments of the chosen one at the right."""

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._seen = False
        self.presenter = PaymentPlansPresenter(services, program, self)
        self.bar = ActionBar(self)
        add = self.bar.add
        self.new = add(
            self.tr("New…"),
            self.ask_for_plan,
            shortcut="Ctrl+N",
            tip=self.tr("Let a customer pay off in instalments"),
            primary=True,
        )
        self.letter = add(
            self.tr("Open letter"),
            self._open_letter,
            shortcut="Ctrl+O",
            tip=self.tr("The agreement as PDF, to be signed"),
        )
        self.send = add(
            self.tr("Send"),
            self._send,
            shortcut="Ctrl+Return",
            tip=self.tr("Put the letter in the outbox"),
        )
        self.approve = add(
            self.tr("Approve"),
            self._approve,
            tip=self.tr("Let a plan beyond its author's limit take effect"),
        )
        self.cancel = add(
            self.tr("Call off…"),
            self._cancel,
            tip=self.tr("Reminders resume where they stopped"),
        )
        self.words = add(
            self.tr("Words…"),
            self._open_words,
            shortcut="Ctrl+W",
            tip=self.tr("The words of the letter and of its mail, in each language"),
        )
        self._rows = ShortList[PlanRow](
            lambda row: " ".join(
                (
                    row.row.standing.plan.number,
                    row.row.customer_code,
                    row.row.customer_name,
                    *row.row.numbers,
                )
            )
        )
        self._parts = ShortList[InstalmentRow](lambda row: "")
        self.list: ListView[PlanRow] = ListView(
            services,
            self._rows,
            plan_columns(self.presenter),
            name="collections.payment_plans",
            empty=EmptyState(
                title=self.tr("No payment plan"),
                hint=self.tr(
                    "When a customer can't pay at once, agree on instalments here. Reminders"
                    " are withheld while they are kept."
                ),
                action_text=self.tr("New…"),
                action=self.ask_for_plan,
            ),
            parent=self,
        )
        self.instalments: ListView[InstalmentRow] = ListView(
            services,
            self._parts,
            instalment_columns(self.presenter),
            name="collections.instalments",
            empty=EmptyState(
                title=self.tr("No plan is chosen"), hint=self.tr("Choose one in the list.")
            ),
            parent=self,
        )
        self.instalments.filter_bar.hide()
        self.facts = QLabel(self)
        self.facts.setWordWrap(True)
        self._lay_out()
        self.list.selection_changed.connect(lambda ids: self._show_selected())
        self.list.model.loaded.connect(self._on_loaded)
        self._show_selected()

    def showEvent(self, event: QShowEvent) -> None:
        """The plans are read when they are first looked at."""
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            self.reload()

    def reload(self) -> None:
        """Judge the plans again."""
        self.presenter.load(self._show)

    def ask_for_plan(self) -> None:
        """Ask whose, which invoices, and how."""
        form = PaymentPlanForm(self.presenter, self)
        form.submitted.connect(lambda: self._create(form))
        form.open()

    def _create(self, form: PaymentPlanForm) -> None:
        try:
            command = form.command()
        except ValueError:
            form.refuse([("instalments", self.tr("A date or an amount can't be read."))])
            return
        self.presenter.create(
            command,
            on_done=lambda plan: self._on_created(form, plan),
            on_error=self._refusing(form),
        )

    def _on_created(self, form: FormDialog, plan: PaymentPlan) -> None:
        form.accept()
        notices = self.presenter.services.notices
        if plan.approved_by:
            notices.done(
                self.tr("Payment plan {number} agreed").format(number=plan.number),
                action_text=self.tr("Open letter"),
                action=lambda: self.presenter.show_letter(plan.number),
            )
        else:
            notices.warning(
                self.tr("Payment plan {number} waits for approval").format(number=plan.number)
            )
        self.reload()

    def _show(self, rows: Sequence[PaymentPlanRow]) -> None:
        self._rows.show([PlanRow(each.standing.plan.id, each) for each in rows])
        self.list.reload()

    def _on_loaded(self, as_new: bool) -> None:
        first = self.list.model.id_at(0)
        if first is not None and not self.list.selected_ids():
            self.list.select_ids([first])
        self._show_selected()

    def _chosen(self) -> PaymentPlanRow | None:
        rows = self.list.selected_rows()
        return rows[0].row if len(rows) == 1 else None

    def _show_selected(self) -> None:
        row = self._chosen()
        state = None if row is None else row.standing.state
        self.letter.setEnabled(row is not None)
        self.send.setEnabled(state is PlanState.KEPT)
        self.approve.setEnabled(state is PlanState.WAITING)
        self.cancel.setEnabled(state in (PlanState.WAITING, PlanState.KEPT, PlanState.BROKEN))
        if row is None:
            self.facts.setText("")
            self._parts.show(())
        else:
            self.facts.setText(self._facts_of(row))
            self._parts.show(
                [
                    InstalmentRow(UUID(int=place), place, each)
                    for place, each in enumerate(row.standing.instalments, start=1)
                ]
            )
        self.instalments.reload()

    def _facts_of(self, row: PaymentPlanRow) -> str:
        formats, standing = self.presenter.services.formats, row.standing
        missed = sum(each.state is InstalmentState.MISSED for each in standing.instalments)
        lines = [
            f"{standing.plan.number} · {row.customer_code} · {row.customer_name}",
            self.tr("Invoices: {numbers}").format(numbers=", ".join(row.numbers)),
            self.tr("Received {received} of {amount}").format(
                received=formats.money(standing.received),
                amount=formats.money(standing.plan.amount),
            ),
        ]
        if missed:
            lines.append(self.tr("Instalments missed: {count}").format(count=missed))
        if standing.plan.cancel_reason:
            lines.append(standing.plan.cancel_reason)
        return "\n".join(lines)

    def _open_words(self) -> None:
        ToneWords(self.presenter, LETTER, self, names=(LETTER, f"{MAIL}_sent")).open()

    def _open_letter(self) -> None:
        row = self._chosen()
        if row is not None:
            self.presenter.show_letter(row.standing.plan.number)

    def _send(self) -> None:
        row = self._chosen()
        if row is not None:
            self.presenter.send(row.standing.plan.number, self._on_sent)

    def _on_sent(self, recipient: str) -> None:
        self.presenter.services.notices.done(
            self.tr("The letter leaves to {recipient}").format(recipient=recipient)
        )

    def _approve(self) -> None:
        row = self._chosen()
        if row is not None:
            self.presenter.approve(row.standing.plan.number, self.reload)

    def _cancel(self) -> None:
        row = self._chosen()
        if row is None:
            return
        form = CancelPlanForm(self.presenter.services, self)
        form.submitted.connect(
            lambda: self.presenter.cancel(
                row.standing.plan.number,
                form.reason.text(),
                on_done=lambda: self._close(form),
                on_error=self._refusing(form),
            )
        )
        form.open()

    def _close(self, form: FormDialog) -> None:
        form.accept()
        self.reload()

    def _refusing(self, form: FormDialog) -> Callable[[OtcError], None]:
        sentence = self.presenter.sentence
        return lambda refusal: form.refuse(
            [(fault.where or "", sentence(fault)) for fault in faults_of(refusal)]
        )

    def _lay_out(self) -> None:
        detail = QWidget(self)
        right = QVBoxLayout(detail)
        right.setContentsMargins(MARGIN, 0, 0, 0)
        right.setSpacing(SPACING)
        right.addWidget(self.facts)
        right.addWidget(self.instalments, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.list)
        split.addWidget(detail)
        split.setChildrenCollapsible(False)
        split.setSizes([770, 570])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(split, 1)
