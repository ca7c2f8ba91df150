"""Credit rules, approval limits, requests for agreement and what was decided."""

from sqlalchemy import (
    CheckConstraint,
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
    metadata,
    minor_column,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import Id, ScaledDecimal, UtcDateTime

credit_policy = Table(
    "credit_policy",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="one_row"), primary_key=True),
    Column("settings", Text, nullable=False),
    version_column(),
)

approval_limit = Table(
    "approval_limit",
    metadata,
    Column("role", String(40), primary_key=True),
    Column("position", Integer, nullable=False),
    minor_column("most_minor", nullable=True),
    Column("most_percent", ScaledDecimal(4)),
)

credit_request = Table(
    "credit_request",
    metadata,
    id_column(),
    Column("order_id", Id, ForeignKey("sales_order.id"), nullable=False),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("status", String(10), nullable=False),
    Column("gate", String(10), nullable=False),
    Column("action", String(10), nullable=False),
    Column("codes", Text, nullable=False),
    currency_column(),
    minor_column("amount_minor"),
    minor_column("overrun_minor"),
    minor_column("deposit_minor"),
    Column("asked_on", Date, nullable=False),
    text_column("asked_by"),
    text_column("note"),
    Column("wanted_until", Date),
    Column("settled_on", Date),
    version_column(),
    Index("ix_credit_request_order", "order_id", "status"),
    Index("ix_credit_request_customer", "customer_id"),
    Index("ix_credit_request_asked", "status", "asked_on", "id"),
    Index("ix_credit_request_amount", "status", "amount_minor", "id"),
)

# Append-only: triggers refuse to change or delete a row.
credit_decision = Table(
    "credit_decision",
    metadata,
    id_column(),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("order_id", Id, ForeignKey("sales_order.id")),
    Column("kind", String(15), nullable=False),
    Column("decided_on", Date, nullable=False),
    Column("decided_at", UtcDateTime, nullable=False),
    Column("decided_by", String, nullable=False),
    text_column("role"),
    Column("codes", Text, nullable=False),
    text_column("reason"),
    text_column("gate"),
    currency_column(),
    minor_column("amount_minor"),
    minor_column("overrun_minor"),
    minor_column("deposit_minor"),
    Column("until_on", Date),
    text_column("before"),
    text_column("after"),
    Index("ix_credit_decision_customer", "customer_id", "decided_at", "id"),
    Index("ix_credit_decision_order", "order_id", "decided_at", "id"),
)
