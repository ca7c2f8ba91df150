"""People and places of customers."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, String, Table, true

from otc_desktop.persistence.tables.base import (
    id_column,
    key_type,
    metadata,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import Id

contact = Table(
    "contact",
    metadata,
    id_column(),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("name", String, nullable=False),
    Column("name_folded", key_type(), nullable=False),
    text_column("function"),
    text_column("email"),
    text_column("phone"),
    text_column("mobile"),
    Column("language", String(2), nullable=False),
    # Roles separated by commas.
    text_column("roles"),
    Column("is_active", Boolean, nullable=False, server_default=true()),
    version_column(),
    Index("ix_contact_customer", "customer_id", "name_folded"),
)

customer_address = Table(
    "customer_address",
    metadata,
    id_column(),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("label", String, nullable=False),
    Column("kind", String(10), nullable=False),
    text_column("address"),
    text_column("address2"),
    text_column("postal_code"),
    text_column("city"),
    Column("country", String(2), nullable=False),
    text_column("siret"),
    text_column("service_code"),
    Column("is_default", Boolean, nullable=False),
    version_column(),
    Index("ix_customer_address_customer", "customer_id", "kind", "label"),
)
