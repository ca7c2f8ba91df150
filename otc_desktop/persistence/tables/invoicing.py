"""Invoices, credit notes, and the archive of what was issued."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    text,
)

from otc_desktop.persistence.tables.base import (
    adjustment_columns,
    currency_column,
    id_column,
    key_type,
    line_columns,
    metadata,
    minor_column,
    text_column,
    totals_columns,
    vat_columns,
    version_column,
)
from otc_desktop.persistence.types import Id, ScaledDecimal, UtcDateTime

# A draft has no number. From the moment it has one, triggers keep the row as it is.
invoice = Table(
    "invoice",
    metadata,
    id_column(),
    Column("kind", String(12), nullable=False),
    Column("number", key_type(35), unique=True),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("customer_name_folded", key_type(), nullable=False),
    Column("document_on", Date, nullable=False),
    Column("due_on", Date),
    Column("supplied_on", Date),
    Column("wished_date", Date),
    currency_column(),
    text_column("purchase_order"),
    Column("order_id", Id, ForeignKey("sales_order.id")),
    Column("delivery_id", Id, ForeignKey("delivery.id")),
    Column("credits_id", Id, ForeignKey("invoice.id")),
    text_column("credits_number"),
    text_column("contract_reference"),
    Column("correction", String(20), nullable=False, server_default=""),
    Column("period_from", Date),
    Column("period_to", Date),
    # The digit of the framework code, and the state of the works as JSON.
    Column("frame_case", String(1), nullable=False, server_default="1"),
    Column("progress", Text, nullable=False, server_default=""),
    text_column("language"),
    text_column("payment_terms"),
    # Seller, buyer and legal sentences as they stood on the day of issue, as JSON.
    Column("identity", Text, nullable=False, server_default=""),
    *totals_columns(),
    version_column(),
    Index("ix_invoice_date", "document_on", "id"),
    Index("ix_invoice_customer", "customer_id", "document_on", "id"),
    Index("ix_invoice_customer_name", "customer_name_folded", "id"),
    Index("ix_invoice_total", "total_incl_tax_minor", "id"),
    Index("ix_invoice_credits", "credits_id"),
    Index("ix_invoice_order", "order_id"),
)

invoice_line = Table(
    "invoice_line",
    metadata,
    Column("invoice_id", Id, ForeignKey("invoice.id"), primary_key=True),
    *line_columns(),
)

invoice_adjustment = Table(
    "invoice_adjustment",
    metadata,
    Column("invoice_id", Id, ForeignKey("invoice.id"), primary_key=True),
    *adjustment_columns(),
)

invoice_vat = Table(
    "invoice_vat",
    metadata,
    Column("invoice_id", Id, ForeignKey("invoice.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    *vat_columns(),
    minor_column("basis_minor"),
    minor_column("tax_minor"),
)

# The earlier documents that it names.
invoice_reference = Table(
    "invoice_reference",
    metadata,
    Column("invoice_id", Id, ForeignKey("invoice.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("relation", String(10), nullable=False),
    Column("number", key_type(35), nullable=False),
    Column("issued_on", Date),
    Column("named_id", Id, ForeignKey("invoice.id")),
    Index("ix_invoice_reference_named", "named_id", "relation"),
)

invoice_order = Table(
    "invoice_order",
    metadata,
    Column("invoice_id", Id, ForeignKey("invoice.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("order_id", Id, ForeignKey("sales_order.id"), nullable=False),
    Column("number", key_type(35), nullable=False),
    text_column("purchase_order"),
    Column("billed", Boolean, nullable=False),
    Index("ix_invoice_order_order", "order_id", "billed"),
)

invoice_delivery = Table(
    "invoice_delivery",
    metadata,
    Column("invoice_id", Id, ForeignKey("invoice.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("delivery_id", Id, ForeignKey("delivery.id"), nullable=False),
    Column("order_id", Id, ForeignKey("sales_order.id"), nullable=False),
    Column("number", key_type(35), nullable=False),
    Column("delivered_on", Date, nullable=False),
    text_column("ship_to"),
    Column("first_line", Integer, nullable=False),
    Column("billed", Boolean, nullable=False),
    Index("ix_invoice_delivery_order", "order_id"),
    Index("ix_invoice_delivery_delivery", "delivery_id"),
    # A delivery is invoiced by one document only; a corrective one merely names it.
    Index(
        "uq_invoice_delivery_billed",
        "delivery_id",
        unique=True,
        sqlite_where=text("billed"),
        postgresql_where=text("billed"),
    ),
)

invoice_deduction = Table(
    "invoice_deduction",
    metadata,
    Column("invoice_id", Id, ForeignKey("invoice.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("deposit_id", Id, ForeignKey("invoice.id"), nullable=False),
    Column("number", key_type(35), nullable=False),
    Column("line", Integer, nullable=False),
    minor_column("basis_minor"),
    *vat_columns(),
    Index("ix_invoice_deduction_deposit", "deposit_id"),
)

# Which line of an order or of a credited invoice a line stands for, and how much of it.
invoice_line_source = Table(
    "invoice_line_source",
    metadata,
    Column("invoice_id", Id, ForeignKey("invoice.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("line", Integer, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("source_id", Id, nullable=False),
    Column("source_line", Integer, nullable=False),
    Column("quantity", ScaledDecimal(4), nullable=False),
    Index("ix_invoice_line_source_source", "source_id", "kind", "source_line"),
)

blob = Table(
    "blob",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

archived_document = Table(
    "archived_document",
    metadata,
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("invoice_id", Id, ForeignKey("invoice.id"), nullable=False),
    Column("media_type", String(80), nullable=False),
    Column("sha256", String(64), ForeignKey("blob.sha256"), nullable=False),
    Column("archived_at", UtcDateTime, nullable=False),
    Column("payload", Text, nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Index("ix_archived_document_invoice", "invoice_id"),
)
