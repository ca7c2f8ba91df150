"""The way to the approved platform: account, e-reporting sent, flows out and in."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from otc_desktop.persistence.tables.base import (
    id_column,
    key_type,
    metadata,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import Id, UtcDateTime

# JSON of the account; its secret is in the keyring.
platform_account = Table(
    "platform_account",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="one_row"), primary_key=True),
    Column("settings", Text, nullable=False),
    version_column(),
)

# What was told to the State: append-only. The same period again is another row.
ereport = Table(
    "ereport",
    metadata,
    id_column(),
    Column("number", String(60), nullable=False, unique=True),
    Column("kind", String(2), nullable=False),
    # Sales, payments, or both of them.
    Column("content", String(8), nullable=False),
    Column("from_on", Date, nullable=False),
    Column("to_on", Date, nullable=False),
    Column("sha256", String(64), ForeignKey("blob.sha256"), nullable=False),
    # Of the data alone, to know whether anything is new.
    Column("fingerprint", String(64), nullable=False),
    Column("summary", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("made_by", String, nullable=False),
    Index("ix_ereport_period", "from_on", "to_on", "id"),
)

# `tracking_id` is ours, and the same however often a deposit is tried: unique here and there.
platform_flow = Table(
    "platform_flow",
    metadata,
    id_column(),
    Column("tracking_id", String(64), nullable=False, unique=True),
    Column("kind", String(12), nullable=False),
    Column("syntax", String(10), nullable=False),
    Column("name", String(255), nullable=False),
    text_column("profile"),
    text_column("processing_rule"),
    Column("invoice_id", Id, ForeignKey("invoice.id")),
    Column("customer_id", Id, ForeignKey("customer.id")),
    Column("ereport_id", Id, ForeignKey("ereport.id")),
    Column("status_id", Id, ForeignKey("invoice_status.id")),
    Column("sha256", String(64), ForeignKey("blob.sha256"), nullable=False),
    Column("status", String(12), nullable=False),
    text_column("claimed_by"),
    Column("lease_until", UtcDateTime),
    Column("attempts", Integer, nullable=False),
    Column("next_attempt_at", UtcDateTime, nullable=False),
    # The platform's own name for it.
    text_column("platform_id"),
    text_column("answer"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("deposited_at", UtcDateTime),
    # What it carries, and the how-manieth time: one deposit of a thing stands at a time.
    Column("subject_key", key_type(80), nullable=False, unique=True),
    Index("ix_platform_flow_status", "status", "next_attempt_at", "id"),
    Index("ix_platform_flow_created", "created_at", "id"),
    Index("ix_platform_flow_invoice", "invoice_id", "created_at"),
    Index("ix_platform_flow_told", "status_id"),
)

# Each step of a flow, in order: append-only, so that no answer of a platform is ever lost.
platform_flow_step = Table(
    "platform_flow_step",
    metadata,
    Column("flow_id", Id, ForeignKey("platform_flow.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("status", String(12), nullable=False),
    text_column("answer"),
    text_column("made_by"),
    Column("made_at", UtcDateTime, nullable=False),
)

# Flows that the platform held for us, each dealt with once.
platform_inbox = Table(
    "platform_inbox",
    metadata,
    id_column(),
    Column("platform_id", String(255), nullable=False, unique=True),
    Column("syntax", String(10), nullable=False),
    text_column("name"),
    Column("sha256", String(64), ForeignKey("blob.sha256"), nullable=False),
    Column("status", String(12), nullable=False),
    text_column("problem"),
    Column("received_at", UtcDateTime, nullable=False),
    Index("ix_platform_inbox_received", "received_at", "id"),
)

# How far the platform was read.
platform_place = Table(
    "platform_place",
    metadata,
    Column("account", String(255), primary_key=True),
    text_column("place"),
    Column("read_at", UtcDateTime, nullable=False),
)
