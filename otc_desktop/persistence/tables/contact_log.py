"""Notes, calls and promises: what was said with customers."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, Text

from otc_desktop.persistence.tables.base import (
    currency_column,
    id_column,
    metadata,
    minor_column,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import Id, UtcDateTime

customer_note = Table(
    "customer_note",
    metadata,
    id_column(),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("text", Text, nullable=False),
    text_column("subject_kind"),
    Column("subject_id", Id),
    text_column("subject_number"),
    Column("written_on", Date, nullable=False),
    text_column("author"),
    Column("withdrawn_on", Date),
    version_column(),
    Index("ix_customer_note_customer", "customer_id", "written_on", "id"),
    Index("ix_customer_note_subject", "subject_id"),
)

customer_call = Table(
    "customer_call",
    metadata,
    id_column(),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("called_on", Date, nullable=False),
    Column("direction", String(10), nullable=False),
    Column("outcome", String(20), nullable=False),
    text_column("contact"),
    text_column("phone"),
    Column("minutes", Integer),
    Column("text", Text, nullable=False),
    Column("next_call_on", Date),
    Column("noted_on", Date, nullable=False),
    text_column("author"),
    # The hour of the call agreed, «14:30»; empty when any will do.
    Column("next_call_at", String(5), nullable=False, server_default=""),
    Index("ix_customer_call_customer", "customer_id", "called_on", "id"),
    Index("ix_customer_call_next", "next_call_on", "id"),
    Index("ix_customer_call_outcome", "outcome", "called_on", "id"),
)

# Whether a promise was kept is no column: receipts decide, and they may still be undone.
promise = Table(
    "promise",
    metadata,
    id_column(),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    currency_column(),
    minor_column("amount_minor"),
    Column("promised_on", Date, nullable=False),
    text_column("made_by"),
    Column("text", Text, nullable=False),
    Column("recorded_on", Date, nullable=False),
    Column("recorded_at", UtcDateTime, nullable=False),
    text_column("recorded_by"),
    Column("cancelled_on", Date),
    text_column("cancel_reason"),
    # What the promise check found last, so that nobody is told the same twice.
    Column("told_state", String(10), nullable=False, server_default=""),
    Column("told_on", Date),
    version_column(),
    Index("ix_promise_customer", "customer_id", "promised_on", "id"),
    Index("ix_promise_date", "promised_on", "id"),
    Index("ix_promise_told", "told_state", "told_on"),
)

promise_item = Table(
    "promise_item",
    metadata,
    Column("promise_id", Id, ForeignKey("promise.id"), primary_key=True),
    Column("item_id", Id, ForeignKey("open_item.id"), primary_key=True),
    Index("ix_promise_item_item", "item_id"),
)
