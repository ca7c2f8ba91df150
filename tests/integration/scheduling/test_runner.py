"""Jobs that run by themselves: once a slot, on one workstation, whatever breaks."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from threading import Event

import pytest

from otc_desktop.application.kernel.task import SilentTask, Task
from otc_desktop.application.scheduling.change_job import ChangeJob, change_job
from otc_desktop.application.scheduling.read_schedule import ReadRuns, as_it_stands, read_runs
from otc_desktop.application.scheduling.run_slots import ClaimJob, claim_job
from otc_desktop.bootstrap import House
from otc_desktop.domain.scheduling.job import JobName, Outcome, Rhythm
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.scheduler import jobs as job_room
from otc_desktop.scheduler.jobs import JobReport, Tools
from otc_desktop.scheduler.loop import BackgroundAlarm
from otc_desktop.scheduler.runner import JobRunner
from tests.support.line import set_up

DAILY = Rhythm(at=time(0, 0))


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    made = set_up(database_url, tmp_path, datetime.now(UTC).date())
    yield made
    made.close()


def runner(house: House, holder: str = "one 1") -> JobRunner:
    """A program on some workstation, its clock right."""
    tools = Tools(use_cases=house.use_cases, words=str, back_up=Path)
    return JobRunner(tools, zone=UTC, holder=holder)


def only(house: House, *wanted: JobName) -> None:
    """Leave only these jobs on, due once a day since midnight."""
    for name in JobName:
        house.use_cases.run(change_job, ChangeJob(name=name, enabled=name in wanted, rhythm=DAILY))


def test_what_is_owed_runs_once_a_slot_and_by_hand_as_often_as_one_likes(house: House) -> None:
    only(house, JobName.CONTRACTS, JobName.GRADES)
    mine = runner(house)
    ran = mine.run_owed(SilentTask())
    assert [(run.job, run.outcome) for run in ran] == [
        (JobName.GRADES, Outcome.DONE),
        (JobName.CONTRACTS, Outcome.DONE),
    ]
    assert mine.run_owed(SilentTask()) == []
    assert mine.run(JobName.CONTRACTS, SilentTask()).by_hand
    state = mine.state()
    assert state.leader == "one 1"
    states = {each.plan.name: each for each in state.jobs}
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    assert states[JobName.CONTRACTS].next_run == datetime.combine(tomorrow, time(), UTC)
    assert states[JobName.OUTBOX].next_run is None


def test_only_the_leader_runs_until_it_leaves(house: House) -> None:
    only(house, JobName.CONTRACTS)
    first, second = runner(house, "one 1"), runner(house, "two 2")
    assert len(first.run_owed(SilentTask())) == 1
    house.use_cases.run(change_job, ChangeJob(name=JobName.CONTRACTS, rhythm=Rhythm(minutes=1)))
    assert second.run_owed(SilentTask()) == []
    first.leave()
    assert [run.holder for run in second.run_owed(SilentTask())] == ["two 2"]
    assert second.state().leader == "two 2"


def test_two_who_wake_at_once_share_no_slot(house: House) -> None:
    only(house, JobName.REMINDERS)

    def claim(holder: str) -> object:
        command = ClaimJob(name=JobName.REMINDERS, holder=holder, zone=UTC)
        return house.use_cases.run(claim_job, command)

    with ThreadPoolExecutor(4) as pool:
        claimed = list(pool.map(claim, [f"m{number} 1" for number in range(8)]))
    assert sum(run is not None for run in claimed) == 1


def test_a_job_that_breaks_stops_no_other_and_says_why(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(tools: Tools, task: Task) -> JobReport:
        raise RuleError("banking.folder_not_found", where="path", folder="/gone")

    def broken(tools: Tools, task: Task) -> JobReport:
        raise ZeroDivisionError

    faults = {JobName.BANK: refused, JobName.GRADES: broken}
    monkeypatch.setattr("otc_desktop.scheduler.runner.JOBS", {**job_room.JOBS, **faults})
    only(house, JobName.BANK, JobName.GRADES, JobName.CONTRACTS)
    mine = runner(house)
    ran = mine.run_owed(SilentTask())
    assert [run.outcome for run in ran] == [Outcome.FAILED, Outcome.FAILED, Outcome.DONE]
    kept = {state.plan.name: state.last_run for state in mine.state().jobs}
    folder, fault = kept[JobName.BANK], kept[JobName.GRADES]
    assert folder is not None and fault is not None
    assert (folder.problems[0].code, folder.problems[0].params) == (
        "banking.folder_not_found",
        {"folder": "/gone"},
    )
    assert fault.problems[0].code == "scheduling.job_broke"


def test_a_run_cut_off_by_a_crash_is_told_and_the_next_slot_runs(house: House) -> None:
    only(house, JobName.CONTRACTS)
    # The process dies after it took the slot: nothing says how it ended.
    house.use_cases.run(claim_job, ClaimJob(name=JobName.CONTRACTS, holder="one 1", zone=UTC))
    [run] = house.use_cases.run(read_runs, ReadRuns(job=JobName.CONTRACTS))
    assert run.outcome is Outcome.RUNNING
    long_ago = replace(run, started_at=run.started_at - timedelta(hours=2))
    assert as_it_stands(long_ago, datetime.now(UTC)).outcome is Outcome.INTERRUPTED
    house.use_cases.run(change_job, ChangeJob(name=JobName.CONTRACTS, rhythm=Rhythm(minutes=1)))
    assert [each.outcome for each in runner(house).run_owed(SilentTask())] == [Outcome.DONE]


def test_runs_of_long_ago_are_forgotten(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("otc_desktop.persistence.repositories.schedule._KEPT_RUNS", 3)
    mine = runner(house)
    for _ in range(5):
        mine.run(JobName.CONTRACTS, SilentTask())
    assert len(house.use_cases.run(read_runs, ReadRuns(job=JobName.CONTRACTS))) == 3


def test_an_open_window_runs_what_is_owed_and_gives_the_lead_back(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = Event()

    def noted(tools: Tools, task: Task) -> JobReport:
        ran.set()
        return JobReport()

    monkeypatch.setattr("otc_desktop.scheduler.runner.JOBS", {JobName.CONTRACTS: noted})
    only(house, JobName.CONTRACTS)
    mine = runner(house)
    alarm = BackgroundAlarm(mine, interval=0.1)
    alarm.start()
    assert ran.wait(timeout=30)
    alarm.stop()
    [run] = house.use_cases.run(read_runs, ReadRuns(job=JobName.CONTRACTS))
    assert (run.outcome, mine.state().leader) == (Outcome.DONE, "")
