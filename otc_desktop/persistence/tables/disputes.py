"""Disputes."""

from sqlalchemy import (
    Boolean,
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
    currency_column,
    id_column,
    metadata,
    minor_column,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import Id

dispute = Table(
    "dispute",
    metadata,
    id_column(),
    Column("item_id", Id, ForeignKey("open_item.id"), nullable=False),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("reason", String(20), nullable=False),
    currency_column(),
    minor_column("amount_minor"),
    Column("opened_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    text_column("owner"),
    Column("status", String(10), nullable=False),
    text_column("resolution"),
    Column("closed_on", Date),
    Column("cause_id", Id),
    Column("line", Integer, nullable=False, server_default="0"),
    text_column("note"),
    Column("stage", String(10), nullable=False, server_default="new"),
    text_column("outcome"),
    text_column("settled_by"),
    version_column(),
    Index("ix_dispute_status", "status", "due_on", "id"),
    Index("ix_dispute_opened", "opened_on", "id"),
    Index("ix_dispute_due", "due_on", "id"),
    Index("ix_dispute_item", "item_id"),
    Index("ix_dispute_customer", "customer_id", "opened_on"),
)

# The reasons are the program's; what stands under each is the company's own.
dispute_cause = Table(
    "dispute_cause",
    metadata,
    id_column(),
    Column("reason", String(20), nullable=False),
    Column("title", String, nullable=False),
    Column("archived", Boolean, nullable=False),
    version_column(),
    UniqueConstraint("reason", "title"),
)
