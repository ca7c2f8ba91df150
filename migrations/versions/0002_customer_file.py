"""Customer file: states, groups, addresses, contacts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def _text(name: str) -> sa.Column:
    return sa.Column(name, sa.String(), server_default="", nullable=False)


def upgrade() -> None:
    with op.batch_alter_table("customer") as batch_op:
        batch_op.add_column(sa.Column("kind", sa.String(10), server_default="company", nullable=False))
        batch_op.add_column(sa.Column("status", sa.String(12), server_default="active", nullable=False))
        batch_op.add_column(sa.Column("archived_on", sa.Date(), nullable=True))
        for name in (
            "status_reason", "legal_form", "naf", "rcs_city", "payment_means",
            "einvoicing_scheme", "einvoicing_address", "service_code", "engagement",
            "notes", "price_list", "salesperson",
        ):
            batch_op.add_column(_text(name))
        batch_op.add_column(
            sa.Column("purchase_order_required", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(sa.Column("parent_id", ID, nullable=True))
        batch_op.add_column(sa.Column("insured_limit_minor", sa.BigInteger(), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_customer_parent_id"), "customer", ["parent_id"], ["id"]
        )
        batch_op.create_index("ix_customer_parent", ["parent_id"])
        batch_op.create_index("ix_customer_archived", ["archived_on"])
        batch_op.create_index("ix_customer_status", ["status", "name_folded", "id"])
    _people_and_places()


def _people_and_places() -> None:
    op.create_table(
        "contact",
        sa.Column("id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_folded", KEY, nullable=False),
        *(_text(name) for name in ("function", "email", "phone", "mobile")),
        sa.Column("language", sa.String(2), nullable=False),
        _text("roles"),
        sa.Column("is_active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_contact_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index("ix_contact_customer", "contact", ["customer_id", "name_folded"])
    op.create_table(
        "customer_address",
        sa.Column("id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        *(_text(name) for name in ("address", "address2", "postal_code", "city")),
        sa.Column("country", sa.String(2), nullable=False),
        _text("siret"),
        _text("service_code"),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_customer_address_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_address")),
    )
    op.create_index(
        "ix_customer_address_customer", "customer_address", ["customer_id", "kind", "label"]
    )


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
