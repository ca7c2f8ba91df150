"""Platforms, and e-reporting."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
INSTANT = sa.DateTime(timezone=True)
KEY = sa.String(80).with_variant(sa.String(80, collation="C"), "postgresql")
GUARDS = Path(__file__).parent.parent / "guards"


def _run_guards() -> None:
    script = (GUARDS / op.get_bind().dialect.name / "0029.sql").read_text(encoding="utf-8")
    for statement in script.split("\n--;\n"):
        op.get_bind().exec_driver_sql(statement)


def upgrade() -> None:
    op.create_table(
        "platform_account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_platform_account_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_platform_account")),
    )
    op.create_table(
        "ereport",
        sa.Column("id", ID, nullable=False),
        sa.Column("number", sa.String(60), nullable=False),
        sa.Column("kind", sa.String(2), nullable=False),
        sa.Column("content", sa.String(8), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["blob.sha256"], name=op.f("fk_ereport_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ereport")),
        sa.UniqueConstraint("number", name=op.f("uq_ereport_number")),
    )
    op.create_index("ix_ereport_period", "ereport", ["from_on", "to_on", "id"])
    op.create_table(
        "platform_flow",
        sa.Column("id", ID, nullable=False),
        sa.Column("tracking_id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("syntax", sa.String(10), nullable=False),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("profile", sa.String(), server_default="", nullable=False),
        sa.Column("processing_rule", sa.String(), server_default="", nullable=False),
        sa.Column("invoice_id", ID),
        sa.Column("customer_id", ID),
        sa.Column("ereport_id", ID),
        sa.Column("status_id", ID),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("claimed_by", sa.String(), server_default="", nullable=False),
        sa.Column("lease_until", INSTANT),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt_at", INSTANT, nullable=False),
        sa.Column("platform_id", sa.String(), server_default="", nullable=False),
        sa.Column("answer", sa.String(), server_default="", nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("deposited_at", INSTANT),
        sa.Column("subject_key", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["invoice_id"], ["invoice.id"], name=op.f("fk_platform_flow_invoice_id")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_platform_flow_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["ereport_id"], ["ereport.id"], name=op.f("fk_platform_flow_ereport_id")
        ),
        sa.ForeignKeyConstraint(
            ["status_id"], ["invoice_status.id"], name=op.f("fk_platform_flow_status_id")
        ),
        sa.ForeignKeyConstraint(["sha256"], ["blob.sha256"], name=op.f("fk_platform_flow_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_platform_flow")),
        sa.UniqueConstraint("tracking_id", name=op.f("uq_platform_flow_tracking_id")),
        sa.UniqueConstraint("subject_key", name=op.f("uq_platform_flow_subject_key")),
    )
    op.create_index("ix_platform_flow_status", "platform_flow", ["status", "next_attempt_at", "id"])
    op.create_index("ix_platform_flow_created", "platform_flow", ["created_at", "id"])
    op.create_index("ix_platform_flow_told", "platform_flow", ["status_id"])
    op.create_index("ix_platform_flow_invoice", "platform_flow", ["invoice_id", "created_at"])
    op.create_table(
        "platform_flow_step",
        sa.Column("flow_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("answer", sa.String(), server_default="", nullable=False),
        sa.Column("made_by", sa.String(), server_default="", nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["flow_id"], ["platform_flow.id"], name=op.f("fk_platform_flow_step_flow_id")
        ),
        sa.PrimaryKeyConstraint("flow_id", "position", name=op.f("pk_platform_flow_step")),
    )
    op.create_table(
        "platform_inbox",
        sa.Column("id", ID, nullable=False),
        sa.Column("platform_id", sa.String(255), nullable=False),
        sa.Column("syntax", sa.String(10), nullable=False),
        sa.Column("name", sa.String(), server_default="", nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("problem", sa.String(), server_default="", nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["blob.sha256"], name=op.f("fk_platform_inbox_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_platform_inbox")),
        sa.UniqueConstraint("platform_id", name=op.f("uq_platform_inbox_platform_id")),
    )
    op.create_index("ix_platform_inbox_received", "platform_inbox", ["received_at", "id"])
    op.create_table(
        "platform_place",
        sa.Column("account", sa.String(255), nullable=False),
        sa.Column("place", sa.String(), server_default="", nullable=False),
        sa.Column("read_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("account", name=op.f("pk_platform_place")),
    )
    _run_guards()


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
