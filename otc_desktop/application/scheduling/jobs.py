"""The scheduler as the window and the console see it; bootstrap hands it over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from otc_desktop.application.kernel.task import Task
from otc_desktop.application.scheduling.read_schedule import Schedule
from otc_desktop.domain.scheduling.job import JobName, JobRun, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class JobPreview:
    """What a job would do on a date, counted; empty for one that only the moment decides."""

    job: JobName
    counts: Mapping[str, int]
    problems: tuple[Problem, ...] = ()


class Jobs(Protocol):
    """Runs jobs by hand or because they are owed, one after the other."""

    def state(self) -> Schedule:
        """Every job with its last and next run."""
        ...

    def run(self, job: JobName, task: Task) -> JobRun:
        """Run one job now, whatever the time."""
        ...

    def run_all(self, task: Task) -> Sequence[JobRun]:
        """Run every job that is switched on, once: for the system's own task planner."""
        ...

    def preview(self, on: date, task: Task) -> Sequence[JobPreview]:
        """What a date would bring; nothing is written."""
        ...


class SystemPlanner(Protocol):
    """The system's own task planner, for the hours when no window is open."""

    def instructions(self) -> str:
        """The files and commands that make the task known, to show or to copy.

        Raises:
            RuleError: `scheduling.password_in_url`.
        """
        ...

    def installed(self) -> bool | None:
        """Whether our task stands there; None where that can't be seen."""
        ...

    def install(self) -> None:
        """Make the task known.

        Raises:
            ExternalError: `scheduling.no_planner`, `scheduling.task_refused`.
        """
        ...

    def uninstall(self) -> None:
        """Take the task away.

        Raises:
            ExternalError: `scheduling.no_planner`, `scheduling.task_refused`.
        """
        ...
