"""Who changed what: events for the timeline, and the chained audit trail."""

from sqlalchemy import BigInteger, Column, Date, Index, String, Table, Text

from otc_desktop.persistence.tables.base import id_column, metadata
from otc_desktop.persistence.types import Id, UtcDateTime

event = Table(
    "event",
    metadata,
    id_column(),
    # The business day it belongs to, and the instant it was noted.
    Column("happened_on", Date, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("kind", String(60), nullable=False),
    Column("subject_id", Id, nullable=False),
    Column("customer_id", Id),
    Column("details", Text, nullable=False),
    # The texts of the details, folded, for searching; NULL on events of older programs.
    Column("words", Text),
    Index("ix_event_customer", "customer_id", "at", "id"),
    Index("ix_event_subject", "subject_id", "at"),
)

audit_entry = Table(
    "audit_entry",
    metadata,
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("payload", Text, nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
)

chain_head = Table(
    "chain_head",
    metadata,
    Column("name", String(20), primary_key=True),
    Column("sequence", BigInteger, nullable=False),
    Column("hash", String(64), nullable=False),
)
