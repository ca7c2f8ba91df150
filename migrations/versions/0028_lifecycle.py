"""E-invoice statuses of the reform."""

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
