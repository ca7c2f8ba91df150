"""Jobs, their runs, and who leads, as use cases load and save them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from otc_desktop.domain.scheduling.job import JobName, JobPlan, JobRun


class ScheduleRepository(Protocol):
    """What the scheduler knows of its jobs."""

    def plans(self) -> Sequence[JobPlan]:
        """Every job, in the order of a working day; the standard where nothing was kept."""

    def save_plan(self, plan: JobPlan) -> None:
        """When a job runs from now on; ConflictError where somebody else changed it."""

    def last_runs(self) -> Sequence[JobRun]:
        """The latest run of each job that ever ran."""

    def runs(self, job: JobName, *, limit: int) -> Sequence[JobRun]:
        """Runs of a job, latest first."""

    def is_taken(self, job: JobName, slot: datetime) -> bool:
        """Whether a slot was run, or is being run, by itself."""

    def claim(self, run: JobRun) -> bool:
        """Take a slot; False where it was taken before, here or on another machine."""

    def finish(self, run: JobRun) -> None:
        """Note how a run ended, and forget runs of long ago."""

    def lead(self, holder: str, until: datetime) -> bool:
        """Be the one who runs jobs until then; False while another is."""

    def leave(self, holder: str) -> None:
        """Let another lead at once."""

    def leader(self) -> str:
        """Who leads now, empty for nobody."""
