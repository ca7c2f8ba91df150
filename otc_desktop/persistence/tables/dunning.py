"""Reminders planned and sent."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, text

from otc_desktop.persistence.tables.base import (
    currency_column,
    id_column,
    metadata,
    minor_column,
    text_column,
)
from otc_desktop.persistence.types import Id

dunning_notice = Table(
    "dunning_notice",
    metadata,
    id_column(),
    Column("key", String(120), nullable=False, unique=True),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("step", Integer, nullable=False),
    Column("channel", String(20), nullable=False),
    Column("planned_on", Date, nullable=False),
    currency_column(),
    minor_column("amount_minor"),
    text_column("recipient"),
    Column("status", String(12), nullable=False),
    Index("ix_dunning_notice_date", "planned_on", "id"),
    Index("ix_dunning_notice_customer", "customer_id", "planned_on"),
    Index("ix_dunning_notice_status", "status", "planned_on", "id"),
)

# The partial unique index is the last wall: no item reaches a step twice.
dunning_notice_item = Table(
    "dunning_notice_item",
    metadata,
    Column("notice_id", Id, ForeignKey("dunning_notice.id"), primary_key=True),
    Column("item_id", Id, ForeignKey("open_item.id"), primary_key=True),
    Column("step", Integer, nullable=False),
    # Whether the item reached this step by this notice, or is only listed with others.
    Column("is_new", Boolean, nullable=False),
    minor_column("amount_minor"),
    Index("ix_dunning_notice_item_item", "item_id", "step"),
    Index(
        "uq_dunning_notice_item_step",
        "item_id",
        "step",
        unique=True,
        sqlite_where=text("is_new"),
        postgresql_where=text("is_new"),
    ),
)
