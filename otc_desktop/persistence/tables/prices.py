"""Price lists, and prices agreed with customers."""

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Index, String, Table

from otc_desktop.persistence.tables.base import (
    currency_column,
    id_column,
    key_type,
    metadata,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import Id, ScaledDecimal

price_list = Table(
    "price_list",
    metadata,
    id_column(),
    Column("code", key_type(40), nullable=False, unique=True),
    Column("name", String, nullable=False),
    currency_column(),
    version_column(),
)

list_price = Table(
    "list_price",
    metadata,
    id_column(),
    Column("list_id", Id, ForeignKey("price_list.id"), nullable=False),
    Column("product_id", Id, ForeignKey("product.id"), nullable=False),
    Column("price", ScaledDecimal(6), nullable=False),
    Column("min_quantity", ScaledDecimal(4), nullable=False),
    Column("valid_from", Date),
    Column("valid_until", Date),
    Index("ix_list_price_list", "list_id", "product_id", "min_quantity"),
)

agreed_price = Table(
    "agreed_price",
    metadata,
    id_column(),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    # Without a product it is about a family, and without that about everything.
    Column("product_id", Id, ForeignKey("product.id")),
    text_column("family"),
    Column("price", ScaledDecimal(6)),
    Column("discount_percent", ScaledDecimal(4)),
    Column("min_quantity", ScaledDecimal(4), nullable=False),
    Column("valid_from", Date),
    Column("valid_until", Date),
    text_column("reference"),
    version_column(),
    CheckConstraint("(price IS NULL) <> (discount_percent IS NULL)", name="price_or_discount"),
    Index("ix_agreed_price_customer", "customer_id", "product_id"),
)
