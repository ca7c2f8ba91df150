"""Mail that waits to leave, and what became of it."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from otc_desktop.persistence.tables.base import id_column, metadata, text_column
from otc_desktop.persistence.types import Id, UtcDateTime

outbox_message = Table(
    "outbox_message",
    metadata,
    id_column(),
    Column("kind", String(20), nullable=False),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("invoice_id", Id, ForeignKey("invoice.id")),
    Column("notice_id", Id, ForeignKey("dunning_notice.id"), unique=True),
    Column("recipient", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("body", Text, nullable=False),
    # JSON list of [file name, media type, SHA-256 of the archived bytes].
    Column("attachments", Text, nullable=False),
    Column("status", String(12), nullable=False),
    text_column("claimed_by"),
    Column("lease_until", UtcDateTime),
    Column("attempts", Integer, nullable=False),
    Column("next_attempt_at", UtcDateTime, nullable=False),
    text_column("server_answer"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("sent_at", UtcDateTime),
    # Kind, document and the how-manieth mail with it; none for a mail of something else.
    Column("document_key", String(80)),
    Index("ix_outbox_message_status", "status", "next_attempt_at", "id"),
    Index("ix_outbox_message_created", "created_at", "id"),
    Index("ix_outbox_message_customer", "customer_id", "created_at"),
    Index("ix_outbox_message_invoice", "invoice_id"),
    Index("ix_outbox_message_document", "document_key", unique=True),
)

# Each step of a mail, in order: append-only, so that no answer of a server is ever lost.
outbox_attempt = Table(
    "outbox_attempt",
    metadata,
    Column("mail_id", Id, ForeignKey("outbox_message.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("status", String(12), nullable=False),
    text_column("answer"),
    text_column("made_by"),
    Column("made_at", UtcDateTime, nullable=False),
)
