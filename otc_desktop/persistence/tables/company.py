"""The company, its settings, the look of its documents, its number series."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    true,
)

from otc_desktop.persistence.tables.base import (
    id_column,
    metadata,
    text_column,
    version_column,
)

company = Table(
    "company",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="one_row"), primary_key=True),
    Column("settings", Text, nullable=False),
    version_column(),
)

paper_look = Table(
    "paper_look",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="one_row"), primary_key=True),
    Column("template", String(20), nullable=False),
    Column("colour", String(7), nullable=False),
    text_column("footer"),
    Column("show_code", Boolean, nullable=False, server_default=true()),
    Column("show_discount", Boolean, nullable=False, server_default=true()),
    Column("show_unit", Boolean, nullable=False, server_default=true()),
    # Of the picture's bytes, which lie with the archive's.
    Column("logo_sha256", String(64)),
    version_column(),
)

own_text = Table(
    "own_text",
    metadata,
    id_column(),
    Column("key", String(40), nullable=False),
    Column("language", String(2), nullable=False),
    Column("valid_from", Date, nullable=False),
    # Empty: the delivered sentence again, from that day on.
    text_column("text"),
    version_column(),
    UniqueConstraint("key", "language", "valid_from"),
)

number_series = Table(
    "number_series",
    metadata,
    Column("series", String(20), primary_key=True),
    Column("period", String(20), primary_key=True),
    Column("last_number", Integer, nullable=False),
    Column("last_date", Date, nullable=False),
)
