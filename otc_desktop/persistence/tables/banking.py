"""Bank accounts, statements and movements."""

from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    literal_column,
)

from otc_desktop.persistence.tables.base import (
    currency_column,
    id_column,
    metadata,
    minor_column,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import Id, UtcDateTime

# Movements that wait for somebody, as the partial indexes below and their readers say it.
# The function keeps the index by status from being chosen, which has two ranges to sort; and
# without a type, for SQLite would be told `… = 1` and no longer know its index.
WAITING: ColumnElement[Any] = literal_column("coalesce(status, '') IN ('open', 'partial')")

bank_account = Table(
    "bank_account",
    metadata,
    id_column(),
    Column("number", String(60), nullable=False, unique=True),
    currency_column(),
    Column("ledger_account", String(20), nullable=False),
    Column("journal", String(10), nullable=False),
)

bank_statement = Table(
    "bank_statement",
    metadata,
    id_column(),
    Column("account_id", Id, ForeignKey("bank_account.id"), nullable=False),
    Column("format", String(40), nullable=False),
    text_column("statement_id"),
    currency_column(),
    minor_column("opening_minor", nullable=True),
    minor_column("closing_minor", nullable=True),
    Column("opening_on", Date),
    Column("closing_on", Date),
    Column("transactions", Integer, nullable=False),
    Column("added", Integer, nullable=False),
    Column("file_sha256", String(64), nullable=False),
    Column("imported_at", UtcDateTime, nullable=False),
    Index("ix_bank_statement_account", "account_id", "closing_on"),
)

bank_transaction = Table(
    "bank_transaction",
    metadata,
    id_column(),
    Column("account_id", Id, ForeignKey("bank_account.id"), nullable=False),
    Column("statement_id", Id, ForeignKey("bank_statement.id"), nullable=False),
    Column("booked_on", Date, nullable=False),
    Column("value_on", Date, nullable=False),
    currency_column(),
    minor_column("amount_minor"),
    minor_column("allocated_minor"),
    text_column("label"),
    text_column("counterparty"),
    text_column("counterparty_account"),
    text_column("end_to_end_id"),
    text_column("bank_reference"),
    text_column("structured_reference"),
    Column("fingerprint", String(64), nullable=False),
    Column("status", String(10), nullable=False),
    version_column(),
    text_column("transaction_code"),
    text_column("return_reason"),
    text_column("mandate"),
    minor_column("charges_minor", nullable=True),
    minor_column("original_minor", nullable=True),
    Column("original_currency", String(3)),
    # Movements that were one entry of the bank share it; it names no row.
    Column("batch_id", Id),
    UniqueConstraint("account_id", "fingerprint"),
    Index("ix_bank_transaction_date", "booked_on", "id"),
    Index("ix_bank_transaction_status_date", "status", "booked_on", "id"),
    Index("ix_bank_transaction_status_amount", "status", "amount_minor", "id"),
    Index("ix_bank_transaction_amount", "amount_minor", "id"),
    Index("ix_bank_transaction_account", "account_id", "booked_on", "id"),
    Index("ix_bank_transaction_reference", "bank_reference", "id"),
    Index(
        "ix_bank_transaction_waiting_date",
        "booked_on",
        "id",
        "status",
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    ),
    Index(
        "ix_bank_transaction_waiting_amount",
        "amount_minor",
        "id",
        "allocated_minor",
        "currency",
        "status",
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    ),
)

watched_folder = Table(
    "watched_folder",
    metadata,
    id_column(),
    Column("workstation", String(200), nullable=False, unique=True),
    Column("path", String, nullable=False),
    text_column("account"),
    version_column(),
)
