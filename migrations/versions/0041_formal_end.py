"""Formal notices, letters for the post, hand-overs, proposed entries and provisions."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None

GUARDS = Path(__file__).parent.parent / "guards"
ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")


def _run_guards() -> None:
    script = (GUARDS / op.get_bind().dialect.name / "0041.sql").read_text(encoding="utf-8")
    for statement in script.split("\n--;\n"):
        op.execute(sa.text(statement))


def _fk(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.String(), server_default="", nullable=False)


def upgrade() -> None:
    op.create_table(
        "formal_notice",
        sa.Column("id", ID, nullable=False),
        sa.Column("number", sa.String(35), nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("deadline_days", sa.Integer(), nullable=False),
        _text("place"),
        _text("signatory"),
        _fk("formal_notice", "customer_id", "customer"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_formal_notice")),
        sa.UniqueConstraint("number", name=op.f("uq_formal_notice_number")),
    )
    op.create_index("ix_formal_notice_customer", "formal_notice", ["customer_id", "made_on"])
    op.create_table(
        "formal_notice_item",
        sa.Column("notice_id", ID, nullable=False),
        sa.Column("item_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("principal_minor", sa.BigInteger(), nullable=False),
        sa.Column("interest_minor", sa.BigInteger(), nullable=False),
        sa.Column("indemnity_minor", sa.BigInteger(), nullable=False),
        _fk("formal_notice_item", "item_id", "open_item"),
        _fk("formal_notice_item", "notice_id", "formal_notice"),
        sa.PrimaryKeyConstraint("notice_id", "item_id", name=op.f("pk_formal_notice_item")),
    )
    op.create_index("ix_formal_notice_item_item", "formal_notice_item", ["item_id"])
    op.create_table(
        "postal_letter",
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.String(15), nullable=False),
        sa.Column("subject_id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        _text("title"),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("is_registered", sa.Boolean(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=True),
        sa.Column("registered_number", sa.String(30), server_default="", nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        _fk("postal_letter", "customer_id", "customer"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_postal_letter")),
    )
    op.create_index("ix_postal_letter_made", "postal_letter", ["made_on", "id"])
    op.create_index("ix_postal_letter_state", "postal_letter", ["state", "made_on", "id"])
    op.create_index("ix_postal_letter_customer", "postal_letter", ["customer_id", "made_on"])
    op.create_index("ix_postal_letter_subject", "postal_letter", ["subject_id"])
    op.create_table(
        "handover",
        sa.Column("id", ID, nullable=False),
        sa.Column("number", sa.String(35), nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        _text("handed_to"),
        sa.Column("handed_on", sa.Date(), nullable=False),
        _text("handed_by"),
        _text("reference"),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.String(12), nullable=False),
        sa.Column("fee_minor", sa.BigInteger(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        _text("note"),
        sa.Column("version", sa.Integer(), nullable=False),
        _fk("handover", "customer_id", "customer"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
        sa.UniqueConstraint("number", name=op.f("uq_handover_number")),
    )
    op.create_index("ix_handover_handed", "handover", ["handed_on", "id"])
    op.create_index("ix_handover_outcome", "handover", ["outcome", "handed_on", "id"])
    op.create_index("ix_handover_customer", "handover", ["customer_id", "handed_on"])
    op.create_table(
        "handover_item",
        sa.Column("handover_id", ID, nullable=False),
        sa.Column("item_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        _fk("handover_item", "handover_id", "handover"),
        _fk("handover_item", "item_id", "open_item"),
        sa.PrimaryKeyConstraint("handover_id", "item_id", name=op.f("pk_handover_item")),
    )
    op.create_index("ix_handover_item_item", "handover_item", ["item_id"])
    op.create_table(
        "entry_proposal",
        sa.Column("id", ID, nullable=False),
        sa.Column("number", sa.String(35), nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("kind", sa.String(15), nullable=False),
        sa.Column("entry_on", sa.Date(), nullable=False),
        sa.Column("percent_hundredths", sa.Integer(), nullable=True),
        _text("reason"),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("vat_minor", sa.BigInteger(), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        _text("proposed_by"),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        _text("decided_by"),
        sa.Column("entry_id", ID, nullable=True),
        sa.Column("allocation_id", ID, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        _fk("entry_proposal", "customer_id", "customer"),
        _fk("entry_proposal", "entry_id", "journal_entry"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_proposal")),
        sa.UniqueConstraint("number", name=op.f("uq_entry_proposal_number")),
    )
    op.create_index("ix_entry_proposal_proposed", "entry_proposal", ["proposed_on", "id"])
    op.create_index("ix_entry_proposal_state", "entry_proposal", ["state", "proposed_on", "id"])
    op.create_index("ix_entry_proposal_customer", "entry_proposal", ["customer_id", "proposed_on"])
    op.create_index("ix_entry_proposal_allocation", "entry_proposal", ["allocation_id"])
    op.create_table(
        "entry_proposal_item",
        sa.Column("proposal_id", ID, nullable=False),
        sa.Column("item_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("vat_minor", sa.BigInteger(), nullable=False),
        _fk("entry_proposal_item", "item_id", "open_item"),
        _fk("entry_proposal_item", "proposal_id", "entry_proposal"),
        sa.PrimaryKeyConstraint("proposal_id", "item_id", name=op.f("pk_entry_proposal_item")),
    )
    op.create_index("ix_entry_proposal_item_item", "entry_proposal_item", ["item_id"])
    op.create_table(
        "provision_movement",
        sa.Column("id", ID, nullable=False),
        sa.Column("item_id", ID, nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("percent_hundredths", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("entry_id", ID, nullable=False),
        _fk("provision_movement", "entry_id", "journal_entry"),
        _fk("provision_movement", "item_id", "open_item"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provision_movement")),
    )
    op.create_index("ix_provision_movement_item", "provision_movement", ["item_id", "moved_on"])
    _run_guards()


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
