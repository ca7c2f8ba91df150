"""Movements recognised in any format: their batch, and what else a bank says; a watched folder."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")


def upgrade() -> None:
    for name in ("transaction_code", "return_reason", "mandate"):
        op.add_column(
            "bank_transaction", sa.Column(name, sa.String(), server_default="", nullable=False)
        )
    for name in ("charges_minor", "original_minor"):
        op.add_column("bank_transaction", sa.Column(name, sa.BigInteger(), nullable=True))
    op.add_column("bank_transaction", sa.Column("original_currency", sa.String(3), nullable=True))
    op.add_column("bank_transaction", sa.Column("batch_id", ID, nullable=True))
    op.create_table(
        "watched_folder",
        sa.Column("id", ID, nullable=False),
        sa.Column("workstation", sa.String(200), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("account", sa.String(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watched_folder")),
        sa.UniqueConstraint("workstation", name=op.f("uq_watched_folder_workstation")),
    )


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
