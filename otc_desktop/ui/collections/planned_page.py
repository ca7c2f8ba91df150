"""Tomorrow's reminders: who is written to, in which words, and who is not, and why."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.domain.dunning.planner import NOT_FRESH, UNMATCHED
from otc_desktop.domain.shared.business_days import plus_business_days
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.money import total
from otc_desktop.ui.collections.columns import planned_columns, withheld_columns
from otc_desktop.ui.collections.decisions_presenter import DecisionsPresenter
from otc_desktop.ui.collections.dialogs.pauses import PausesDialog, PausesPresenter
from otc_desktop.ui.collections.mail_preview import MailPreview
from otc_desktop.ui.collections.presenter import CollectionsPresenter
from otc_desktop.ui.collections.reminder_forms import HoldForm, WordsForm
from otc_desktop.ui.collections.wording import Decided, MailText, PlannedRow, PlanText, WithheldRow
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.short_list import ShortList
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.confirm import confirm
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog


class PlannedPage(QWidget):
    """The plan of a date; reminders can be made for the business date itself."""

    def __init__(self, presenter: CollectionsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._decisions = DecisionsPresenter(presenter.services, presenter.program, self)
        self._today = presenter.program.today()
        self._next_day = plus_business_days(self._today, 1)
        services = presenter.services
        self._planned = ShortList[PlannedRow](
            lambda row: f"{row.customer} {row.invoices} {row.recipient}",
            lambda rows: (
                {"amount": total((row.amount for row in rows), rows[0].amount.currency)}
                if rows and len({row.amount.currency for row in rows}) == 1
                else {}
            ),
        )
        self._withheld = ShortList[WithheldRow](
            lambda row: f"{row.customer} {row.invoice} {row.reason}"
        )
        self.planned: ListView[PlannedRow] = ListView(
            services,
            self._planned,
            planned_columns(),
            name="collections.planned",
            empty=EmptyState(
                title=self.tr("No reminder leaves on this date"),
                hint=self.tr("Nothing is due, or everything due is withheld: see below."),
            ),
            parent=self,
        )
        self.withheld: ListView[WithheldRow] = ListView(
            services,
            self._withheld,
            withheld_columns(),
            name="collections.withheld",
            empty=EmptyState(
                title=self.tr("Nothing is withheld"),
                hint=self.tr("Every document whose time has come is reminded of."),
            ),
            parent=self,
        )
        self.withheld.filter_bar.hide()
        self.date_field = DateEdit(services.formats, today=self._today, parent=self)
        self.date_field.setMaximumWidth(160)
        self.bar = ActionBar(self)
        self.run = self.bar.add(
            self.tr("Run now"),
            self._run,
            shortcut="Ctrl+Return",
            tip=self.tr("Make today's reminders and send those that need no approval"),
            primary=True,
        )
        self.despite_bank = QCheckBox(self.tr("Even with old bank &statements"), self)
        self.despite_receipts = QCheckBox(self.tr("Even with &unmatched payments"), self)
        for box in (self.despite_bank, self.despite_receipts):
            box.toggled.connect(lambda _on: self.reload())
        self._add_decisions()
        self.preview = MailPreview(self.tr("Choose a reminder to read it."), self)
        self._lay_out()
        self.date_field.date_changed.connect(lambda day: self.reload())
        self.planned.selection_changed.connect(lambda ids: self._show_selected())
        self.planned.model.loaded.connect(self._on_loaded)
        presenter.planned.connect(self._show_plan)
        self._decisions.decided.connect(self._tell_decided)
        self.run.setEnabled(False)

    def start(self) -> None:
        """Show what leaves on the next business day."""
        self.show_date(self._next_day)

    def show_date(self, day: date) -> None:
        """Show what leaves on a date."""
        self.date_field.set_date(day)

    def reload(self) -> None:
        """Compute the plan again."""
        day = self.date_field.date()
        self.run.setEnabled(False)
        if day is not None:
            self._presenter.plan(day, self._overruled())

    def _run(self) -> None:
        day = self.date_field.date()
        if day is not None:
            self.run.setEnabled(False)
            self._presenter.run(day, self._overruled())

    def _add_decisions(self) -> None:
        """What a person decides over one reminder, or over many of the same kind."""
        add = self.bar.add
        self.send_now = add(
            self.tr("Send now"),
            self._send_chosen,
            shortcut="Ctrl+Shift+Return",
            tip=self.tr("The chosen reminders leave today, approved by you"),
        )
        self.edit = add(
            self.tr("Edit…"),
            self._edit,
            shortcut="F2",
            tip=self.tr("Write the chosen reminder in other words"),
        )
        self.skip = add(
            self.tr("Skip…"),
            self._skip,
            shortcut="Ctrl+Shift+S",
            tip=self.tr("This step leaves no message; the next one stays"),
        )
        self.hold = add(
            self.tr("Hold…"),
            self._hold,
            shortcut="Ctrl+Shift+H",
            tip=self.tr("Leave the customer in peace for a while"),
        )

        self.pauses = add(
            self.tr("On hold…"),
            self._show_pauses,
            shortcut="Ctrl+H",
            tip=self.tr("Who is left in peace, until when"),
        )

    def _show_pauses(self) -> None:
        presenter = PausesPresenter(self._presenter.services, self._presenter.program, self)
        dialog = PausesDialog(presenter, self)
        dialog.finished.connect(lambda _result: self.reload())
        dialog.open()

    def _overruled(self) -> frozenset[str]:
        """The reasons that the user decided not to wait for."""
        choices = {NOT_FRESH: self.despite_bank, UNMATCHED: self.despite_receipts}
        return frozenset(reason for reason, box in choices.items() if box.isChecked())

    def _chosen(self) -> list[PlannedRow]:
        return list(self.planned.selected_rows())

    def _tell_decided(self, outcome: Decided) -> None:
        notices = self._presenter.services.notices
        title = self.tr("Reminders settled: {count}").format(count=outcome.done)
        if outcome.refusals:
            text = "\n".join(self._presenter.error_text(each) for each in outcome.refusals[:3])
            notices.warning(title, text)
        else:
            notices.done(title)
        self.reload()

    def _send_chosen(self) -> None:
        day, rows = self.date_field.date(), self._chosen()
        if day is not None and rows:
            self._decisions.send(rows, day, self._overruled())

    def _edit(self) -> None:
        rows, day = self._chosen(), self.date_field.date()
        if len(rows) != 1 or day is None:
            return
        (row,) = rows
        self._presenter.preview(row, day, lambda mail: self._open_editor(row, mail))

    def _open_editor(self, row: PlannedRow, mail: MailText) -> None:
        form = WordsForm(self._presenter.services, mail, parent=self)
        form.submitted.connect(
            lambda: self._decisions.keep_words(
                row,
                form.words(),
                on_done=lambda: self._close(form),
                on_error=self._refusing(form),
            )
        )
        form.open()

    def _close(self, form: FormDialog) -> None:
        form.accept()
        self.reload()

    def _refusing(self, form: FormDialog) -> Callable[[OtcError], None]:
        sentence = self._presenter.sentence
        return lambda refusal: form.refuse(
            [(fault.where or "", sentence(fault)) for fault in faults_of(refusal)]
        )

    def _skip(self) -> None:
        day, rows = self.date_field.date(), self._chosen()
        if day is None or not rows:
            return
        names = ", ".join(f"{row.customer} ({row.step})" for row in rows[:3])
        confirm(
            self,
            question=self.tr("Skip the chosen reminders ({count})?").format(count=len(rows)),
            explanation=self.tr(
                "{names}: nothing leaves for this step, and it can't be taken back."
            ).format(names=names),
            accept_text=self.tr("Skip"),
            on_accept=lambda: self._decisions.skip(rows, day, self._overruled()),
        )

    def _hold(self) -> None:
        rows = self._chosen()
        if not rows:
            return
        form = HoldForm(self._presenter.services, self._today, parent=self)
        form.submitted.connect(
            lambda: self._decisions.hold(
                rows,
                until=form.until.date(),
                reason=form.reason.text(),
                on_done=lambda: self._close(form),
                on_error=self._refusing(form),
            )
        )
        form.open()

    def _show_plan(self, plan: PlanText) -> None:
        self._planned.show(plan.planned)
        self._withheld.show(plan.withheld)
        self.planned.reload()
        self.withheld.reload()
        self.run.setEnabled(plan.on == self._today and bool(plan.planned))
        if plan.on == self._today:
            tip = self.tr("Make today's reminders and send those that need no approval")
        else:
            tip = self.tr("Choose today to make its reminders now")
        self.bar.button(self.run).setToolTip(f"{tip} (Ctrl+Return)")

    def _on_loaded(self, as_new: bool) -> None:
        first = self.planned.model.id_at(0)
        if first is not None and not self.planned.selected_ids():
            self.planned.select_ids([first])
        self._show_selected()

    def _show_selected(self) -> None:
        rows = self.planned.selected_rows()
        day = self.date_field.date()
        for action in (self.send_now, self.skip, self.hold):
            action.setEnabled(bool(rows))
        written = len(rows) == 1 and rows[0].reminder.step.channel.is_written
        self.edit.setEnabled(written)
        if len(rows) != 1 or day is None:
            self.preview.show_mail(None)
            return
        (row,) = rows
        more = ((self.tr("Documents"), row.invoices),)
        self._presenter.preview(row, day, lambda mail: self.preview.show_mail(mail, more=more))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        label = QLabel(self.tr("&Reminders of"), self)
        label.setBuddy(self.date_field)
        top.addWidget(label)
        top.addWidget(self.date_field)
        self.today_button = self._day_button(self.tr("Today"), self._today)
        self.tomorrow_button = self._day_button(self.tr("Tomorrow"), self._next_day)
        self.tomorrow_button.setToolTip(self.tr("The next business day"))
        top.addWidget(self.today_button)
        top.addWidget(self.tomorrow_button)
        top.addWidget(self.bar, 1)
        withheld = QWidget(self)
        below = QVBoxLayout(withheld)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        title = QLabel(self.tr("Withheld, and why"), withheld)
        title.setProperty("heading", True)
        above = QHBoxLayout()
        above.addWidget(title, 1)
        above.addWidget(self.despite_bank)
        above.addWidget(self.despite_receipts)
        below.addLayout(above)
        below.addWidget(self.withheld, 1)
        lists = QSplitter(Qt.Orientation.Vertical, self)
        lists.addWidget(self.planned)
        lists.addWidget(withheld)
        lists.setChildrenCollapsible(False)
        lists.setSizes([360, 240])
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(lists)
        split.addWidget(self.preview)
        split.setChildrenCollapsible(False)
        split.setSizes([770, 570])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(top)
        column.addWidget(split, 1)

    def _day_button(self, text: str, day: date) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.show_date(day))
        return button
