"""The jobs the program runs by itself, how often, and how a run ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from otc_desktop.domain.shared.errors import RuleError

_MOST_MINUTES = 24 * 60


class JobName(StrEnum):
    """One thing the program does by itself; in the order of a working day.

    The bank comes first, for a receipt that came in stops a reminder that would have left;
    the outbox last, for it sends what the others made.
    """

    BANK = "bank"
    MAILBOX = "mailbox"
    BILLS = "bills"
    GRADES = "grades"
    PROMISES = "promises"
    REMINDERS = "reminders"
    THANKS = "thanks"
    CONTRACTS = "contracts"
    OUTBOX = "outbox"
    PLATFORM = "platform"
    BACKUP = "backup"


class Outcome(StrEnum):
    """How a run ended.

    `FINDINGS`: done, but something waits for a person. `FAILED`: not done. `INTERRUPTED`:
    the program was stopped in the middle; the next run takes up what is left.
    """

    RUNNING = "running"
    DONE = "done"
    FINDINGS = "findings"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """Every so many minutes, or once a day at an hour of the workstation's clock.

    Raises:
        RuleError: `scheduling.bad_rhythm`.
    """

    minutes: int | None = None
    at: time | None = None
    weekdays_only: bool = False

    def __post_init__(self) -> None:
        if (self.minutes is None) == (self.at is None):
            raise RuleError("scheduling.bad_rhythm", where="rhythm", most=_MOST_MINUTES)
        if self.minutes is not None and not 1 <= self.minutes <= _MOST_MINUTES:
            raise RuleError("scheduling.bad_rhythm", where="minutes", most=_MOST_MINUTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobPlan:
    """Whether a job runs by itself, and when; `version` 0 is the standard, never kept."""

    name: JobName
    enabled: bool
    rhythm: Rhythm
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What a run could not do: an error's code, its parameters and its place."""

    code: str
    params: Mapping[str, Any]
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRun:
    """One run: for which slot, by whom, how it ended, and what it counted."""

    id: UUID
    job: JobName
    slot: datetime
    by_hand: bool
    holder: str
    started_at: datetime
    ended_at: datetime | None = None
    outcome: Outcome = Outcome.RUNNING
    counts: Mapping[str, int] | None = None
    problems: tuple[Problem, ...] = ()


STANDARD: Mapping[JobName, JobPlan] = {
    plan.name: plan
    for plan in (
        JobPlan(name=JobName.BANK, enabled=True, rhythm=Rhythm(minutes=10)),
        JobPlan(name=JobName.MAILBOX, enabled=True, rhythm=Rhythm(minutes=10)),
        JobPlan(name=JobName.BILLS, enabled=True, rhythm=Rhythm(at=time(7, 0))),
        JobPlan(name=JobName.GRADES, enabled=True, rhythm=Rhythm(at=time(7, 0))),
        JobPlan(name=JobName.PROMISES, enabled=True, rhythm=Rhythm(at=time(7, 30))),
        JobPlan(
            name=JobName.REMINDERS, enabled=True, rhythm=Rhythm(at=time(9, 0), weekdays_only=True)
        ),
        JobPlan(name=JobName.THANKS, enabled=True, rhythm=Rhythm(at=time(10, 0))),
        JobPlan(name=JobName.CONTRACTS, enabled=True, rhythm=Rhythm(at=time(7, 0))),
        JobPlan(name=JobName.OUTBOX, enabled=True, rhythm=Rhythm(minutes=5)),
        JobPlan(name=JobName.PLATFORM, enabled=True, rhythm=Rhythm(minutes=15)),
        JobPlan(name=JobName.BACKUP, enabled=False, rhythm=Rhythm(at=time(12, 30))),
    )
}
