"""Disputes with cause, line, stage, outcome; the company's own causes."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0037"
down_revision = "0035"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")


def upgrade() -> None:
    for column in (
        sa.Column("cause_id", ID),
        sa.Column("line", sa.Integer(), server_default="0", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.Column("stage", sa.String(10), server_default="new", nullable=False),
        sa.Column("outcome", sa.String(), server_default="", nullable=False),
        sa.Column("settled_by", sa.String(), server_default="", nullable=False),
    ):
        op.add_column("dispute", column)
    op.create_table(
        "dispute_cause",
        sa.Column("id", ID, nullable=False),
        sa.Column("reason", sa.String(20), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_cause")),
        sa.UniqueConstraint("reason", "title", name=op.f("uq_dispute_cause_reason_title")),
    )


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
