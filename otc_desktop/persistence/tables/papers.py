"""Cheques, bills, card and cash receipts, and the slips by which they go to the bank."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table

from otc_desktop.persistence.tables.base import (
    currency_column,
    id_column,
    key_type,
    metadata,
    minor_column,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import Id, UtcDateTime

deposit_slip = Table(
    "deposit_slip",
    metadata,
    id_column(),
    Column("number", key_type(35), nullable=False, unique=True),
    Column("kind", String(10), nullable=False),
    Column("remittance", String(10), nullable=False),
    Column("bank_account_id", Id, ForeignKey("bank_account.id"), nullable=False),
    Column("made_on", Date, nullable=False),
    currency_column(),
    minor_column("total_minor"),
    Column("papers", Integer, nullable=False),
    Column("status", String(10), nullable=False),
    Column("entry_id", Id, ForeignKey("journal_entry.id")),
    Column("posting_id", Id, ForeignKey("bank_posting.id"), unique=True),
    Column("transaction_id", Id, ForeignKey("bank_transaction.id")),
    Column("made_at", UtcDateTime, nullable=False),
    Column("made_by", String, nullable=False),
    version_column(),
    Index("ix_deposit_slip_date", "made_on", "id"),
    Index("ix_deposit_slip_status_date", "status", "made_on", "id"),
    Index("ix_deposit_slip_amount", "total_minor", "id"),
    Index("ix_deposit_slip_status_amount", "status", "total_minor", "id"),
)

paper_receipt = Table(
    "paper_receipt",
    metadata,
    id_column(),
    Column("kind", String(10), nullable=False),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("number", key_type(), nullable=False),
    text_column("drawer"),
    text_column("bank"),
    text_column("drawer_account"),
    currency_column(),
    minor_column("amount_minor"),
    Column("received_on", Date, nullable=False),
    Column("due_on", Date),
    Column("status", String(10), nullable=False),
    # One cheque stands on one slip: it has room for no second.
    Column("slip_id", Id, ForeignKey("deposit_slip.id")),
    Column("allocation_id", Id, ForeignKey("allocation.id"), nullable=False, unique=True),
    Column("account_item_id", Id, ForeignKey("open_item.id"), unique=True),
    Column("ripe", Boolean, nullable=False),
    Column("ripe_on", Date),
    # After a return that was none: the first allocation stays as it was entered.
    Column("settled_by_id", Id),
    Column("returned_on", Date),
    text_column("return_reason"),
    Column("return_posting_id", Id, ForeignKey("bank_posting.id"), unique=True),
    Column("return_transaction_id", Id, ForeignKey("bank_transaction.id")),
    Column("made_at", UtcDateTime, nullable=False),
    Column("made_by", String, nullable=False),
    version_column(),
    Index("ix_paper_receipt_slip", "slip_id", "received_on", "id"),
    Index("ix_paper_receipt_customer", "customer_id", "received_on"),
    Index("ix_paper_receipt_date", "received_on", "id"),
    Index("ix_paper_receipt_amount", "amount_minor", "id"),
    Index("ix_paper_receipt_number", "number", "id"),
    Index("ix_paper_receipt_status_date", "status", "received_on", "id"),
    Index("ix_paper_receipt_status_amount", "status", "amount_minor", "id"),
    Index("ix_paper_receipt_status_number", "status", "number", "id"),
)
