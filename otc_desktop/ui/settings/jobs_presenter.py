"""What the screen of scheduled jobs shows, without its widgets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from PySide6.QtCore import QObject, Signal

from otc_desktop.application.kernel.changes import ChangeSet, Topic
from otc_desktop.application.scheduling.change_job import ChangeJob, change_job
from otc_desktop.application.scheduling.jobs import JobPreview
from otc_desktop.application.scheduling.read_schedule import (
    JobState,
    ReadRuns,
    Schedule,
    read_runs,
)
from otc_desktop.domain.scheduling.job import JobName, JobPlan, JobRun, Outcome, Problem, Rhythm
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import StatusMark, Tone

# Rows of a list have ids; a job has a name.
_NAMES = UUID("a3d8a0d2-6f0e-4b43-9a53-5c3f5b7e6a10")
_TONES = {
    Outcome.RUNNING: Tone.INFO,
    Outcome.DONE: Tone.GOOD,
    Outcome.FINDINGS: Tone.WARNING,
    Outcome.FAILED: Tone.BAD,
    Outcome.INTERRUPTED: Tone.WARNING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRow:
    """A job in the list."""

    id: UUID
    state: JobState

    @property
    def name(self) -> JobName:
        """Which job."""
        return self.state.plan.name


class JobsPresenter(Presenter):
    """Reads the jobs, runs one, changes when it runs.

    Signals:
        shown (Schedule): the jobs as they stand.
        ran (JobRun): a job that was run by hand ended.
        foreseen (tuple of JobPreview): what a date would bring.
        told (tuple of JobRun): the latest runs of a job.
    """

    shown = Signal(object)
    ran = Signal(object)
    foreseen = Signal(object)
    told = Signal(object)

    def __init__(
        self, services: WindowServices, program: Program, parent: QObject | None = None
    ) -> None:
        super().__init__(services, program, parent)
        services.changes.changed.connect(self._hear)

    def load(self) -> None:
        """Read the jobs."""
        self.ask(self.program.jobs.state, on_done=self.shown.emit)

    def run(self, job: JobName, *, on_end: Callable[[], None]) -> None:
        """Run a job now; it shows its progress and can be stopped."""
        jobs = self.program.jobs
        # Not in the lane of those who write: a job may wait for a server for a minute.
        self.services.tasks.submit(
            self,
            lambda task: jobs.run(job, task),
            on_done=self.ran.emit,
            on_end=on_end,
            label=self.word("job", job.value),
        )

    def change(
        self,
        job: JobName,
        *,
        enabled: bool,
        rhythm: Rhythm,
        on_done: Callable[[JobPlan], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Keep when a job runs."""
        command = ChangeJob(name=job, enabled=enabled, rhythm=rhythm)
        self.write(change_job, command, on_done=on_done, on_error=on_error)

    def foresee(self, on: date) -> None:
        """Say what a date would bring."""
        jobs = self.program.jobs
        self.services.tasks.submit(
            self, lambda task: tuple(jobs.preview(on, task)), on_done=self.foreseen.emit
        )

    def tell(self, job: JobName) -> None:
        """Read the latest runs of a job."""
        self.read(read_runs, ReadRuns(job=job), on_done=self.told.emit)

    def rows(self, schedule: Schedule) -> Sequence[JobRow]:
        """The jobs as rows of a list."""
        return [
            JobRow(id=uuid5(_NAMES, state.plan.name.value), state=state) for state in schedule.jobs
        ]

    def moment(self, instant: datetime | None) -> str:
        """An instant by the workstation's clock, to the minute."""
        if instant is None:
            return ""
        local = instant.astimezone()
        return f"{self.services.formats.date(local.date())} {local:%H:%M}"

    def next_run(self, state: JobState) -> str:
        """When a job runs next; what is owed runs at the next look."""
        if state.is_owed:
            return self.tr("as soon as possible")
        return self.moment(state.next_run)

    def rhythm(self, plan: JobPlan) -> str:
        """When a job runs, in words."""
        if not plan.enabled:
            return self.tr("off")
        rhythm = plan.rhythm
        if rhythm.at is None:
            return self.tr("every {count} minutes").format(count=rhythm.minutes)
        if rhythm.weekdays_only:
            return self.tr("Monday to Friday at {hour}").format(hour=f"{rhythm.at:%H:%M}")
        return self.tr("every day at {hour}").format(hour=f"{rhythm.at:%H:%M}")

    def outcome(self, run: JobRun | None) -> StatusMark:
        """How a run ended."""
        if run is None:
            return StatusMark(Tone.NEUTRAL, self.tr("not yet"))
        return StatusMark(_TONES[run.outcome], self.word("job_outcome", run.outcome.value))

    def result(self, run: JobRun | None) -> str:
        """What a run did, in words: what it counted, else its first problem."""
        if run is None:
            return ""
        counted = self.counted(run.counts or {})
        problems = [self.problem(problem) for problem in run.problems]
        return " · ".join(part for part in (counted, *problems[:1]) if part)

    def counted(self, counts: Mapping[str, int]) -> str:
        """Counts in words, without those that are nought."""
        number = self.services.formats.number
        return ", ".join(
            f"{self.word('job_count', name)} : {number(count)}"
            for name, count in counts.items()
            if count
        )

    def problem(self, problem: Problem) -> str:
        """A problem as running text, with its place."""
        language = self.services.formats.language.value
        text = str(self.program.messages.describe(problem.code, dict(problem.params), language))
        return f"{problem.where} : {text}" if problem.where else text

    def preview_line(self, preview: JobPreview) -> str:
        """What a job would do on a date, in words."""
        title = self.word("job", preview.job.value)
        told = [self.counted(preview.counts), *map(self.problem, preview.problems)]
        text = " · ".join(part for part in told if part)
        if not text:
            text = self.tr("nothing") if preview.counts else self.tr("known only at the moment")
        return f"{title} : {text}"

    def _hear(self, changes: ChangeSet) -> None:
        if Topic.JOBS in changes.topics:
            self.load()
