"""Runs jobs: takes the slot, does the work, notes how it ended."""

import logging
from collections.abc import Sequence
from datetime import date, tzinfo

from otc_desktop.application.kernel.task import Task
from otc_desktop.application.scheduling.jobs import JobPreview
from otc_desktop.application.scheduling.read_schedule import ReadSchedule, Schedule, read_schedule
from otc_desktop.application.scheduling.run_slots import (
    ClaimJob,
    FinishJob,
    LeaveLead,
    TakeLead,
    claim_job,
    finish_job,
    leave_lead,
    take_lead,
)
from otc_desktop.domain.scheduling.job import JobName, JobRun, Outcome, Problem
from otc_desktop.domain.shared.errors import Cancelled, ConflictError, OtcError
from otc_desktop.scheduler.jobs import JOBS, PREVIEWS, JobReport, Tools, problems_of

# Longer than the alarm clock's interval: a workstation that works keeps the lead.
_LEASE_SECONDS = 180
_log = logging.getLogger(__name__)


class JobRunner:
    """Every job of one program, one after the other.

    Args:
        tools: what jobs work with.
        zone: of the workstation's clock.
        holder: names this program among others: workstation and process.
    """

    def __init__(self, tools: Tools, *, zone: tzinfo, holder: str) -> None:
        self._tools = tools
        self._zone = zone
        self._holder = holder

    def state(self) -> Schedule:
        """Every job with its last and next run."""
        return self._tools.use_cases.run(read_schedule, ReadSchedule(zone=self._zone))

    def run(self, job: JobName, task: Task) -> JobRun:
        """Run one job now, whatever the time.

        Raises:
            ConflictError: `scheduling.just_run`, in this very instant.
        """
        run = self._claim(job, by_hand=True)
        if run is None:
            raise ConflictError("scheduling.just_run", job=job.value)
        return self._carry_out(run, task)

    def run_all(self, task: Task) -> Sequence[JobRun]:
        """Run every job that is switched on, once."""
        return [
            self.run(state.plan.name, task) for state in self.state().jobs if state.plan.enabled
        ]

    def run_owed(self, task: Task) -> Sequence[JobRun]:
        """Run what is owed now, if this program leads; nothing otherwise."""
        command = TakeLead(holder=self._holder, seconds=_LEASE_SECONDS)
        if not self._tools.use_cases.run(take_lead, command):
            return []
        owed = [state.plan.name for state in self.state().jobs if state.is_owed]
        done = []
        for job in owed:
            task.check_cancelled()
            run = self._claim(job, by_hand=False)
            if run is not None:
                done.append(self._carry_out(run, task))
                self._tools.use_cases.run(take_lead, command)
        return done

    def leave(self) -> None:
        """Let another workstation lead."""
        self._tools.use_cases.run(leave_lead, LeaveLead(holder=self._holder))

    def preview(self, on: date, task: Task) -> Sequence[JobPreview]:
        """What a date would bring; nothing is written."""
        found = []
        for state in self.state().jobs:
            name = state.plan.name
            if not state.plan.enabled:
                continue
            try:
                counts = PREVIEWS[name](self._tools, on, task) if name in PREVIEWS else {}
                found.append(JobPreview(job=name, counts=counts))
            except OtcError as refusal:
                found.append(JobPreview(job=name, counts={}, problems=problems_of(refusal)))
        return found

    def _claim(self, job: JobName, *, by_hand: bool) -> JobRun | None:
        command = ClaimJob(name=job, holder=self._holder, zone=self._zone, by_hand=by_hand)
        return self._tools.use_cases.run(claim_job, command)

    def _carry_out(self, run: JobRun, task: Task) -> JobRun:
        outcome, report = self._work(run.job, task)
        command = FinishJob(
            run=run, outcome=outcome, counts=report.counts, problems=report.problems
        )
        return self._tools.use_cases.run(finish_job, command)

    def _work(self, job: JobName, task: Task) -> tuple[Outcome, JobReport]:
        try:
            report = JOBS[job](self._tools, task)
        except Cancelled:
            return Outcome.INTERRUPTED, JobReport()
        except OtcError as refusal:
            return Outcome.FAILED, JobReport(problems=problems_of(refusal))
        except Exception:
            # A fault of ours in one job must not keep the others from running.
            _log.exception("job %s broke", job.value)
            problem = Problem(code="scheduling.job_broke", params={"job": job.value})
            return Outcome.FAILED, JobReport(problems=(problem,))
        return (Outcome.FINDINGS if report.problems else Outcome.DONE), report
