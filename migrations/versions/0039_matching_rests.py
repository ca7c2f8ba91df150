"""The day on which a bill became money; what settles after a return that was none."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")


def upgrade() -> None:
    """Bills paid before have none: their due date counts."""
    op.add_column("paper_receipt", sa.Column("ripe_on", sa.Date(), nullable=True))
    op.add_column("paper_receipt", sa.Column("settled_by_id", ID, nullable=True))


def downgrade() -> None:
    """Without it, as before."""
    op.drop_column("paper_receipt", "settled_by_id")
    op.drop_column("paper_receipt", "ripe_on")
