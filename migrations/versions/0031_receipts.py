"""Bank lines put on account: the customer's claim that each made."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")


def upgrade() -> None:
    op.add_column("bank_posting", sa.Column("item_id", ID))


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
