"""Files attached to things; their bytes are in `blob`."""

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Index, String, Table, text

from otc_desktop.persistence.tables.base import (
    id_column,
    key_type,
    metadata,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import Id, UtcDateTime

attachment = Table(
    "attachment",
    metadata,
    id_column(),
    Column("sha256", String(64), ForeignKey("blob.sha256"), nullable=False),
    Column("file_name", String, nullable=False),
    Column("name_folded", key_type(), nullable=False),
    text_column("note_folded"),
    Column("media_type", String(120), nullable=False),
    Column("size", BigInteger, nullable=False),
    text_column("note"),
    Column("subject_kind", String(12), nullable=False),
    Column("subject_id", Id, nullable=False),
    text_column("subject_number"),
    Column("customer_id", Id, ForeignKey("customer.id")),
    Column("added_on", Date, nullable=False),
    Column("added_at", UtcDateTime, nullable=False),
    text_column("added_by"),
    Column("removed_on", Date),
    version_column(),
    Index("ix_attachment_subject", "subject_id", "added_at", "id"),
    Index("ix_attachment_customer", "customer_id", "added_at", "id"),
    Index("ix_attachment_name", "name_folded", "id"),
    Index("ix_attachment_added", "added_at", "id"),
    Index("ix_attachment_blob", "sha256"),
    # The same bytes hang on a thing once, as long as they are not removed.
    Index(
        "uq_attachment_present",
        "subject_id",
        "sha256",
        unique=True,
        sqlite_where=text("removed_on IS NULL"),
        postgresql_where=text("removed_on IS NULL"),
    ),
)
