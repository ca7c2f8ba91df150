"""Disputes."""

from sqlalchemy import Column, Date, ForeignKey, Index, String, Table

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
    version_column(),
    Index("ix_dispute_status", "status", "due_on", "id"),
    Index("ix_dispute_opened", "opened_on", "id"),
    Index("ix_dispute_due", "due_on", "id"),
    Index("ix_dispute_item", "item_id"),
    Index("ix_dispute_customer", "customer_id", "opened_on"),
)
