"""SEPA direct debits: mandates, and the collections that files ask the bank for."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
INSTANT = sa.DateTime(timezone=True)
KEY_35 = sa.String(35).with_variant(sa.String(35, collation="C"), "postgresql")
GUARDS = Path(__file__).parent.parent / "guards"


def _run_guards() -> None:
    script = (GUARDS / op.get_bind().dialect.name / "0038.sql").read_text(encoding="utf-8")
    for statement in script.split("\n--;\n"):
        op.get_bind().exec_driver_sql(statement)


def _link(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))


def upgrade() -> None:
    op.create_table(
        "mandate",
        sa.Column("id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("ics", sa.String(35), nullable=False),
        sa.Column("rum", KEY_35, nullable=False),
        sa.Column("debtor_name", sa.String(), server_default="", nullable=False),
        sa.Column("iban", sa.String(34), nullable=False),
        sa.Column("scheme", sa.String(4), nullable=False),
        sa.Column("recurrent", sa.Boolean(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("signed_at", sa.String(), server_default="", nullable=False),
        sa.Column("notice_days", sa.Integer()),
        sa.Column("collected_on", sa.Date()),
        sa.Column("closed_on", sa.Date()),
        sa.Column("revoked_on", sa.Date()),
        sa.Column("blocked_for", sa.String(), server_default="", nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _link("mandate", "customer_id", "customer"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandate")),
        sa.UniqueConstraint("ics", "rum", name=op.f("uq_mandate_ics_rum")),
    )
    op.create_index("ix_mandate_customer", "mandate", ["customer_id", "signed_on"])
    op.create_index("ix_mandate_rum", "mandate", ["rum", "id"])
    op.create_index("ix_mandate_signed", "mandate", ["signed_on", "id"])
    op.create_index("ix_mandate_blocked", "mandate", ["blocked_for"])
    op.create_table(
        "debit_collection",
        sa.Column("id", ID, nullable=False),
        sa.Column("number", KEY_35, nullable=False),
        sa.Column("bank_account_id", ID, nullable=False),
        sa.Column("scheme", sa.String(4), nullable=False),
        sa.Column("ics", sa.String(35), nullable=False),
        sa.Column("collect_on", sa.Date(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("total_minor", sa.BigInteger(), nullable=False),
        sa.Column("debits", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("slip_id", ID),
        # Of the file's bytes, which lie with the archive's: it can be written again, the same.
        sa.Column("sha256", sa.String(64), server_default="", nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _link("debit_collection", "bank_account_id", "bank_account"),
        _link("debit_collection", "slip_id", "deposit_slip"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_debit_collection")),
        sa.UniqueConstraint("number", name=op.f("uq_debit_collection_number")),
        sa.UniqueConstraint("slip_id", name=op.f("uq_debit_collection_slip_id")),
    )
    op.create_index("ix_debit_collection_date", "debit_collection", ["collect_on", "id"])
    op.create_index(
        "ix_debit_collection_status_date", "debit_collection", ["status", "collect_on", "id"]
    )
    op.create_table(
        "debit",
        sa.Column("id", ID, nullable=False),
        sa.Column("collection_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("mandate_id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("end_to_end_id", KEY_35, nullable=False),
        sa.Column("place", sa.String(4), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        _link("debit", "collection_id", "debit_collection"),
        _link("debit", "mandate_id", "mandate"),
        _link("debit", "customer_id", "customer"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_debit")),
        sa.UniqueConstraint("end_to_end_id", name=op.f("uq_debit_end_to_end_id")),
    )
    op.create_index("ix_debit_collection", "debit", ["collection_id", "position"])
    op.create_index("ix_debit_mandate", "debit", ["mandate_id"])
    op.create_table(
        "debit_part",
        sa.Column("debit_id", ID, nullable=False),
        sa.Column("item_id", ID, nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        _link("debit_part", "debit_id", "debit"),
        _link("debit_part", "item_id", "open_item"),
        sa.PrimaryKeyConstraint("debit_id", "item_id", name=op.f("pk_debit_part")),
    )
    # A claim stands in one collection that waits for the bank, never in two.
    op.create_index(
        "ux_debit_part_live",
        "debit_part",
        ["item_id"],
        unique=True,
        sqlite_where=sa.text("live"),
        postgresql_where=sa.text("live"),
    )
    op.create_table(
        "refund_order",
        sa.Column("id", ID, nullable=False),
        sa.Column("number", KEY_35, nullable=False),
        sa.Column("bank_account_id", ID, nullable=False),
        sa.Column("pay_on", sa.Date(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("total_minor", sa.BigInteger(), nullable=False),
        sa.Column("refunds", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _link("refund_order", "bank_account_id", "bank_account"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refund_order")),
        sa.UniqueConstraint("number", name=op.f("uq_refund_order_number")),
    )
    op.create_index("ix_refund_order_date", "refund_order", ["pay_on", "id"])
    op.create_table(
        "refund",
        sa.Column("id", ID, nullable=False),
        sa.Column("order_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("item_id", ID, nullable=False),
        sa.Column("end_to_end_id", KEY_35, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("iban", sa.String(34), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("is_paid", sa.Boolean(), nullable=False),
        _link("refund", "order_id", "refund_order"),
        _link("refund", "customer_id", "customer"),
        _link("refund", "item_id", "open_item"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refund")),
        sa.UniqueConstraint("end_to_end_id", name=op.f("uq_refund_end_to_end_id")),
    )
    op.create_index("ix_refund_order", "refund", ["order_id", "position"])
    # A credit is paid out once: it stands in one order that waits, never in two.
    op.create_index(
        "ux_refund_live",
        "refund",
        ["item_id"],
        unique=True,
        sqlite_where=sa.text("live"),
        postgresql_where=sa.text("live"),
    )
    _run_guards()


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
