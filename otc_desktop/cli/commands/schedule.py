"""`otc schedule`, `otc run-due`: what the program does by itself."""

from collections.abc import Mapping
from typing import Any

from otc_desktop.application.kernel.task import Task
from otc_desktop.application.scheduling.change_job import ChangeJob, change_job
from otc_desktop.application.scheduling.read_schedule import (
    JobState,
    ReadRuns,
    read_runs,
)
from otc_desktop.cli.house import House
from otc_desktop.domain.scheduling.job import JobName, JobRun, Problem, Rhythm
from otc_desktop.domain.scheduling.slots import hour_and_minute
from otc_desktop.domain.shared.errors import RuleError


def run_due(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Run every job that is switched on, once: safe to call as often as one likes."""
    return _runs_document(house, house.jobs.run_all(task))


def run_job(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Run one job now."""
    return _runs_document(house, [house.jobs.run(JobName(options.job), task)])


def show(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Every job: when it last ran, how that ended, when it runs next."""
    state = house.jobs.state()
    return {"leader": state.leader, "jobs": [_state_json(house, each) for each in state.jobs]}


def history(house: House, options: Any, task: Task) -> dict[str, Any]:
    """The latest runs of one job."""
    runs = house.use_cases.run(read_runs, ReadRuns(job=JobName(options.job)))
    return {"runs": [_run_json(house, run) for run in runs]}


def change(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Switch a job on or off, or change when it runs."""
    name = JobName(options.job)
    enabled = True if options.on else False if options.off else None
    house.use_cases.run(
        change_job, ChangeJob(name=name, enabled=enabled, rhythm=_rhythm(options)), task
    )
    state = next(each for each in house.jobs.state().jobs if each.plan.name is name)
    return _state_json(house, state)


def preview(house: House, options: Any, task: Task) -> dict[str, Any]:
    """What a date would bring; nothing is written."""
    on = options.on or house.today()
    found = house.jobs.preview(on, task)
    problems = [_problem_json(house, problem) for each in found for problem in each.problems]
    return {
        "on": on,
        "jobs": [{"name": each.job, **each.counts} for each in found],
        **({"errors": problems} if problems else {}),
    }


def install(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Hand `otc run-due` to the system's task planner."""
    if not options.show:
        house.planner.install()
    return {
        "installed": house.planner.installed(),
        "instructions": house.planner.instructions(),
    }


def uninstall(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take it away again."""
    house.planner.uninstall()
    return {"installed": house.planner.installed()}


def _rhythm(options: Any) -> Rhythm | None:
    if options.every is None and options.at is None:
        return None
    at = None
    if options.at is not None:
        at = hour_and_minute(options.at)
        if at is None:
            raise RuleError("scheduling.bad_hour", where="--at", text=options.at)
    return Rhythm(minutes=options.every, at=at, weekdays_only=options.weekdays)


def _runs_document(house: House, runs: Any) -> dict[str, Any]:
    errors = [_problem_json(house, problem) for run in runs for problem in run.problems]
    return {
        "jobs": [{"name": run.job, "outcome": run.outcome, **(run.counts or {})} for run in runs],
        **({"errors": errors} if errors else {}),
    }


def _state_json(house: House, state: JobState) -> dict[str, Any]:
    rhythm = state.plan.rhythm
    return {
        "name": state.plan.name,
        "enabled": state.plan.enabled,
        "every_minutes": rhythm.minutes,
        "at": None if rhythm.at is None else rhythm.at.isoformat("minutes"),
        "weekdays_only": rhythm.weekdays_only,
        "next_run": state.next_run,
        "last_run": None if state.last_run is None else _run_json(house, state.last_run),
    }


def _run_json(house: House, run: JobRun) -> dict[str, Any]:
    return {
        "job": run.job,
        "outcome": run.outcome,
        "by_hand": run.by_hand,
        "holder": run.holder,
        "started_at": run.started_at,
        "ended_at": run.ended_at,
        "counts": dict(run.counts or {}),
        "problems": [_problem_json(house, problem) for problem in run.problems],
    }


def _problem_json(house: House, problem: Problem) -> Mapping[str, Any]:
    return {
        "code": problem.code,
        "message": house.messages.sentence(problem.code, dict(problem.params)),
        "where": problem.where or None,
    }
