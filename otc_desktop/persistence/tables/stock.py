"""Stock: its movements, their sums, and the company's rules for it."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
)

from otc_desktop.persistence.tables.base import id_column, metadata, text_column, version_column
from otc_desktop.persistence.types import Id, ScaledDecimal

# Append-only, by triggers.
stock_movement = Table(
    "stock_movement",
    metadata,
    id_column(),
    Column("product_id", Id, ForeignKey("product.id"), nullable=False),
    Column("moved_on", Date, nullable=False),
    Column("quantity", ScaledDecimal(4), nullable=False),
    Column("reason", String(20), nullable=False),
    Column("delivery_id", Id, ForeignKey("delivery.id")),
    Column("return_id", Id, ForeignKey("sales_return.id")),
    text_column("note"),
    Index("ix_stock_movement_product", "product_id", "moved_on", "id"),
    Index("ix_stock_movement_date", "moved_on", "id"),
    Index("ix_stock_movement_delivery", "delivery_id"),
)

# The cache of the movements' sum, updated in the same transaction; its row is the lock that
# keeps two deliveries from taking the same last piece.
stock_level = Table(
    "stock_level",
    metadata,
    Column("product_id", Id, ForeignKey("product.id"), primary_key=True),
    Column("on_hand", ScaledDecimal(4), nullable=False),
)

stock_policy = Table(
    "stock_policy",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="one_row"), primary_key=True),
    Column("allow_negative", Boolean, nullable=False),
    Column("late_after_days", Integer, nullable=False),
    version_column(),
)
