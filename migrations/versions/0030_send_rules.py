"""When documents are sent, and what with; own words for each kind of document."""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")


def upgrade() -> None:
    op.add_column(
        "customer",
        sa.Column("send_at_issue", sa.String(10), server_default="company", nullable=False),
    )
    op.add_column(
        "customer", sa.Column("mail_xml", sa.String(4), server_default="none", nullable=False)
    )
    _copy_own_words()


def _copy_own_words() -> None:
    """Credit notes and deposits were worded with invoices: own words go on to hold for them."""
    table = sa.table(
        "mail_template",
        sa.column("id", ID),
        *(sa.column(name) for name in ("name", "language", "subject", "body", "in_force")),
        sa.column("version", sa.Integer),
    )
    connection = op.get_bind()
    own = connection.execute(sa.select(table).where(table.c.name == "invoice_sent")).mappings()
    for row in own.all():
        for name in ("credit_note_sent", "deposit_sent"):
            new = uuid4()
            key = new if connection.dialect.name == "postgresql" else new.bytes
            connection.execute(
                sa.insert(table).values({**row, "id": key, "name": name, "version": 1})
            )


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
