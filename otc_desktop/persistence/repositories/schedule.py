"""Jobs, their runs, and who leads."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import Any

from sqlalchemy import RowMapping, delete, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from uuid_utils.compat import uuid7

from otc_desktop.domain.scheduling.job import (
    STANDARD,
    JobName,
    JobPlan,
    JobRun,
    Outcome,
    Problem,
    Rhythm,
)
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.schedule import job_run, scheduled_job, scheduler_lease

_LEASE = 1
# A run every five minutes makes a hundred thousand rows a year that nobody reads.
_KEPT_RUNS = 200


class SqlSchedule:
    """The scheduler's tables.

    Runs and leases are no facts of the books: the audit trail hears of changed plans only.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def plans(self) -> Sequence[JobPlan]:
        """Every job, in the order of a working day."""
        kept = {row["name"]: row for row in self._session.rows(select(scheduled_job))}
        return [_plan(kept[name]) if name in kept else STANDARD[name] for name in JobName]

    def save_plan(self, plan: JobPlan) -> None:
        """When a job runs from now on."""
        values = {
            "enabled": plan.enabled,
            "minutes": plan.rhythm.minutes,
            "at": "" if plan.rhythm.at is None else plan.rhythm.at.isoformat("minutes"),
            "weekdays_only": plan.rhythm.weekdays_only,
        }
        row = self._session.one(select(scheduled_job).where(scheduled_job.c.name == plan.name))
        if row is None:
            self._session.insert(
                scheduled_job, {"id": uuid7(), "name": plan.name.value, **values, "version": 1}
            )
            return
        self._session.update_versioned(scheduled_job, row["id"], plan.version, values)

    def last_runs(self) -> Sequence[JobRun]:
        """The latest run of each job that ever ran."""
        latest = [self.runs(name, limit=1) for name in JobName]
        return [runs[0] for runs in latest if runs]

    def runs(self, job: JobName, *, limit: int) -> Sequence[JobRun]:
        """Runs of a job, latest first."""
        query = (
            select(job_run)
            .where(job_run.c.job == job.value)
            .order_by(job_run.c.started_at.desc(), job_run.c.id.desc())
            .limit(limit)
        )
        return [_run(row) for row in self._session.rows(query)]

    def is_taken(self, job: JobName, slot: datetime) -> bool:
        """Whether a slot was run, or is being run, by itself."""
        query = select(job_run.c.id).where(
            job_run.c.job == job.value, job_run.c.slot == slot, job_run.c.by_hand.is_(False)
        )
        return self._session.one(query) is not None

    def claim(self, run: JobRun) -> bool:
        """Take a slot; the unique key decides between two who ask at once."""
        return self._insert_new(
            job_run,
            {
                "id": run.id,
                "job": run.job.value,
                "slot": run.slot,
                "by_hand": run.by_hand,
                "holder": run.holder,
                "started_at": run.started_at,
                "ended_at": None,
                "outcome": run.outcome.value,
                "counts": "{}",
                "problems": "[]",
            },
        )

    def finish(self, run: JobRun) -> None:
        """Note how a run ended, and forget runs of long ago."""
        self._session.connection.execute(
            update(job_run)
            .where(job_run.c.id == run.id)
            .values(
                ended_at=run.ended_at,
                outcome=run.outcome.value,
                counts=json.dumps(dict(run.counts or {})),
                problems=json.dumps(
                    [
                        {"code": each.code, "params": _plain(each.params), "where": each.where}
                        for each in run.problems
                    ],
                    ensure_ascii=False,
                ),
            )
        )
        last_kept = (
            select(job_run.c.started_at)
            .where(job_run.c.job == run.job.value)
            .order_by(job_run.c.started_at.desc())
            .offset(_KEPT_RUNS)
            .limit(1)
            .scalar_subquery()
        )
        self._session.connection.execute(
            delete(job_run).where(job_run.c.job == run.job.value, job_run.c.started_at <= last_kept)
        )

    def lead(self, holder: str, until: datetime) -> bool:
        """Be the one who runs jobs until then; False while another is."""
        if self._insert_new(scheduler_lease, {"id": _LEASE, "holder": holder, "until": until}):
            return True
        table = scheduler_lease.c
        taken = self._session.connection.execute(
            update(scheduler_lease)
            .where(table.id == _LEASE)
            .where((table.holder == holder) | (table.until < self._session.now))
            .values(holder=holder, until=until)
        )
        return taken.rowcount == 1

    def leave(self, holder: str) -> None:
        """Let another lead at once."""
        self._session.connection.execute(
            update(scheduler_lease)
            .where(scheduler_lease.c.holder == holder)
            .values(until=self._session.now)
        )

    def leader(self) -> str:
        """Who leads now, empty for nobody."""
        query = select(scheduler_lease.c.holder).where(
            scheduler_lease.c.id == _LEASE, scheduler_lease.c.until > self._session.now
        )
        row = self._session.one(query)
        return "" if row is None else str(row["holder"])

    def _insert_new(self, table: Any, values: Mapping[str, Any]) -> bool:
        """Insert unless a key is taken; whether it was new."""
        insert = postgresql_insert if self._session.is_postgresql else sqlite_insert
        statement = insert(table).values(dict(values)).on_conflict_do_nothing()
        made = self._session.connection.execute(statement.returning(table.c.id))
        return made.first() is not None


def _plan(row: RowMapping) -> JobPlan:
    return JobPlan(
        name=JobName(row["name"]),
        enabled=row["enabled"],
        rhythm=Rhythm(
            minutes=row["minutes"],
            at=time.fromisoformat(row["at"]) if row["at"] else None,
            weekdays_only=row["weekdays_only"],
        ),
        version=row["version"],
    )


def _run(row: RowMapping) -> JobRun:
    values = {name: row[name] for name in ("id", "slot", "by_hand", "holder")}
    return JobRun(
        **values,
        job=JobName(row["job"]),
        started_at=row["started_at"],
        ended_at=row["ended_at"],
        outcome=Outcome(row["outcome"]),
        counts=json.loads(row["counts"]),
        problems=tuple(Problem(**each) for each in json.loads(row["problems"])),
    )


def _plain(params: Mapping[str, Any]) -> dict[str, Any]:
    """Parameters as JSON can hold them; words are made of them later."""
    return {name: _plain_value(value) for name, value in params.items()}


def _plain_value(value: Any) -> Any:
    if isinstance(value, Money):
        return f"{value.amount} {value.currency.code}"
    return value if isinstance(value, str | int | bool | None) else str(value)
