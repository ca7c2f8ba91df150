"""The screen of scheduled jobs: run one, change when it runs, see what a date would bring."""

from collections.abc import Callable
from datetime import time

import pytest
from PySide6.QtWidgets import QStatusBar
from pytestqt.qtbot import QtBot

from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.application.scheduling.run_slots import TakeLead, take_lead
from otc_desktop.bootstrap import House
from otc_desktop.domain.scheduling.job import JobName, Rhythm
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.settings.job_dialogs import ForecastDialog, PlannerDialog, RunsDialog
from otc_desktop.ui.settings.job_form import JobForm
from otc_desktop.ui.settings.jobs import JobsDialog
from otc_desktop.ui.shell.scheduler_status import SchedulerStatus
from otc_desktop.ui.shell.status_bar import StatusLine
from otc_desktop.ui.widgets.busy_bar import BusyBar
from tests.support.books import settling
from tests.support.sales_window import house, program

__all__ = ["house", "program"]
Settle = Callable[[], None]


@pytest.fixture
def settle(qtbot: QtBot, services: WindowServices) -> Settle:
    return settling(qtbot, services)


@pytest.fixture
def dialog(qtbot: QtBot, services: WindowServices, program: Program, settle: Settle) -> JobsDialog:
    made = JobsDialog(services, program)
    made.show()
    settle()
    choose(made, JobName.CONTRACTS)
    settle()
    return made


def choose(dialog: JobsDialog, job: JobName) -> None:
    dialog.list.table.selectRow(list(JobName).index(job))


def test_a_job_is_run_now_and_told(dialog: JobsDialog, house: House, settle: Settle) -> None:
    assert dialog.leader.tone is Tone.INFO
    dialog.run.trigger()
    settle()
    assert dialog.news.tone is Tone.GOOD
    [row] = [each for each in dialog._rows.rows if each.name is JobName.CONTRACTS]
    assert row.state.last_run is not None and row.state.last_run.by_hand
    dialog.runs.trigger()
    settle()
    runs = dialog.findChild(RunsDialog)
    assert runs is not None and runs.tree.topLevelItemCount() == 1


def test_when_a_job_runs_is_changed(dialog: JobsDialog, house: House, settle: Settle) -> None:
    dialog.change.trigger()
    form = dialog.findChild(JobForm)
    assert form is not None and form.daily.isChecked() and not form.minutes.isEnabled()
    form.often.setChecked(True)
    form.minutes.setValue(45)
    form.accept_button.click()
    settle()
    plans = {state.plan.name: state.plan for state in house.jobs.state().jobs}
    assert plans[JobName.CONTRACTS].rhythm == Rhythm(minutes=45)
    assert plans[JobName.GRADES].rhythm == Rhythm(at=time(7))


def test_a_date_is_foreseen_and_nothing_is_written(dialog: JobsDialog, settle: Settle) -> None:
    dialog.forecast.trigger()
    settle()
    forecast = dialog.findChild(ForecastDialog)
    assert forecast is not None
    assert len(forecast.lines.text().splitlines()) == len(JobName) - 1
    assert all(row.state.last_run is None for row in dialog._rows.rows)


def test_the_systems_task_is_shown_before_it_is_installed(
    dialog: JobsDialog, settle: Settle
) -> None:
    dialog.planner.trigger()
    settle()
    planner = dialog.findChild(PlannerDialog)
    assert planner is not None and "run-due" in planner.text.toPlainText()


def test_the_bottom_line_says_whether_jobs_run(
    qtbot: QtBot, services: WindowServices, program: Program, house: House, settle: Settle
) -> None:
    bar = QStatusBar()
    qtbot.addWidget(bar)
    line = StatusLine(BusyBar(services.tasks, bar))
    qtbot.addWidget(line)
    status = SchedulerStatus(services, program, line)
    settle()
    waits = line.text()
    house.use_cases.run(take_lead, TakeLead(holder="here 1", seconds=60))
    house.jobs.run(JobName.CONTRACTS, SilentTask())
    settle()
    assert line.text() != waits and Tone.GOOD.glyph in line.text()
    status.deleteLater()
