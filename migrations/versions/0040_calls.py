"""Payment plans, thanks for payments, the hour of a call back, promises told of."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column(
        "promise", sa.Column("told_state", sa.String(10), server_default="", nullable=False)
    )
    op.add_column("promise", sa.Column("told_on", sa.Date(), nullable=True))
    op.create_index("ix_promise_told", "promise", ["told_state", "told_on"])
    op.add_column(
        "customer_call", sa.Column("next_call_at", sa.String(5), server_default="", nullable=False)
    )
    op.create_index("ix_customer_call_outcome", "customer_call", ["outcome", "called_on", "id"])
    op.create_table(
        "payment_plan",
        sa.Column("id", ID, nullable=False),
        sa.Column("number", sa.String(35), nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("agreed_at", INSTANT, nullable=False),
        sa.Column("agreed_by", sa.String(), server_default="", nullable=False),
        sa.Column("approved_by", sa.String(), server_default="", nullable=False),
        sa.Column("tolerance_days", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("cancelled_on", sa.Date(), nullable=True),
        sa.Column("cancel_reason", sa.String(), server_default="", nullable=False),
        sa.Column("told_state", sa.String(10), server_default="", nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_payment_plan_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_plan")),
        sa.UniqueConstraint("number", name=op.f("uq_payment_plan_number")),
    )
    op.create_index("ix_payment_plan_customer", "payment_plan", ["customer_id", "agreed_on"])
    op.create_index("ix_payment_plan_agreed", "payment_plan", ["agreed_on", "id"])
    op.create_index("ix_payment_plan_told", "payment_plan", ["told_state", "told_on"])
    op.create_table(
        "payment_plan_item",
        sa.Column("plan_id", ID, nullable=False),
        sa.Column("item_id", ID, nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["open_item.id"], name=op.f("fk_payment_plan_item_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["payment_plan.id"], name=op.f("fk_payment_plan_item_plan_id")
        ),
        sa.PrimaryKeyConstraint("plan_id", "item_id", name=op.f("pk_payment_plan_item")),
    )
    op.create_index("ix_payment_plan_item_item", "payment_plan_item", ["item_id"])
    op.create_table(
        "payment_plan_instalment",
        sa.Column("plan_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["payment_plan.id"], name=op.f("fk_payment_plan_instalment_plan_id")
        ),
        sa.PrimaryKeyConstraint("plan_id", "position", name=op.f("pk_payment_plan_instalment")),
    )
    op.create_table(
        "payment_thanks",
        sa.Column("id", ID, nullable=False),
        sa.Column("key", sa.String(80), nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("mail_id", ID, nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_payment_thanks_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_thanks")),
        sa.UniqueConstraint("key", name=op.f("uq_payment_thanks_key")),
    )
    op.create_index("ix_payment_thanks_customer", "payment_thanks", ["customer_id", "decided_on"])


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
