"""Change when a job runs by itself."""

from dataclasses import dataclass, replace

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.scheduling.job import JobName, JobPlan, Rhythm
from otc_desktop.domain.security.permissions import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeJob:
    """Ask for a job to be switched on or off, or for another rhythm; None leaves it."""

    name: JobName
    enabled: bool | None = None
    rhythm: Rhythm | None = None


@use_case(permission=Permission.SCHEDULE_JOBS)
def change_job(command: ChangeJob, ctx: Context, task: Task) -> JobPlan:
    """Keep the plan of a job; it holds for every workstation."""
    with ctx.unit_of_work() as uow:
        plan = next(each for each in uow.schedule.plans() if each.name is command.name)
        if command.enabled is not None:
            plan = replace(plan, enabled=command.enabled)
        if command.rhythm is not None:
            plan = replace(plan, rhythm=command.rhythm)
        uow.schedule.save_plan(plan)
        uow.touch(Topic.JOBS)
        return uow.commit(plan)
