"""What the program does by itself: when it last did, how that ended, when it does next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.scheduling.job import JobName, JobPlan, JobRun, Outcome
from otc_desktop.domain.scheduling.slots import latest_slot, next_slot
from otc_desktop.domain.security.permissions import Permission

# No job takes an hour; a run that is older was cut off with its program.
_LONGEST_RUN = timedelta(hours=1)
_SHOWN_RUNS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSchedule:
    """Ask for all jobs; hours of the day are meant in `zone`."""

    zone: tzinfo


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRuns:
    """Ask for the latest runs of one job."""

    job: JobName


@dataclass(frozen=True, slots=True, kw_only=True)
class JobState:
    """One job: its plan, its last run, and its next one; None for a job that is off.

    A job that `is_owed`, for the program was not running when it was due, has a `next_run`
    in the past.
    """

    plan: JobPlan
    last_run: JobRun | None
    next_run: datetime | None
    is_owed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """All jobs, and the workstation that runs them; empty for none."""

    leader: str
    jobs: tuple[JobState, ...]


@use_case(permission=Permission.READ)
def read_schedule(command: ReadSchedule, ctx: Context, task: Task) -> Schedule:
    """All jobs in the order of a working day."""
    now = ctx.now()
    with ctx.snapshot() as view:
        runs = {run.job: as_it_stands(run, now) for run in view.schedule.last_runs()}
        plans = view.schedule.plans()
        coming = [_next(view, plan, now, command.zone) for plan in plans]
        return Schedule(
            leader=view.schedule.leader(),
            jobs=tuple(
                JobState(
                    plan=plan,
                    last_run=runs.get(plan.name),
                    next_run=next_run,
                    is_owed=next_run is not None and next_run <= now,
                )
                for plan, next_run in zip(plans, coming, strict=True)
            ),
        )


@use_case(permission=Permission.READ)
def read_runs(command: ReadRuns, ctx: Context, task: Task) -> Sequence[JobRun]:
    """The latest runs of one job, latest first."""
    now = ctx.now()
    with ctx.snapshot() as view:
        return [
            as_it_stands(run, now) for run in view.schedule.runs(command.job, limit=_SHOWN_RUNS)
        ]


def as_it_stands(run: JobRun, now: datetime) -> JobRun:
    """The run; one that never ended and can't be at work any more was interrupted."""
    if run.outcome is Outcome.RUNNING and now - run.started_at > _LONGEST_RUN:
        return replace(run, outcome=Outcome.INTERRUPTED)
    return run


def _next(view: UnitOfWork, plan: JobPlan, now: datetime, zone: tzinfo) -> datetime | None:
    if not plan.enabled:
        return None
    owed = latest_slot(plan.rhythm, now, zone)
    if not view.schedule.is_taken(plan.name, owed):
        return owed
    return next_slot(plan.rhythm, now, zone)
