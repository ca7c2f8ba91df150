"""Quotes."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table

from otc_desktop.persistence.tables.base import (
    adjustment_columns,
    currency_column,
    id_column,
    key_type,
    line_columns,
    metadata,
    text_column,
    totals_columns,
    version_column,
)
from otc_desktop.persistence.types import Id

quote = Table(
    "quote",
    metadata,
    id_column(),
    Column("number", key_type(35), nullable=False, unique=True),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("customer_name_folded", key_type(), nullable=False),
    Column("quoted_on", Date, nullable=False),
    Column("valid_until", Date, nullable=False),
    Column("reference", key_type(), nullable=False, server_default=""),
    text_column("note"),
    currency_column(),
    Column("status", String(12), nullable=False),
    text_column("refusal_reason"),
    Column("sent_on", Date),
    Column("settled_on", Date),
    text_column("order_number"),
    Column("revision", Integer, nullable=False),
    *totals_columns(),
    version_column(),
    Index("ix_quote_date", "quoted_on", "id"),
    Index("ix_quote_status_date", "status", "quoted_on", "id"),
    Index("ix_quote_valid_until", "valid_until", "id"),
    Index("ix_quote_customer", "customer_id", "quoted_on"),
    Index("ix_quote_customer_name", "customer_name_folded", "id"),
    Index("ix_quote_reference", "reference", "id"),
)

quote_line = Table(
    "quote_line",
    metadata,
    Column("quote_id", Id, ForeignKey("quote.id"), primary_key=True),
    *line_columns(),
)

quote_adjustment = Table(
    "quote_adjustment",
    metadata,
    Column("quote_id", Id, ForeignKey("quote.id"), primary_key=True),
    *adjustment_columns(),
)
