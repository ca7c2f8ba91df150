"""Layout of documents, legal sentences in the company's own words."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0018"
down_revision = "0016"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")


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
    op.create_table(
        "own_text",
        sa.Column("id", ID, nullable=False),
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("text", sa.String(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_text")),
        sa.UniqueConstraint(
            "key", "language", "valid_from", name=op.f("uq_own_text_key_language_valid_from")
        ),
    )


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
