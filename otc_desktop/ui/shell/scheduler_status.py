"""The scheduler in the bottom line: whether it runs, and when reminders leave next."""

from PySide6.QtCore import QObject, QTimer

from otc_desktop.application.kernel.changes import ChangeSet, Topic
from otc_desktop.application.scheduling.read_schedule import Schedule
from otc_desktop.domain.scheduling.job import JobName, Outcome
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.shell.status_bar import StatusLine

_EVERY_MS = 60_000


class SchedulerStatus(QObject):
    """Reads the jobs each minute and whenever one ended."""

    def __init__(self, services: WindowServices, program: Program, line: StatusLine) -> None:
        super().__init__(line)
        self._services = services
        self._program = program
        self._line = line
        services.changes.changed.connect(self._hear)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._load)
        self._timer.start()
        self._load()

    def _hear(self, changes: ChangeSet) -> None:
        if Topic.JOBS in changes.topics:
            self._load()

    def _load(self) -> None:
        jobs = self._program.jobs
        self._services.tasks.submit(
            self, lambda _task: jobs.state(), on_done=self._show, on_error=lambda _problem: None
        )

    def _show(self, schedule: Schedule) -> None:
        failed = any(
            state.last_run is not None and state.last_run.outcome is Outcome.FAILED
            for state in schedule.jobs
            if state.plan.enabled
        )
        if failed:
            self._line.set_scheduler(self.tr("a job failed"), Tone.BAD)
        elif schedule.leader:
            self._line.set_scheduler(self.tr("runs"), Tone.GOOD)
        else:
            self._line.set_scheduler(self.tr("waits"), Tone.NEUTRAL)
        reminders = next(each for each in schedule.jobs if each.plan.name is JobName.REMINDERS)
        if reminders.next_run is None:
            self._line.set_next_reminders(self.tr("off"))
            return
        local = reminders.next_run.astimezone()
        day = self._services.formats.date(local.date())
        self._line.set_next_reminders(f"{day} {local:%H:%M}")
