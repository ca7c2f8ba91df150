"""Goods that come back."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table

from otc_desktop.persistence.tables.base import (
    id_column,
    key_type,
    metadata,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import Id, ScaledDecimal

sales_return = Table(
    "sales_return",
    metadata,
    id_column(),
    Column("number", key_type(35), nullable=False, unique=True),
    Column("delivery_id", Id, ForeignKey("delivery.id"), nullable=False),
    Column("order_id", Id, ForeignKey("sales_order.id"), nullable=False),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("noted_on", Date, nullable=False),
    Column("reason", String(15), nullable=False),
    text_column("note"),
    Column("restock", Boolean, nullable=False),
    Column("replaces", Boolean, nullable=False),
    Column("status", String(12), nullable=False),
    Column("received_on", Date),
    Column("credit_due", Boolean, nullable=False),
    # No foreign key: the draft it names can be thrown away.
    Column("credit_id", Id),
    version_column(),
    Index("ix_sales_return_date", "noted_on", "id"),
    Index("ix_sales_return_status", "status", "noted_on", "id"),
    Index("ix_sales_return_delivery", "delivery_id"),
    Index("ix_sales_return_customer", "customer_id"),
    Index("ix_sales_return_credit", "credit_id"),
)

sales_return_line = Table(
    "sales_return_line",
    metadata,
    Column("return_id", Id, ForeignKey("sales_return.id"), primary_key=True),
    Column("order_position", Integer, primary_key=True),
    Column("quantity", ScaledDecimal(4), nullable=False),
)
