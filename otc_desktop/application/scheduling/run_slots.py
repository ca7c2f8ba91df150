"""Taking a slot for a job, noting how it ended, and leading among the workstations.

The lease only saves work: two leaders would find each other's slots taken, and a job that
ran twice all the same does nothing twice, for each asks what is due as of today.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta, tzinfo

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.scheduling.job import JobName, JobRun, Outcome, Problem
from otc_desktop.domain.scheduling.slots import latest_slot
from otc_desktop.domain.security.permissions import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeLead:
    """Ask to run the jobs for a while; `holder` names the workstation and its program."""

    holder: str
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveLead:
    """Say that this program ends."""

    holder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimJob:
    """Ask for the slot of a job that has begun; by hand, for a run whatever the time."""

    name: JobName
    holder: str
    zone: tzinfo
    by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishJob:
    """Say how a run ended."""

    run: JobRun
    outcome: Outcome
    counts: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@use_case(permission=Permission.RUN_JOBS)
def take_lead(command: TakeLead, ctx: Context, task: Task) -> bool:
    """Whether this program runs the jobs now; another takes over when it falls silent."""
    with ctx.unit_of_work() as uow:
        until = ctx.now() + timedelta(seconds=command.seconds)
        return uow.commit(uow.schedule.lead(command.holder, until))


@use_case(permission=Permission.RUN_JOBS)
def leave_lead(command: LeaveLead, ctx: Context, task: Task) -> None:
    """Let another workstation take over at once."""
    with ctx.unit_of_work() as uow:
        uow.schedule.leave(command.holder)
        uow.commit(None)


@use_case(permission=Permission.RUN_JOBS)
def claim_job(command: ClaimJob, ctx: Context, task: Task) -> JobRun | None:
    """The run to carry out; None when the job is off, or its slot was run already."""
    now = ctx.now()
    with ctx.unit_of_work() as uow:
        plan = next(each for each in uow.schedule.plans() if each.name is command.name)
        if not plan.enabled and not command.by_hand:
            return None
        run = JobRun(
            id=ctx.new_id(),
            job=command.name,
            slot=now if command.by_hand else latest_slot(plan.rhythm, now, command.zone),
            by_hand=command.by_hand,
            holder=command.holder,
            started_at=now,
        )
        return uow.commit(run if uow.schedule.claim(run) else None)


@use_case(permission=Permission.RUN_JOBS)
def finish_job(command: FinishJob, ctx: Context, task: Task) -> JobRun:
    """Keep how a run ended, for the screen and for whoever asks why nothing left."""
    run = replace(
        command.run,
        ended_at=ctx.now(),
        outcome=command.outcome,
        counts=command.counts,
        problems=command.problems,
    )
    with ctx.unit_of_work() as uow:
        uow.schedule.finish(run)
        uow.touch(Topic.JOBS)
        return uow.commit(run)
