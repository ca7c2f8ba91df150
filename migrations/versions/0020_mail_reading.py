"""Mail read from the company's own mailbox."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "mailbox_place",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("validity", sa.BigInteger(), nullable=False),
        sa.Column("last_number", sa.BigInteger(), nullable=False),
        sa.Column("read_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("account", name=op.f("pk_mailbox_place")),
    )
    op.create_table(
        "received_mail",
        sa.Column("id", ID, nullable=False),
        sa.Column("identity", sa.String(), nullable=False),
        sa.Column("nature", sa.String(12), nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("invoice_id", ID, nullable=True),
        sa.Column("mail_id", ID, nullable=True),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("sender_name", sa.String(), server_default="", nullable=False),
        sa.Column("subject", sa.String(), server_default="", nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("diagnostic", sa.String(), server_default="", nullable=False),
        sa.Column("files", sa.Integer(), nullable=False),
        sa.Column("left_out", sa.Text(), nullable=False),
        sa.Column("sent_at", INSTANT, nullable=True),
        sa.Column("filed_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_received_mail_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["invoice_id"], ["invoice.id"], name=op.f("fk_received_mail_invoice_id")
        ),
        sa.ForeignKeyConstraint(
            ["mail_id"], ["outbox_message.id"], name=op.f("fk_received_mail_mail_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_received_mail")),
        sa.UniqueConstraint("identity", name=op.f("uq_received_mail_identity")),
    )
    op.create_index("ix_received_mail_filed", "received_mail", ["filed_at", "id"])
    op.create_index(
        "ix_received_mail_customer", "received_mail", ["customer_id", "filed_at", "id"]
    )
    op.create_index("ix_received_mail_invoice", "received_mail", ["invoice_id"])
    op.create_index("ix_received_mail_mail", "received_mail", ["mail_id"])


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
