"""Products."""

from sqlalchemy import Boolean, Column, Date, Index, String, Table, false

from otc_desktop.persistence.tables.base import (
    id_column,
    key_type,
    metadata,
    text_column,
    vat_columns,
    version_column,
)
from otc_desktop.persistence.types import ScaledDecimal

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
    Column("kind", String(10), nullable=False, server_default="goods"),
    Column("family", key_type(), nullable=False, server_default=""),
    text_column("details"),
    Column("archived_on", Date),
    # How the product is kept in stock; saved by the stock's own repository.
    Column("is_stocked", Boolean, nullable=False, server_default=false()),
    Column("reorder_point", ScaledDecimal(4)),
    Column("reorder_quantity", ScaledDecimal(4)),
    text_column("stock_location"),
    Column("allow_negative_stock", Boolean),
    Column("expected_on", Date),
    Column("expected_quantity", ScaledDecimal(4)),
    Column("unit_cost", ScaledDecimal(6)),
    version_column(),
    Index("ix_product_name", "name_folded", "id"),
    Index("ix_product_family", "family", "code", "id"),
    Index("ix_product_barcode", "barcode", "id"),
    Index("ix_product_stocked", "is_stocked", "code", "id"),
)
