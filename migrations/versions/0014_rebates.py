"""Year-end rebates: agreements, and what was accrued for them."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0014"
down_revision = "0012"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
GUARDS = Path(__file__).parent.parent / "guards"


def _run_guards() -> None:
    script = (GUARDS / op.get_bind().dialect.name / "0014.sql").read_text(encoding="utf-8")
    for statement in script.split("\n--;\n"):
        op.get_bind().exec_driver_sql(statement)


def upgrade() -> None:
    op.create_table(
        "rebate_agreement",
        sa.Column("id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("tiers", sa.Text(), nullable=False),
        sa.Column("method", sa.String(8), nullable=False),
        sa.Column("family", sa.String(), server_default="", nullable=False),
        sa.Column("status", sa.String(8), nullable=False),
        sa.Column("note_id", ID, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_rebate_agreement_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rebate_agreement")),
    )
    op.create_index(
        "ix_rebate_agreement_customer", "rebate_agreement", ["customer_id", "last_on", "id"]
    )
    op.create_index("ix_rebate_agreement_last", "rebate_agreement", ["last_on", "id"])
    op.create_index("ix_rebate_agreement_note", "rebate_agreement", ["note_id"])
    op.create_table(
        "rebate_accrual",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("accrued_on", sa.Date(), nullable=False),
        sa.Column("excl_tax_minor", sa.BigInteger(), nullable=False),
        sa.Column("vat_minor", sa.BigInteger(), nullable=False),
        sa.Column("entry_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["rebate_agreement.id"],
            name=op.f("fk_rebate_accrual_agreement_id"),
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["journal_entry.id"], name=op.f("fk_rebate_accrual_entry_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rebate_accrual")),
    )
    op.create_index("ix_rebate_accrual_agreement", "rebate_accrual", ["agreement_id"])
    _run_guards()


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
