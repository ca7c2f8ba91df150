"""The day on which a bill became money."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bills paid before have none: their due date counts."""
    op.add_column("paper_receipt", sa.Column("ripe_on", sa.Date(), nullable=True))


def downgrade() -> None:
    """Without it, as before."""
    op.drop_column("paper_receipt", "ripe_on")
