"""Bank lines posted to ledger accounts, and the rules for them."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table

from otc_desktop.persistence.tables.base import (
    currency_column,
    id_column,
    metadata,
    minor_column,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import Id, ScaledDecimal, UtcDateTime

bank_line_rule = Table(
    "bank_line_rule",
    metadata,
    id_column(),
    text_column("name"),
    text_column("contains"),
    Column("direction", String(6), nullable=False),
    Column("lowest", ScaledDecimal(2)),
    Column("highest", ScaledDecimal(2)),
    Column("bank_account_id", Id, ForeignKey("bank_account.id")),
    Column("ledger_account", String(20), nullable=False),
    Column("place", Integer, nullable=False),
    Column("automatic", Boolean, nullable=False),
    Column("removed", Boolean, nullable=False),
    version_column(),
)

bank_posting = Table(
    "bank_posting",
    metadata,
    id_column(),
    Column("transaction_id", Id, ForeignKey("bank_transaction.id"), nullable=False),
    Column("ledger_account", String(20), nullable=False),
    currency_column(),
    minor_column("amount_minor"),
    Column("entry_id", Id, ForeignKey("journal_entry.id"), nullable=False),
    Column("rule_id", Id, ForeignKey("bank_line_rule.id")),
    Column("reverses_id", Id, ForeignKey("bank_posting.id"), unique=True),
    Column("made_at", UtcDateTime, nullable=False),
    Column("made_by", String, nullable=False),
    # The deposit slip that the movement credits; it names no row, for the slip names this one.
    Column("slip_id", Id),
    # The customer's claim for money on account.
    Column("item_id", Id),
    Index("ix_bank_posting_transaction", "transaction_id"),
)
