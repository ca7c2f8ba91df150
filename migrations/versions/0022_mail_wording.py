"""Mails in the company's own words."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0022"
down_revision = "0020"
branch_labels = None
depends_on = None


ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "mail_template",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("subject", sa.String(), server_default="", nullable=False),
        sa.Column("body", sa.String(), server_default="", nullable=False),
        sa.Column("in_force", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail_template")),
        sa.UniqueConstraint("name", "language", name=op.f("uq_mail_template_name_language")),
    )
    # What brings a document has a key of its own: two who send it at once make one mail.
    op.add_column("outbox_message", sa.Column("document_key", sa.String(80), nullable=True))
    op.create_index("ix_outbox_message_document", "outbox_message", ["document_key"], unique=True)


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
