"""What the matcher has learnt of payers."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "match_fact",
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("key", sa.String(), server_default="", nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("confirmed", sa.Integer(), nullable=False),
        sa.Column("contradicted", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("transaction_id", ID),
        sa.Column("learnt_at", INSTANT, nullable=False),
        sa.Column("learnt_by", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_match_fact_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match_fact")),
        sa.UniqueConstraint(
            "kind", "key", "customer_id", name=op.f("uq_match_fact_kind_key_customer_id")
        ),
    )
    op.create_index("ix_match_fact_customer", "match_fact", ["customer_id"])
    op.create_index("ix_match_fact_transaction", "match_fact", ["transaction_id"])


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
