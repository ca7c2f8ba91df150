"""Why a document was taken back."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "invoice",
        sa.Column("correction", sa.String(20), server_default="", nullable=False),
    )


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
