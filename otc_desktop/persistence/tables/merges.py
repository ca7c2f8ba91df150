"""Customers merged, what moved by it, and pairs that somebody told apart."""

from sqlalchemy import Column, Date, ForeignKey, Index, String, Table, Text

from otc_desktop.persistence.tables.base import (
    id_column,
    metadata,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import Id, UtcDateTime

# Never deleted. While it stands, triggers let what is issued move between the two customers.
customer_merge = Table(
    "customer_merge",
    metadata,
    id_column(),
    Column("keeper_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("loser_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("merged_on", Date, nullable=False),
    Column("merged_at", UtcDateTime, nullable=False),
    Column("merged_by", String, nullable=False),
    # The columns of the kept file that took other values, as JSON: before and after.
    Column("taken", Text, nullable=False),
    # What the merge changed of the other file, as JSON.
    Column("loser_before", Text, nullable=False),
    Column("entry_id", Id, ForeignKey("journal_entry.id")),
    Column("undone_at", UtcDateTime),
    text_column("undone_by"),
    Column("undo_entry_id", Id, ForeignKey("journal_entry.id")),
    version_column(),
    Index("ix_customer_merge_keeper", "keeper_id", "merged_at"),
    Index("ix_customer_merge_loser", "loser_id", "keeper_id"),
    Index("ix_customer_merge_at", "merged_at"),
)

# Append-only, by triggers. `was` is what the row held beside its customer, where it matters.
customer_merge_move = Table(
    "customer_merge_move",
    metadata,
    Column("merge_id", Id, ForeignKey("customer_merge.id"), primary_key=True),
    Column("kind", String(40), primary_key=True),
    Column("row_id", Id, primary_key=True),
    text_column("was"),
)

# The smaller id first.
customer_distinct = Table(
    "customer_distinct",
    metadata,
    Column("first_id", Id, ForeignKey("customer.id"), primary_key=True),
    Column("second_id", Id, ForeignKey("customer.id"), primary_key=True),
    Column("noted_on", Date, nullable=False),
    text_column("noted_by"),
)
