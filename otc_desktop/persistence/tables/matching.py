"""What the matcher has learnt of payers."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from otc_desktop.persistence.tables.base import (
    id_column,
    metadata,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import Id, UtcDateTime

# `transaction_id` is the movement that taught it last; a removed fact is learnt anew.
match_fact = Table(
    "match_fact",
    metadata,
    id_column(),
    Column("kind", String(10), nullable=False),
    text_column("key"),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("confirmed", Integer, nullable=False),
    Column("contradicted", Integer, nullable=False),
    Column("removed", Boolean, nullable=False),
    Column("transaction_id", Id),
    Column("learnt_at", UtcDateTime, nullable=False),
    Column("learnt_by", String, nullable=False),
    version_column(),
    UniqueConstraint("kind", "key", "customer_id"),
    Index("ix_match_fact_customer", "customer_id"),
    Index("ix_match_fact_transaction", "transaction_id"),
)
