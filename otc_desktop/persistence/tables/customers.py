"""Customers."""

from sqlalchemy import BigInteger, Column, Index, String, Table

from otc_desktop.persistence.tables.base import (
    id_column,
    key_type,
    metadata,
    text_column,
    version_column,
)

customer = Table(
    "customer",
    metadata,
    id_column(),
    Column("code", key_type(40), nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("name_folded", key_type(), nullable=False),
    Column("siren", key_type(), nullable=False, server_default=""),
    text_column("siret"),
    text_column("vat_number"),
    text_column("address"),
    text_column("address2"),
    text_column("postal_code"),
    text_column("city"),
    Column("country", String(2), nullable=False),
    text_column("email"),
    text_column("phone"),
    text_column("contact_name"),
    text_column("iban"),
    text_column("payment_terms"),
    Column("credit_limit_minor", BigInteger),
    Column("language", String(2), nullable=False),
    text_column("dunning_plan"),
    text_column("customer_group"),
    version_column(),
    Index("ix_customer_name", "name_folded", "id"),
    Index("ix_customer_city", "city", "id"),
    Index("ix_customer_siren", "siren", "id"),
)
