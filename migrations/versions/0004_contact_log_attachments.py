"""Notes, calls, promises, attached files."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
INSTANT = sa.DateTime(timezone=True)


def _text(name: str) -> sa.Column:
    return sa.Column(name, sa.String(), server_default="", nullable=False)


def _of_customer(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["customer_id"], ["customer.id"], name=op.f(f"fk_{table}_customer_id")
    )


def upgrade() -> None:
    op.create_table(
        "customer_note",
        sa.Column("id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        _text("subject_kind"),
        sa.Column("subject_id", ID, nullable=True),
        _text("subject_number"),
        sa.Column("written_on", sa.Date(), nullable=False),
        _text("author"),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        _of_customer("customer_note"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_note")),
    )
    op.create_index("ix_customer_note_customer", "customer_note", ["customer_id", "written_on", "id"])
    op.create_index("ix_customer_note_subject", "customer_note", ["subject_id"])
    op.create_table(
        "customer_call",
        sa.Column("id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("called_on", sa.Date(), nullable=False),
        sa.Column("direction", sa.String(10), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        _text("contact"),
        _text("phone"),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("next_call_on", sa.Date(), nullable=True),
        sa.Column("noted_on", sa.Date(), nullable=False),
        _text("author"),
        _of_customer("customer_call"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_call")),
    )
    op.create_index("ix_customer_call_customer", "customer_call", ["customer_id", "called_on", "id"])
    op.create_index("ix_customer_call_next", "customer_call", ["next_call_on", "id"])
    op.create_table(
        "promise",
        sa.Column("id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("promised_on", sa.Date(), nullable=False),
        _text("made_by"),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("recorded_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        _text("recorded_by"),
        sa.Column("cancelled_on", sa.Date(), nullable=True),
        _text("cancel_reason"),
        sa.Column("version", sa.Integer(), nullable=False),
        _of_customer("promise"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise")),
    )
    op.create_index("ix_promise_customer", "promise", ["customer_id", "promised_on", "id"])
    op.create_index("ix_promise_date", "promise", ["promised_on", "id"])
    op.create_table(
        "promise_item",
        sa.Column("promise_id", ID, nullable=False),
        sa.Column("item_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["promise_id"], ["promise.id"], name=op.f("fk_promise_item_promise_id")),
        sa.ForeignKeyConstraint(["item_id"], ["open_item.id"], name=op.f("fk_promise_item_item_id")),
        sa.PrimaryKeyConstraint("promise_id", "item_id", name=op.f("pk_promise_item")),
    )
    op.create_index("ix_promise_item_item", "promise_item", ["item_id"])
    op.create_table(
        "attachment",
        sa.Column("id", ID, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("name_folded", KEY, nullable=False),
        sa.Column("note_folded", sa.String(), server_default="", nullable=False),
        sa.Column("media_type", sa.String(120), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        _text("note"),
        sa.Column("subject_kind", sa.String(12), nullable=False),
        sa.Column("subject_id", ID, nullable=False),
        _text("subject_number"),
        sa.Column("customer_id", ID, nullable=True),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("added_at", INSTANT, nullable=False),
        _text("added_by"),
        sa.Column("removed_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        _of_customer("attachment"),
        sa.ForeignKeyConstraint(["sha256"], ["blob.sha256"], name=op.f("fk_attachment_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index("ix_attachment_subject", "attachment", ["subject_id", "added_at", "id"])
    op.create_index("ix_attachment_customer", "attachment", ["customer_id", "added_at", "id"])
    op.create_index("ix_attachment_name", "attachment", ["name_folded", "id"])
    op.create_index("ix_attachment_added", "attachment", ["added_at", "id"])
    op.create_index("ix_attachment_blob", "attachment", ["sha256"])
    op.create_index(
        "uq_attachment_present",
        "attachment",
        ["subject_id", "sha256"],
        unique=True,
        sqlite_where=sa.text("removed_on IS NULL"),
        postgresql_where=sa.text("removed_on IS NULL"),
    )
    op.create_index(
        "ix_receivable_movement_customer", "receivable_movement", ["customer_id", "moved_on"]
    )
    # What is searched in a timeline; older rows are searched by their details.
    op.add_column("event", sa.Column("words", sa.Text(), nullable=True))


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
