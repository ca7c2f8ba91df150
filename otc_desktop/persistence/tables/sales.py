"""Orders and deliveries."""

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
    adjustment_columns,
    currency_column,
    id_column,
    key_type,
    line_columns,
    metadata,
    minor_column,
    text_column,
    totals_columns,
    version_column,
)
from otc_desktop.persistence.types import Id, ScaledDecimal

sales_order = Table(
    "sales_order",
    metadata,
    id_column(),
    Column("number", key_type(35), nullable=False, unique=True),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("customer_name_folded", key_type(), nullable=False),
    Column("ordered_on", Date, nullable=False),
    Column("purchase_order", key_type(), nullable=False, server_default=""),
    currency_column(),
    Column("status", String(12), nullable=False),
    Column("holds", Text, nullable=False),
    Column("confirmed_on", Date),
    Column("confirmation_sent_on", Date),
    Column("wished_on", Date),
    Column("promised_on", Date),
    Column("ended_on", Date),
    # Where it is delivered: kept as text, so that the address may go.
    Column("site_id", Id),
    text_column("ship_to"),
    text_column("quote_number"),
    text_column("end_reason"),
    *totals_columns(),
    # Not delivered yet, including tax: the part of credit exposure that orders make. The
    # effect of discounts and charges on the whole stands apart: it goes on the first invoice.
    minor_column("undelivered_incl_tax_minor"),
    Column("adjustments_incl_tax_minor", BigInteger, nullable=False, server_default="0"),
    version_column(),
    Index("ix_sales_order_date", "ordered_on", "id"),
    Index("ix_sales_order_status_date", "status", "ordered_on", "id"),
    Index("ix_sales_order_customer", "customer_id", "status"),
    Index("ix_sales_order_customer_name", "customer_name_folded", "id"),
    Index("ix_sales_order_promised", "status", "promised_on", "id"),
    Index("ix_sales_order_purchase_order", "purchase_order", "id"),
)

sales_order_line = Table(
    "sales_order_line",
    metadata,
    Column("order_id", Id, ForeignKey("sales_order.id"), primary_key=True),
    *line_columns(),
    Column("delivered", ScaledDecimal(4), nullable=False),
    # Invoiced from the order and not delivered since.
    Column("ahead", ScaledDecimal(4), nullable=False, server_default="0"),
)

sales_order_adjustment = Table(
    "sales_order_adjustment",
    metadata,
    Column("order_id", Id, ForeignKey("sales_order.id"), primary_key=True),
    *adjustment_columns(),
)

delivery = Table(
    "delivery",
    metadata,
    id_column(),
    Column("number", key_type(35), nullable=False, unique=True),
    Column("order_id", Id, ForeignKey("sales_order.id"), nullable=False),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("delivered_on", Date, nullable=False),
    Column("invoiced", Boolean, nullable=False),
    # What left at the order's prices, including tax: credit exposure until it is invoiced.
    Column("value_incl_tax_minor", BigInteger, nullable=False, server_default="0"),
    Column("status", String(12), nullable=False, server_default="delivered"),
    text_column("ship_to"),
    text_column("carrier"),
    text_column("tracking"),
    text_column("note"),
    Column("cancelled_on", Date),
    text_column("cancel_reason"),
    version_column(),
    Index("ix_delivery_date", "delivered_on", "id"),
    Index("ix_delivery_invoiced_date", "invoiced", "delivered_on", "id"),
    Index("ix_delivery_order", "order_id"),
    Index("ix_delivery_customer", "customer_id", "invoiced"),
)

delivery_line = Table(
    "delivery_line",
    metadata,
    Column("delivery_id", Id, ForeignKey("delivery.id"), primary_key=True),
    Column("order_position", Integer, primary_key=True),
    Column("quantity", ScaledDecimal(4), nullable=False),
    # What came back, and what its document invoices.
    Column("returned", ScaledDecimal(4), nullable=False, server_default="0"),
    Column("billed", ScaledDecimal(4), nullable=False, server_default="0"),
    # What an invoice of the order had invoiced before.
    Column("prebilled", ScaledDecimal(4), nullable=False, server_default="0"),
)
