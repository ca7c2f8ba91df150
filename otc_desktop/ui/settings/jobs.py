"""What the program does by itself: last run, next run, result; and run one now."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from otc_desktop.application.scheduling.read_schedule import Schedule
from otc_desktop.domain.scheduling.job import JobRun, Outcome
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.settings.job_dialogs import ForecastDialog, PlannerDialog, RunsDialog
from otc_desktop.ui.settings.job_form import JobForm
from otc_desktop.ui.settings.jobs_presenter import JobRow, JobsPresenter
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.short_list import ShortList
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.tone_label import ToneLabel

_WIDTH, _HEIGHT = 1120, 480


class JobsDialog(QDialog):
    """The jobs, who leads, and what can be done with each.

    Args:
        services: what the window offers.
        program: the program behind it.
    """

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Scheduled jobs"))
        self.presenter = JobsPresenter(services, program, self)
        self._rows = ShortList[JobRow](
            lambda row: self.presenter.word("job", row.state.plan.name.value)
        )
        self.bar = ActionBar(self)
        add = self.bar.add
        self.run = add(self.tr("Run now"), self._run, shortcut="Ctrl+Return", primary=True)
        self.change = add(self.tr("Change…"), self._change, shortcut="F2")
        self.runs = add(self.tr("Past runs…"), self._show_runs, shortcut="Ctrl+H")
        self.forecast = add(self.tr("Dry run…"), self._foresee, shortcut="Ctrl+D")
        self.planner = add(self.tr("Task of the system…"), self._plan, shortcut="Ctrl+T")
        self._of_one = (self.run, self.change, self.runs)
        self.leader = ToneLabel(self)
        self.list: ListView[JobRow] = ListView(
            services,
            self._rows,
            _columns(self.presenter),
            name="settings.jobs",
            empty=EmptyState(title=self.tr("No job")),
            parent=self,
        )
        self.list.totals_bar.hide()
        self.list.selection_changed.connect(self._follow)
        self.list.row_activated.connect(lambda _row: self._change())
        self.news = ToneLabel(self)
        self.news.say(Tone.NEUTRAL, "")
        column = QVBoxLayout(self)
        column.addWidget(self.leader)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)
        column.addWidget(self.news)
        self.resize(_WIDTH, _HEIGHT)
        self.presenter.shown.connect(self._show)
        self.presenter.ran.connect(self._tell)
        self._follow()
        self.presenter.load()

    def _show(self, schedule: Schedule) -> None:
        if schedule.leader:
            machine = schedule.leader.partition(" ")[0]
            text = self.tr("The jobs run on {machine} as long as its window is open.")
            self.leader.say(Tone.GOOD, text.format(machine=machine))
        else:
            text = self.tr("No open window runs the jobs at the moment.")
            self.leader.say(Tone.INFO, text)
        self._rows.show(self.presenter.rows(schedule))
        self.list.reload()

    def _chosen(self) -> JobRow | None:
        rows = self.list.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def _follow(self, *_: object) -> None:
        for action in self._of_one:
            action.setEnabled(self._chosen() is not None)

    def _run(self) -> None:
        row = self._chosen()
        if row is not None:
            self.run.setEnabled(False)
            self.presenter.run(row.name, on_end=self._follow)

    def _tell(self, run: JobRun) -> None:
        mark = self.presenter.outcome(run)
        title = self.presenter.word("job", run.job.value)
        told = [mark.text, self.presenter.counted(run.counts or {})]
        told += [self.presenter.problem(problem) for problem in run.problems]
        if run.outcome is Outcome.DONE and not told[1]:
            told[1] = self.tr("there was nothing to do")
        self.news.say(mark.tone, f"{title} : {' · '.join(part for part in told if part)}")

    def _change(self) -> None:
        row = self._chosen()
        if row is not None:
            JobForm(self.presenter, row.state.plan, self).open()

    def _show_runs(self) -> None:
        row = self._chosen()
        if row is not None:
            RunsDialog(self.presenter, row.name, self).open()

    def _foresee(self) -> None:
        ForecastDialog(self.presenter, self).open()

    def _plan(self) -> None:
        PlannerDialog(self.presenter, self).open()


def _columns(presenter: JobsPresenter) -> tuple[Column, ...]:
    translate = QCoreApplication.translate

    def of_last(word: Callable[[JobRun | None], object]) -> Callable[[JobRow], object]:
        return lambda row: word(row.state.last_run)

    def outcome(row: JobRow) -> StatusMark:
        return presenter.outcome(row.state.last_run)

    return (
        Column(
            name="job",
            title=translate("Jobs", "Job"),
            width=240,
            value=lambda row: presenter.word("job", row.state.plan.name.value),
        ),
        Column(
            name="rhythm",
            title=translate("Jobs", "Runs"),
            width=225,
            value=lambda row: presenter.rhythm(row.state.plan),
        ),
        Column(
            name="next",
            title=translate("Jobs", "Next run"),
            width=130,
            value=lambda row: presenter.next_run(row.state),
        ),
        Column(
            name="last",
            title=translate("Jobs", "Last run"),
            width=130,
            value=of_last(lambda run: presenter.moment(run.started_at) if run else ""),
        ),
        Column(
            name="outcome",
            title=translate("Jobs", "Result"),
            kind=ColumnKind.STATUS,
            width=120,
            value=outcome,
        ),
        Column(
            name="result",
            title=translate("Jobs", "What it did"),
            width=200,
            value=of_last(presenter.result),
        ),
    )
