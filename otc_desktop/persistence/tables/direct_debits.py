"""Mandates of SEPA direct debit, and the collections that files ask the bank for."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    text,
)

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

mandate = Table(
    "mandate",
    metadata,
    id_column(),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("ics", String(35), nullable=False),
    Column("rum", key_type(35), nullable=False),
    text_column("debtor_name"),
    Column("iban", String(34), nullable=False),
    Column("scheme", String(4), nullable=False),
    Column("recurrent", Boolean, nullable=False),
    Column("signed_on", Date, nullable=False),
    text_column("signed_at"),
    Column("notice_days", Integer),
    Column("collected_on", Date),
    Column("closed_on", Date),
    Column("revoked_on", Date),
    text_column("blocked_for"),
    Column("made_at", UtcDateTime, nullable=False),
    Column("made_by", String, nullable=False),
    version_column(),
    UniqueConstraint("ics", "rum"),
    Index("ix_mandate_customer", "customer_id", "signed_on"),
    Index("ix_mandate_rum", "rum", "id"),
    Index("ix_mandate_signed", "signed_on", "id"),
    Index("ix_mandate_blocked", "blocked_for"),
)

debit_collection = Table(
    "debit_collection",
    metadata,
    id_column(),
    Column("number", key_type(35), nullable=False, unique=True),
    Column("bank_account_id", Id, ForeignKey("bank_account.id"), nullable=False),
    Column("scheme", String(4), nullable=False),
    Column("ics", String(35), nullable=False),
    Column("collect_on", Date, nullable=False),
    Column("made_on", Date, nullable=False),
    currency_column(),
    minor_column("total_minor"),
    Column("debits", Integer, nullable=False),
    Column("status", String(12), nullable=False),
    Column("slip_id", Id, ForeignKey("deposit_slip.id"), unique=True),
    Column("sha256", String(64), nullable=False, server_default=""),
    Column("made_at", UtcDateTime, nullable=False),
    Column("made_by", String, nullable=False),
    version_column(),
    Index("ix_debit_collection_date", "collect_on", "id"),
    Index("ix_debit_collection_status_date", "status", "collect_on", "id"),
)

debit = Table(
    "debit",
    metadata,
    id_column(),
    Column("collection_id", Id, ForeignKey("debit_collection.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("mandate_id", Id, ForeignKey("mandate.id"), nullable=False),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("end_to_end_id", key_type(35), nullable=False, unique=True),
    Column("place", String(4), nullable=False),
    currency_column(),
    minor_column("amount_minor"),
    Index("ix_debit_collection", "collection_id", "position"),
    Index("ix_debit_mandate", "mandate_id"),
)

# `live` while the collection waits to be handed over: a claim is then in no other one.
debit_part = Table(
    "debit_part",
    metadata,
    Column("debit_id", Id, ForeignKey("debit.id"), primary_key=True),
    Column("item_id", Id, ForeignKey("open_item.id"), primary_key=True),
    minor_column("amount_minor"),
    Column("live", Boolean, nullable=False),
    Index(
        "ux_debit_part_live",
        "item_id",
        unique=True,
        sqlite_where=text("live"),
        postgresql_where=text("live"),
    ),
)

refund_order = Table(
    "refund_order",
    metadata,
    id_column(),
    Column("number", key_type(35), nullable=False, unique=True),
    Column("bank_account_id", Id, ForeignKey("bank_account.id"), nullable=False),
    Column("pay_on", Date, nullable=False),
    Column("made_on", Date, nullable=False),
    currency_column(),
    minor_column("total_minor"),
    Column("refunds", Integer, nullable=False),
    Column("status", String(10), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("made_by", String, nullable=False),
    version_column(),
    Index("ix_refund_order_date", "pay_on", "id"),
)

# `live` while its order waits for the bank.
refund = Table(
    "refund",
    metadata,
    id_column(),
    Column("order_id", Id, ForeignKey("refund_order.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("item_id", Id, ForeignKey("open_item.id"), nullable=False),
    Column("end_to_end_id", key_type(35), nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("iban", String(34), nullable=False),
    currency_column(),
    minor_column("amount_minor"),
    Column("live", Boolean, nullable=False),
    Column("is_paid", Boolean, nullable=False),
    Index("ix_refund_order", "order_id", "position"),
    Index(
        "ux_refund_live",
        "item_id",
        unique=True,
        sqlite_where=text("live"),
        postgresql_where=text("live"),
    ),
)
