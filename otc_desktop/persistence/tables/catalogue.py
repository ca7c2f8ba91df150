"""Products and stock."""

from sqlalchemy import Column, Date, ForeignKey, Index, String, Table

from otc_desktop.persistence.tables.base import (
    id_column,
    key_type,
    metadata,
    text_column,
    vat_columns,
    version_column,
)
from otc_desktop.persistence.types import Id, ScaledDecimal

product = Table(
    "product",
    metadata,
    id_column(),
    Column("code", key_type(40), nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("name_folded", key_type(), nullable=False),
    Column("unit", String(3), nullable=False),
    Column("price", ScaledDecimal(6), nullable=False),
    *vat_columns(),
    text_column("income_account"),
    text_column("barcode"),
    version_column(),
    Index("ix_product_name", "name_folded", "id"),
)

stock_movement = Table(
    "stock_movement",
    metadata,
    id_column(),
    Column("product_id", Id, ForeignKey("product.id"), nullable=False),
    Column("moved_on", Date, nullable=False),
    Column("quantity", ScaledDecimal(4), nullable=False),
    Column("reason", String(20), nullable=False),
    Column("delivery_id", Id, ForeignKey("delivery.id")),
    Index("ix_stock_movement_product", "product_id"),
)
