"""Payment plans, and the payments for which customers were thanked."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, Text

from otc_desktop.persistence.tables.base import (
    currency_column,
    id_column,
    metadata,
    minor_column,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import Id, UtcDateTime

# Whether a plan is kept is no column: receipts decide. `told_state` is what the promise
# check found last, so that nobody is told the same twice.
payment_plan = Table(
    "payment_plan",
    metadata,
    id_column(),
    Column("number", String(35), nullable=False, unique=True),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("agreed_on", Date, nullable=False),
    Column("agreed_at", UtcDateTime, nullable=False),
    text_column("agreed_by"),
    text_column("approved_by"),
    Column("tolerance_days", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("cancelled_on", Date),
    text_column("cancel_reason"),
    Column("told_state", String(10), nullable=False, server_default=""),
    Column("told_on", Date),
    version_column(),
    Index("ix_payment_plan_customer", "customer_id", "agreed_on"),
    Index("ix_payment_plan_agreed", "agreed_on", "id"),
    Index("ix_payment_plan_told", "told_state", "told_on"),
)

payment_plan_item = Table(
    "payment_plan_item",
    metadata,
    Column("plan_id", Id, ForeignKey("payment_plan.id"), primary_key=True),
    Column("item_id", Id, ForeignKey("open_item.id"), primary_key=True),
    currency_column(),
    minor_column("amount_minor"),
    Index("ix_payment_plan_item_item", "item_id"),
)

payment_plan_instalment = Table(
    "payment_plan_instalment",
    metadata,
    Column("plan_id", Id, ForeignKey("payment_plan.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("due_on", Date, nullable=False),
    currency_column(),
    minor_column("amount_minor"),
)

# One row a payment and customer: nobody is thanked twice for the same money.
payment_thanks = Table(
    "payment_thanks",
    metadata,
    id_column(),
    Column("key", String(80), nullable=False, unique=True),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("mail_id", Id),
    Column("decided_on", Date, nullable=False),
    text_column("reason"),
    Index("ix_payment_thanks_customer", "customer_id", "decided_on"),
)
