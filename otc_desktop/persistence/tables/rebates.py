"""Year-end rebates."""

from sqlalchemy import Column, Date, ForeignKey, Index, String, Table, Text

from otc_desktop.persistence.tables.base import (
    id_column,
    metadata,
    minor_column,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import Id

rebate_agreement = Table(
    "rebate_agreement",
    metadata,
    id_column(),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("reference", String, nullable=False),
    Column("first_on", Date, nullable=False),
    Column("last_on", Date, nullable=False),
    # Turnover and percentage of each tier, as JSON.
    Column("tiers", Text, nullable=False),
    Column("method", String(8), nullable=False),
    text_column("family"),
    Column("status", String(8), nullable=False),
    Column("note_id", Id),
    version_column(),
    Index("ix_rebate_agreement_customer", "customer_id", "last_on", "id"),
    Index("ix_rebate_agreement_last", "last_on", "id"),
    Index("ix_rebate_agreement_note", "note_id"),
)

# Append-only: what is accrued is the sum.
rebate_accrual = Table(
    "rebate_accrual",
    metadata,
    id_column(),
    Column("agreement_id", Id, ForeignKey("rebate_agreement.id"), nullable=False),
    Column("accrued_on", Date, nullable=False),
    minor_column("excl_tax_minor"),
    minor_column("vat_minor"),
    Column("entry_id", Id, ForeignKey("journal_entry.id"), nullable=False),
    Index("ix_rebate_accrual_agreement", "agreement_id"),
)
