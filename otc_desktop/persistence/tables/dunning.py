"""Dunning plans, pauses, reminders planned and sent, and the rates of late interest."""

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
    UniqueConstraint,
    text,
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

_FIRST_PLAN = text("'standard'")

dunning_plan = Table(
    "dunning_plan",
    metadata,
    id_column(),
    Column("code", String(20), nullable=False, unique=True),
    text_column("name"),
    Column("revision", Integer, nullable=False),
    Column("archived", Boolean, nullable=False),
    version_column(),
)

# What a plan said, as JSON, from one edit to the next; reminders name the revision they
# followed. Triggers keep the rows as they are.
dunning_plan_revision = Table(
    "dunning_plan_revision",
    metadata,
    id_column(),
    Column("plan_code", String(20), nullable=False),
    Column("revision", Integer, nullable=False),
    text_column("content"),
    Column("made_at", UtcDateTime, nullable=False),
    text_column("made_by"),
    UniqueConstraint("plan_code", "revision"),
)

# A customer, or one item of theirs, left in peace; without an end until somebody ends it.
dunning_pause = Table(
    "dunning_pause",
    metadata,
    id_column(),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("item_id", Id, ForeignKey("open_item.id")),
    Column("until_on", Date),
    text_column("reason"),
    Column("made_on", Date, nullable=False),
    text_column("made_by"),
    Column("ended", Boolean, nullable=False),
    version_column(),
    Index("ix_dunning_pause_open", "ended", "until_on", "id"),
    Index("ix_dunning_pause_customer", "customer_id", "ended"),
)

# The words of one message to come, changed by hand before it leaves.
dunning_wording = Table(
    "dunning_wording",
    metadata,
    id_column(),
    Column("key", String(120), nullable=False, unique=True),
    text_column("subject"),
    text_column("body"),
    version_column(),
)

ecb_rate = Table(
    "ecb_rate",
    metadata,
    id_column(),
    Column("from_on", Date, nullable=False, unique=True),
    Column("percent", ScaledDecimal(4), nullable=False),
    version_column(),
)

dunning_notice = Table(
    "dunning_notice",
    metadata,
    id_column(),
    Column("key", String(120), nullable=False, unique=True),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("step", Integer, nullable=False),
    Column("channel", String(20), nullable=False),
    Column("planned_on", Date, nullable=False),
    currency_column(),
    minor_column("amount_minor"),
    text_column("recipient"),
    Column("status", String(12), nullable=False),
    Column("plan_code", String(20), nullable=False, server_default=_FIRST_PLAN),
    Column("plan_revision", Integer, nullable=False, server_default="1"),
    Column("interest_minor", BigInteger, nullable=False, server_default="0"),
    Column("costs_minor", BigInteger, nullable=False, server_default="0"),
    Column("letter_sha256", String(64), nullable=False, server_default=""),
    Index("ix_dunning_notice_date", "planned_on", "id"),
    Index("ix_dunning_notice_customer", "customer_id", "planned_on"),
    Index("ix_dunning_notice_status", "status", "planned_on", "id"),
)

# The partial unique index is the last wall: no item reaches a step twice.
dunning_notice_item = Table(
    "dunning_notice_item",
    metadata,
    Column("notice_id", Id, ForeignKey("dunning_notice.id"), primary_key=True),
    Column("item_id", Id, ForeignKey("open_item.id"), primary_key=True),
    Column("step", Integer, nullable=False),
    # Whether the item reached this step by this notice, or is only listed with others.
    Column("is_new", Boolean, nullable=False),
    minor_column("amount_minor"),
    Column("plan_code", String(20), nullable=False, server_default=_FIRST_PLAN),
    Column("offset_days", Integer, nullable=False, server_default="0"),
    # Numbers of the lower steps that never left, separated by commas.
    text_column("passed_over"),
    Index("ix_dunning_notice_item_item", "item_id", "step"),
    Index(
        "uq_dunning_notice_item_step",
        "item_id",
        "plan_code",
        "step",
        unique=True,
        sqlite_where=text("is_new"),
        postgresql_where=text("is_new"),
    ),
)
