"""Cheques, bills, cash and card receipts, and the slips by which they go to the bank."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
INSTANT = sa.DateTime(timezone=True)
KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
KEY_35 = sa.String(35).with_variant(sa.String(35, collation="C"), "postgresql")
GUARDS = Path(__file__).parent.parent / "guards"


def _run_guards() -> None:
    script = (GUARDS / op.get_bind().dialect.name / "0032.sql").read_text(encoding="utf-8")
    for statement in script.split("\n--;\n"):
        op.get_bind().exec_driver_sql(statement)


def upgrade() -> None:
    op.create_table(
        "deposit_slip",
        sa.Column("id", ID, nullable=False),
        sa.Column("number", KEY_35, nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("remittance", sa.String(10), nullable=False),
        sa.Column("bank_account_id", ID, nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("total_minor", sa.BigInteger(), nullable=False),
        sa.Column("papers", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("entry_id", ID),
        sa.Column("posting_id", ID),
        sa.Column("transaction_id", ID),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bank_account_id"], ["bank_account.id"], name=op.f("fk_deposit_slip_bank_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["journal_entry.id"], name=op.f("fk_deposit_slip_entry_id")
        ),
        sa.ForeignKeyConstraint(
            ["posting_id"], ["bank_posting.id"], name=op.f("fk_deposit_slip_posting_id")
        ),
        sa.ForeignKeyConstraint(
            ["transaction_id"], ["bank_transaction.id"], name=op.f("fk_deposit_slip_transaction_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deposit_slip")),
        sa.UniqueConstraint("number", name=op.f("uq_deposit_slip_number")),
        sa.UniqueConstraint("posting_id", name=op.f("uq_deposit_slip_posting_id")),
    )
    op.create_index("ix_deposit_slip_date", "deposit_slip", ["made_on", "id"])
    op.create_index("ix_deposit_slip_status_date", "deposit_slip", ["status", "made_on", "id"])
    op.create_index("ix_deposit_slip_amount", "deposit_slip", ["total_minor", "id"])
    op.create_index(
        "ix_deposit_slip_status_amount", "deposit_slip", ["status", "total_minor", "id"]
    )
    op.create_table(
        "paper_receipt",
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("number", KEY, nullable=False),
        sa.Column("drawer", sa.String(), server_default="", nullable=False),
        sa.Column("bank", sa.String(), server_default="", nullable=False),
        sa.Column("drawer_account", sa.String(), server_default="", nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date()),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("slip_id", ID),
        sa.Column("allocation_id", ID, nullable=False),
        sa.Column("account_item_id", ID),
        sa.Column("ripe", sa.Boolean(), nullable=False),
        sa.Column("returned_on", sa.Date()),
        sa.Column("return_reason", sa.String(), server_default="", nullable=False),
        sa.Column("return_posting_id", ID),
        sa.Column("return_transaction_id", ID),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_paper_receipt_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["slip_id"], ["deposit_slip.id"], name=op.f("fk_paper_receipt_slip_id")
        ),
        sa.ForeignKeyConstraint(
            ["allocation_id"], ["allocation.id"], name=op.f("fk_paper_receipt_allocation_id")
        ),
        sa.ForeignKeyConstraint(
            ["return_posting_id"],
            ["bank_posting.id"],
            name=op.f("fk_paper_receipt_return_posting_id"),
        ),
        sa.ForeignKeyConstraint(
            ["return_transaction_id"],
            ["bank_transaction.id"],
            name=op.f("fk_paper_receipt_return_transaction_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_receipt")),
        sa.ForeignKeyConstraint(
            ["account_item_id"],
            ["open_item.id"],
            name=op.f("fk_paper_receipt_account_item_id"),
        ),
        sa.UniqueConstraint("allocation_id", name=op.f("uq_paper_receipt_allocation_id")),
        sa.UniqueConstraint("account_item_id", name=op.f("uq_paper_receipt_account_item_id")),
        sa.UniqueConstraint("return_posting_id", name=op.f("uq_paper_receipt_return_posting_id")),
    )
    op.create_index("ix_paper_receipt_slip", "paper_receipt", ["slip_id", "received_on", "id"])
    op.create_index("ix_paper_receipt_customer", "paper_receipt", ["customer_id", "received_on"])
    op.create_index("ix_paper_receipt_date", "paper_receipt", ["received_on", "id"])
    op.create_index("ix_paper_receipt_amount", "paper_receipt", ["amount_minor", "id"])
    op.create_index("ix_paper_receipt_number", "paper_receipt", ["number", "id"])
    op.create_index(
        "ix_paper_receipt_status_date", "paper_receipt", ["status", "received_on", "id"]
    )
    op.create_index(
        "ix_paper_receipt_status_amount", "paper_receipt", ["status", "amount_minor", "id"]
    )
    op.create_index("ix_paper_receipt_status_number", "paper_receipt", ["status", "number", "id"])
    op.add_column("allocation", sa.Column("paper_id", ID))
    op.add_column("bank_posting", sa.Column("slip_id", ID))
    op.add_column(
        "open_item",
        sa.Column("unripe_minor", sa.BigInteger(), server_default="0", nullable=False),
    )
    _run_guards()


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
