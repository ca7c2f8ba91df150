"""Cheques, bills, cash and card receipts."""

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
