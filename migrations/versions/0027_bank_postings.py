"""Bank lines posted to ledger accounts, and the rules for them."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0027"
down_revision = "0025"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
INSTANT = sa.DateTime(timezone=True)
GUARDS = Path(__file__).parent.parent / "guards"


def _run_guards() -> None:
    script = (GUARDS / op.get_bind().dialect.name / "0027.sql").read_text(encoding="utf-8")
    for statement in script.split("\n--;\n"):
        op.get_bind().exec_driver_sql(statement)


def upgrade() -> None:
    op.create_table(
        "bank_line_rule",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.String(), server_default="", nullable=False),
        sa.Column("contains", sa.String(), server_default="", nullable=False),
        sa.Column("direction", sa.String(6), nullable=False),
        sa.Column("lowest", sa.BigInteger()),
        sa.Column("highest", sa.BigInteger()),
        sa.Column("bank_account_id", ID),
        sa.Column("ledger_account", sa.String(20), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("automatic", sa.Boolean(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bank_account_id"],
            ["bank_account.id"],
            name=op.f("fk_bank_line_rule_bank_account_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_line_rule")),
    )
    op.create_table(
        "bank_posting",
        sa.Column("id", ID, nullable=False),
        sa.Column("transaction_id", ID, nullable=False),
        sa.Column("ledger_account", sa.String(20), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("entry_id", ID, nullable=False),
        sa.Column("rule_id", ID),
        sa.Column("reverses_id", ID),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["transaction_id"],
            ["bank_transaction.id"],
            name=op.f("fk_bank_posting_transaction_id"),
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["journal_entry.id"], name=op.f("fk_bank_posting_entry_id")
        ),
        sa.ForeignKeyConstraint(
            ["rule_id"], ["bank_line_rule.id"], name=op.f("fk_bank_posting_rule_id")
        ),
        sa.ForeignKeyConstraint(
            ["reverses_id"], ["bank_posting.id"], name=op.f("fk_bank_posting_reverses_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_posting")),
        sa.UniqueConstraint("reverses_id", name=op.f("uq_bank_posting_reverses_id")),
    )
    op.create_index("ix_bank_posting_transaction", "bank_posting", ["transaction_id"])
    _run_guards()


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
