"""Statuses of the reform, and where each invoice stands."""

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from otc_desktop.persistence.tables.base import (
    currency_column,
    id_column,
    key_type,
    metadata,
    minor_column,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import Id, ScaledDecimal, UtcDateTime

# Only grows: triggers keep its rows as they are. `at` is French legal time, as messages
# write it, without zone.
invoice_status = Table(
    "invoice_status",
    metadata,
    id_column(),
    Column("invoice_id", Id, ForeignKey("invoice.id"), nullable=False),
    Column("code", String(3), nullable=False),
    Column("at", DateTime, nullable=False),
    Column("source", String(8), nullable=False),
    Column("is_own", Boolean, nullable=False),
    Column("is_bound", Boolean, nullable=False),
    text_column("reasons"),
    text_column("reason_text"),
    text_column("note"),
    text_column("action"),
    Column("allocation_id", Id, ForeignKey("allocation.id")),
    Column("message_id", key_type(200)),
    Column("message_position", Integer, nullable=False),
    text_column("message_sha256"),
    Column("recorded_at", UtcDateTime, nullable=False),
    Column("recorded_by", String, nullable=False),
    # A receipt is told of an invoice once, and a message is taken in once.
    UniqueConstraint("allocation_id", "invoice_id"),
    UniqueConstraint("message_id", "message_position"),
    Index("ix_invoice_status_invoice", "invoice_id", "at"),
    Index("ix_invoice_status_own", "is_own", "recorded_at", "id"),
)

invoice_status_amount = Table(
    "invoice_status_amount",
    metadata,
    Column("status_id", Id, ForeignKey("invoice_status.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(6), nullable=False),
    Column("rate", ScaledDecimal(2)),
    currency_column(),
    minor_column("amount_minor"),
)

# What the history says together, kept beside it for lists; `otc verify` rebuilds it.
invoice_lifecycle = Table(
    "invoice_lifecycle",
    metadata,
    Column("id", Id, ForeignKey("invoice.id"), primary_key=True),
    Column("code", String(3), nullable=False),
    Column("since", DateTime, nullable=False),
    currency_column(),
    minor_column("cashed_minor"),
    Column("is_partial", Boolean, nullable=False),
    version_column(),
    Index("ix_invoice_lifecycle_code", "code", "since", "id"),
)
