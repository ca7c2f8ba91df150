"""Contracts that are invoiced over time: recurring ones, and works by progress."""

from sqlalchemy import (
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
    line_columns,
    metadata,
    minor_column,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import Id, ScaledDecimal

# Values of a published index by its day, as the user entered them.
index_value = Table(
    "index_value",
    metadata,
    Column("series", key_type(20), primary_key=True),
    Column("valid_from", Date, primary_key=True),
    Column("value", ScaledDecimal(4), nullable=False),
)

recurring_contract = Table(
    "recurring_contract",
    metadata,
    id_column(),
    Column("number", key_type(35), nullable=False, unique=True),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("customer_name_folded", key_type(), nullable=False),
    text_column("title"),
    text_column("purchase_order"),
    currency_column(),
    Column("months", Integer, nullable=False),
    Column("timing", String(10), nullable=False),
    Column("anchor_on", Date, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date),
    Column("renewal_months", Integer, nullable=False),
    Column("cancelled_on", Date),
    text_column("cancel_reason"),
    # How prices follow an index or rise, as JSON; empty for fixed ones.
    Column("indexation", Text, nullable=False, server_default=""),
    # The first day of the next period to prepare; None when all is prepared for good.
    Column("next_due_on", Date),
    minor_column("period_minor"),
    version_column(),
    Index("ix_recurring_contract_due", "next_due_on", "id"),
    Index("ix_recurring_contract_customer", "customer_id"),
    Index("ix_recurring_contract_name", "customer_name_folded", "id"),
)

recurring_contract_line = Table(
    "recurring_contract_line",
    metadata,
    Column("contract_id", Id, ForeignKey("recurring_contract.id"), primary_key=True),
    *line_columns(),
)

# A period is prepared once: the draft or document that invoices it.
recurring_period = Table(
    "recurring_period",
    metadata,
    Column("contract_id", Id, ForeignKey("recurring_contract.id"), primary_key=True),
    Column("starts_on", Date, primary_key=True),
    Column("ends_on", Date, nullable=False),
    Column("invoice_id", Id, ForeignKey("invoice.id"), unique=True),
    Column("skipped", Boolean, nullable=False),
)

works_contract = Table(
    "works_contract",
    metadata,
    id_column(),
    Column("number", key_type(35), nullable=False, unique=True),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("customer_name_folded", key_type(), nullable=False),
    Column("order_id", Id, ForeignKey("sales_order.id")),
    text_column("title"),
    text_column("purchase_order"),
    currency_column(),
    Column("signed_on", Date, nullable=False),
    Column("retention_percent", ScaledDecimal(4), nullable=False),
    Column("retention_months", Integer, nullable=False),
    Column("frame_case", String(1), nullable=False),
    Column("status", String(10), nullable=False),
    minor_column("total_minor"),
    minor_column("cumulated_minor"),
    version_column(),
    Index("ix_works_contract_date", "signed_on", "id"),
    Index("ix_works_contract_customer", "customer_id"),
    Index("ix_works_contract_name", "customer_name_folded", "id"),
    Index("ix_works_contract_order", "order_id"),
)

works_contract_line = Table(
    "works_contract_line",
    metadata,
    Column("contract_id", Id, ForeignKey("works_contract.id"), primary_key=True),
    *line_columns(),
)

# The percentages reached by line, as JSON; `cancelled` once its invoice is credited whole.
works_situation = Table(
    "works_situation",
    metadata,
    Column("contract_id", Id, ForeignKey("works_contract.id"), primary_key=True),
    Column("situation", Integer, primary_key=True, autoincrement=False),
    Column("invoice_id", Id, ForeignKey("invoice.id"), nullable=False, unique=True),
    Column("percents", Text, nullable=False),
    Column("is_final", Boolean, nullable=False),
    Column("cancelled", Boolean, nullable=False),
)

pro_forma = Table(
    "pro_forma",
    metadata,
    id_column(),
    Column("number", key_type(35), nullable=False, unique=True),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("customer_name_folded", key_type(), nullable=False),
    Column("order_id", Id, ForeignKey("sales_order.id")),
    # The draft it was made from, kept as a mere trace: drafts may go.
    Column("draft_id", Id),
    Column("made_on", Date, nullable=False),
    currency_column(),
    minor_column("total_excl_tax_minor"),
    minor_column("total_incl_tax_minor"),
    Column("sha256", String(64), ForeignKey("blob.sha256"), nullable=False),
    version_column(),
    Index("ix_pro_forma_date", "made_on", "id"),
    Index("ix_pro_forma_order", "order_id"),
)
