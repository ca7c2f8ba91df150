"""Jobs that run by themselves, their runs, and which workstation leads."""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, Text, UniqueConstraint

from otc_desktop.persistence.tables.base import (
    id_column,
    metadata,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import UtcDateTime

scheduled_job = Table(
    "scheduled_job",
    metadata,
    id_column(),
    Column("name", String(20), nullable=False, unique=True),
    Column("enabled", Boolean, nullable=False),
    Column("minutes", Integer),
    text_column("at"),
    Column("weekdays_only", Boolean, nullable=False),
    version_column(),
)

# One run a slot: two workstations that wake at once find the slot taken.
job_run = Table(
    "job_run",
    metadata,
    id_column(),
    Column("job", String(20), nullable=False),
    Column("slot", UtcDateTime, nullable=False),
    Column("by_hand", Boolean, nullable=False),
    Column("holder", String, nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    Column("outcome", String(12), nullable=False),
    Column("counts", Text, nullable=False),
    Column("problems", Text, nullable=False),
    UniqueConstraint("job", "slot", "by_hand"),
    Index("ix_job_run_started", "job", "started_at", "id"),
)

scheduler_lease = Table(
    "scheduler_lease",
    metadata,
    Column("id", Integer, primary_key=True),
    text_column("holder"),
    Column("until", UtcDateTime, nullable=False),
)
