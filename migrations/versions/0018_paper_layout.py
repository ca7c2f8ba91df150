"""Layout of documents."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "paper_look",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("template", sa.String(20), nullable=False),
        sa.Column("colour", sa.String(7), nullable=False),
        sa.Column("footer", sa.String(), server_default="", nullable=False),
        sa.Column("show_code", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("show_discount", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("show_unit", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("logo_sha256", sa.String(64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_paper_look_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_look")),
    )


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
