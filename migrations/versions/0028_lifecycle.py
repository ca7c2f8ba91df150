"""E-invoice statuses of the reform: a history that only grows, and where each invoice stands."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
INSTANT = sa.DateTime(timezone=True)
KEY = sa.String(200).with_variant(sa.String(200, collation="C"), "postgresql")
GUARDS = Path(__file__).parent.parent / "guards"


def _run_guards() -> None:
    script = (GUARDS / op.get_bind().dialect.name / "0028.sql").read_text(encoding="utf-8")
    for statement in script.split("\n--;\n"):
        op.get_bind().exec_driver_sql(statement)


def upgrade() -> None:
    op.create_table(
        "invoice_status",
        sa.Column("id", ID, nullable=False),
        sa.Column("invoice_id", ID, nullable=False),
        sa.Column("code", sa.String(3), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("source", sa.String(8), nullable=False),
        sa.Column("is_own", sa.Boolean(), nullable=False),
        sa.Column("is_bound", sa.Boolean(), nullable=False),
        sa.Column("reasons", sa.String(), server_default="", nullable=False),
        sa.Column("reason_text", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.Column("action", sa.String(), server_default="", nullable=False),
        sa.Column("allocation_id", ID, nullable=True),
        sa.Column("message_id", KEY, nullable=True),
        sa.Column("message_position", sa.Integer(), nullable=False),
        sa.Column("message_sha256", sa.String(), server_default="", nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["invoice_id"], ["invoice.id"], name=op.f("fk_invoice_status_invoice_id")
        ),
        sa.ForeignKeyConstraint(
            ["allocation_id"], ["allocation.id"], name=op.f("fk_invoice_status_allocation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice_status")),
        sa.UniqueConstraint(
            "allocation_id", "invoice_id", name=op.f("uq_invoice_status_allocation_id_invoice_id")
        ),
        sa.UniqueConstraint(
            "message_id",
            "message_position",
            name=op.f("uq_invoice_status_message_id_message_position"),
        ),
    )
    op.create_index("ix_invoice_status_invoice", "invoice_status", ["invoice_id", "at"])
    op.create_index("ix_invoice_status_own", "invoice_status", ["is_own", "recorded_at", "id"])
    op.create_table(
        "invoice_status_amount",
        sa.Column("status_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(6), nullable=False),
        sa.Column("rate", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["status_id"], ["invoice_status.id"], name=op.f("fk_invoice_status_amount_status_id")
        ),
        sa.PrimaryKeyConstraint("status_id", "position", name=op.f("pk_invoice_status_amount")),
    )
    op.create_table(
        "invoice_lifecycle",
        sa.Column("id", ID, nullable=False),
        sa.Column("code", sa.String(3), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("cashed_minor", sa.BigInteger(), nullable=False),
        sa.Column("is_partial", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["invoice.id"], name=op.f("fk_invoice_lifecycle_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice_lifecycle")),
    )
    op.create_index("ix_invoice_lifecycle_code", "invoice_lifecycle", ["code", "since", "id"])
    _run_guards()


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
