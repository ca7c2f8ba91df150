"""Open items, their movements, and allocations."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
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
from otc_desktop.persistence.types import Id, ScaledDecimal, UtcDateTime

# `open_minor` is the cache of the movements' sum, updated in the same transaction.
open_item = Table(
    "open_item",
    metadata,
    id_column(),
    Column("invoice_id", Id, ForeignKey("invoice.id"), unique=True),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("customer_name_folded", key_type(), nullable=False),
    Column("number", key_type(35), nullable=False, unique=True),
    Column("kind", String(12), nullable=False),
    Column("issued_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    currency_column(),
    minor_column("total_minor"),
    minor_column("open_minor"),
    minor_column("vat_minor"),
    minor_column("vat_released_minor"),
    Column("is_open", Boolean, nullable=False),
    text_column("letter"),
    Column("settled_on", Date),
    text_column("purchase_order"),
    # The ledger account where it is not the customers' usual one, and the document of which
    # it is a part that falls due apart, such as a retention.
    text_column("account"),
    Column("part_of_id", Id),
    # VAT due whatever was paid, once a final invoice has deducted the deposit.
    Column("vat_due_minor", BigInteger, nullable=False, server_default="0"),
    # Settled by bills that are not paid yet: no payment for VAT on receipts.
    Column("unripe_minor", BigInteger, nullable=False, server_default="0"),
    version_column(),
    Index("ix_open_item_part", "part_of_id"),
    # Each order of the list, over all items and over the open ones. With the open amount in
    # them, sums and what is overdue are read from the index alone.
    Index("ix_open_item_date", "issued_on", "id"),
    Index("ix_open_item_due", "due_on", "id"),
    Index("ix_open_item_name", "customer_name_folded", "id"),
    Index("ix_open_item_amount", "open_minor", "id"),
    Index("ix_open_item_total", "total_minor", "id"),
    Index("ix_open_item_settled", "settled_on", "id", "due_on", "total_minor"),
    Index("ix_open_item_open_date", "is_open", "issued_on", "id", "due_on", "open_minor"),
    Index("ix_open_item_open_due", "is_open", "due_on", "id", "open_minor"),
    Index("ix_open_item_open_name", "is_open", "customer_name_folded", "id"),
    Index("ix_open_item_open_amount", "is_open", "open_minor", "id", "due_on"),
    Index("ix_open_item_customer", "customer_id", "is_open", "due_on", "id", "open_minor"),
)

allocation = Table(
    "allocation",
    metadata,
    id_column(),
    Column("transaction_id", Id, ForeignKey("bank_transaction.id")),
    Column("allocated_on", Date, nullable=False),
    currency_column(),
    Column("difference_kind", String(12), nullable=False),
    minor_column("difference_minor"),
    Column("confidence", ScaledDecimal(4)),
    Column("reasons", Text, nullable=False),
    Column("made_by_machine", Boolean, nullable=False),
    Column("reverses_id", Id, ForeignKey("allocation.id"), unique=True),
    Column("entry_id", Id, ForeignKey("journal_entry.id")),
    Column("made_at", UtcDateTime, nullable=False),
    Column("made_by", String, nullable=False),
    # The cheque, bill, card or cash receipt; it names no row, for the row names this one.
    Column("paper_id", Id),
    Index("ix_allocation_transaction", "transaction_id"),
)

allocation_part = Table(
    "allocation_part",
    metadata,
    Column("allocation_id", Id, ForeignKey("allocation.id"), primary_key=True),
    Column("item_id", Id, ForeignKey("open_item.id"), primary_key=True),
    Column("position", Integer, nullable=False),
    minor_column("amount_minor"),
    Index("ix_allocation_part_item", "item_id"),
)

receivable_movement = Table(
    "receivable_movement",
    metadata,
    id_column(),
    Column("item_id", Id, ForeignKey("open_item.id"), nullable=False),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("moved_on", Date, nullable=False),
    currency_column(),
    minor_column("amount_minor"),
    Column("kind", String(12), nullable=False),
    Column("allocation_id", Id, ForeignKey("allocation.id")),
    Index("ix_receivable_movement_item", "item_id"),
    Index("ix_receivable_movement_customer", "customer_id", "moved_on"),
    Index("ix_receivable_movement_date", "moved_on", "item_id", "amount_minor"),
)
