"""The day's calls: whom to telephone, what to say, and how it went in two keys."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.dunning.call_list import CallList, CallTask
from otc_desktop.application.dunning.call_sheet import SCRIPT, CallSheet
from otc_desktop.application.dunning.close_call import ClosedCall
from otc_desktop.domain.dunning.call import CallOutcome
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.collections.call_sheet_panel import CallSheetPanel
from otc_desktop.ui.collections.calls_presenter import CallsPresenter
from otc_desktop.ui.collections.columns import call_columns
from otc_desktop.ui.collections.dialogs.call_outcome import CallOutcomeForm
from otc_desktop.ui.collections.tone_words import ToneWords
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.short_list import ShortList
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.form_dialog import FormDialog


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call of the list."""

    id: UUID
    task: CallTask


class CallsPage(QWidget):
    """Call list at the left, sheet of the chosen customer at the right."""

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._seen = False
        self.presenter = CallsPresenter(services, program, self)
        self._rows = ShortList[CallRow](
            lambda row: f"{row.task.customer_code} {row.task.customer_name} {row.task.phone}"
        )
        self.list: ListView[CallRow] = ListView(
            services,
            self._rows,
            call_columns(self.presenter),
            name="collections.calls",
            empty=EmptyState(
                title=self.tr("Nobody is to be called today"),
                hint=self.tr(
                    "Calls agreed, broken promises and overdue invoices come here, those that"
                    " may bring most first."
                ),
            ),
            parent=self,
        )
        self.bar = ActionBar(self)
        self.outcomes = self._outcomes()
        self.to_mend = QLabel(self)
        self.to_mend.setProperty("muted", True)
        self.to_mend.setWordWrap(True)
        self.panel = CallSheetPanel(self.presenter, self)
        self.panel.customer_asked.connect(
            lambda code: services.navigator.open(Place(tab="customers", search=code))
        )
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.list)
        split.addWidget(self.panel)
        split.setChildrenCollapsible(False)
        split.setSizes([770, 570])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(self.to_mend)
        column.addWidget(split, 1)
        self.list.selection_changed.connect(lambda ids: self._show_selected())
        self.list.model.loaded.connect(self._on_loaded)
        self._show_selected()

    def showEvent(self, event: QShowEvent) -> None:
        """The calls are read when they are first looked at."""
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            self.reload()

    def reload(self) -> None:
        """Read the day's calls again."""
        self.presenter.load(self._show)

    def note(self, outcome: CallOutcome) -> None:
        """Ask for the little that an outcome needs, its usual answer filled in."""
        sheet = self.panel.sheet
        if sheet is None:
            return
        form = CallOutcomeForm(
            self.presenter, sheet, outcome, phone=self.panel.phone(), parent=self
        )
        form.submitted.connect(
            lambda: self.presenter.close(
                form.command(),
                on_done=lambda closed: self._on_closed(form, closed),
                on_error=self._refusing(form),
            )
        )
        form.open()

    def _outcomes(self) -> dict[CallOutcome, QAction]:
        words = {
            CallOutcome.PROMISED: self.tr("Promise…"),
            CallOutcome.DISPUTED: self.tr("Dispute…"),
            CallOutcome.CALL_BACK: self.tr("Call back…"),
            CallOutcome.NO_ANSWER: self.tr("No answer"),
            CallOutcome.WRONG_NUMBER: self.tr("Wrong contact"),
            CallOutcome.REFUSED: self.tr("Refuses"),
            CallOutcome.VOICEMAIL: self.tr("Message left"),
            CallOutcome.REACHED: self.tr("Reached"),
        }
        tip = self.tr("This key, then Enter")
        found = {}
        for key, (outcome, text) in enumerate(words.items(), start=1):
            found[outcome] = self.bar.add(
                text,
                self._noting(outcome),
                shortcut=str(key),
                tip=tip,
                primary=outcome is CallOutcome.PROMISED,
            )
        self.words = self.bar.add(
            self.tr("Script…"),
            self._open_words,
            shortcut="Ctrl+W",
            tip=self.tr("What is said on the telephone, in each language"),
        )
        return found

    def _open_words(self) -> None:
        words = ToneWords(self.presenter, SCRIPT, self, names=(SCRIPT,))
        words.finished.connect(lambda _code: self._show_selected())
        words.open()

    def _noting(self, outcome: CallOutcome) -> Callable[[], None]:
        return lambda: self.note(outcome)

    def _show(self, found: CallList) -> None:
        self._rows.show([CallRow(each.customer_id, each) for each in found.tasks])
        self.to_mend.setVisible(bool(found.to_mend))
        self.to_mend.setText(
            self.tr("Contacts to mend, their number was wrong: {codes}").format(
                codes=", ".join(found.to_mend)
            )
        )
        self.list.reload()

    def _on_loaded(self, as_new: bool) -> None:
        first = self.list.model.id_at(0)
        if first is not None and not self.list.selected_ids():
            self.list.select_ids([first])
        self._show_selected()

    def _show_selected(self) -> None:
        rows = self.list.selected_rows()
        if len(rows) != 1:
            self._show_sheet(None)
            return
        task = rows[0].task
        self.presenter.load_sheet(
            task.customer_code,
            lambda sheet: self._show_sheet(sheet, pays_already=task.pays_already),
        )

    def _show_sheet(self, sheet: CallSheet | None, *, pays_already: bool = False) -> None:
        self.panel.show_sheet(sheet, pays_already=pays_already)
        for action in self.outcomes.values():
            action.setEnabled(sheet is not None)

    def _on_closed(self, form: FormDialog, closed: ClosedCall) -> None:
        form.accept()
        notices = self.presenter.services.notices
        if closed.proposed is not None:
            notices.done(
                self.tr("Call noted; step {step} waits for your approval").format(
                    step=closed.proposed.step.number
                )
            )
        else:
            notices.done(self.tr("Call noted"))
        self.list.select_ids([])
        self.reload()
        self.list.setFocus()

    def _refusing(self, form: FormDialog) -> Callable[[OtcError], None]:
        sentence = self.presenter.sentence
        return lambda refusal: form.refuse(
            [(fault.where or "", sentence(fault)) for fault in faults_of(refusal)]
        )
