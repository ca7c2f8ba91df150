"""Indexes behind customers' figures: their disputes, and the invoices settled last."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_dispute_customer", "dispute", ["customer_id", "opened_on"])
    op.create_index(
        "ix_open_item_settled", "open_item", ["settled_on", "id", "due_on", "total_minor"]
    )


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
