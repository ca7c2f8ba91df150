"""Journal entries and what was exported of them."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from otc_desktop.persistence.tables.base import (
    id_column,
    key_type,
    metadata,
    minor_column,
    text_column,
)
from otc_desktop.persistence.types import Id, UtcDateTime

# Lines are inserted before their entry (the foreign key is checked at commit), so that a
# trigger on the entry can refuse a set that doesn't balance.
journal_entry = Table(
    "journal_entry",
    metadata,
    id_column(),
    Column("fiscal_year", String(10), nullable=False),
    Column("number", Integer, nullable=False),
    Column("journal", String(10), nullable=False),
    Column("entry_on", Date, nullable=False),
    Column("piece", key_type(), nullable=False, server_default=""),
    Column("piece_on", Date, nullable=False),
    Column("label", key_type(), nullable=False, server_default=""),
    minor_column("total_minor"),
    Column("reverses_id", Id, ForeignKey("journal_entry.id"), unique=True),
    Column("posted_on", Date, nullable=False),
    Column("posted_at", UtcDateTime, nullable=False),
    UniqueConstraint("fiscal_year", "number"),
    Index("ix_journal_entry_date", "entry_on", "id"),
    Index("ix_journal_entry_piece", "piece", "id"),
    Index("ix_journal_entry_label", "label", "id"),
    Index("ix_journal_entry_total", "total_minor", "id"),
    Index("ix_journal_entry_journal", "journal", "entry_on", "id"),
)

journal_line = Table(
    "journal_line",
    metadata,
    Column(
        "entry_id",
        Id,
        ForeignKey("journal_entry.id", deferrable=True, initially="DEFERRED"),
        primary_key=True,
    ),
    Column("position", Integer, primary_key=True),
    Column("account", key_type(20), nullable=False),
    text_column("auxiliary"),
    text_column("label"),
    minor_column("debit_minor"),
    minor_column("credit_minor"),
    Column("item_id", Id, ForeignKey("open_item.id")),
    CheckConstraint(
        "debit_minor >= 0 AND credit_minor >= 0 AND (debit_minor = 0) <> (credit_minor = 0)",
        name="one_side",
    ),
    Index("ix_journal_line_account", "account", "auxiliary"),
    Index("ix_journal_line_item", "item_id"),
)

export_batch = Table(
    "export_batch",
    metadata,
    id_column(),
    Column("number", Integer, nullable=False, unique=True),
    Column("format", String(20), nullable=False),
    Column("from_on", Date, nullable=False),
    Column("to_on", Date, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("made_by", String, nullable=False),
)

export_batch_entry = Table(
    "export_batch_entry",
    metadata,
    Column("entry_id", Id, ForeignKey("journal_entry.id"), primary_key=True),
    Column("batch_id", Id, ForeignKey("export_batch.id"), nullable=False),
    Index("ix_export_batch_entry_batch", "batch_id"),
)
