"""Products' families; price lists and agreed prices; where a line's price came from."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
KEY_40 = sa.String(40).with_variant(sa.String(40, collation="C"), "postgresql")


def _text(name: str) -> sa.Column:
    return sa.Column(name, sa.String(), server_default="", nullable=False)


def upgrade() -> None:
    op.add_column(
        "product", sa.Column("kind", sa.String(10), server_default="goods", nullable=False)
    )
    op.add_column("product", sa.Column("family", KEY, server_default="", nullable=False))
    op.add_column("product", _text("details"))
    op.add_column("product", sa.Column("archived_on", sa.Date(), nullable=True))
    op.create_index("ix_product_family", "product", ["family", "code", "id"])
    op.create_index("ix_product_barcode", "product", ["barcode", "id"])
    for table in ("sales_order_line", "invoice_line"):
        op.add_column(table, _text("price_origin"))
    op.create_table(
        "price_list",
        sa.Column("id", ID, nullable=False),
        sa.Column("code", KEY_40, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_price_list"),
        sa.UniqueConstraint("code", name="uq_price_list_code"),
    )
    op.create_table(
        "list_price",
        sa.Column("id", ID, nullable=False),
        sa.Column("list_id", ID, nullable=False),
        sa.Column("product_id", ID, nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("min_quantity", sa.BigInteger(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["list_id"], ["price_list.id"], name="fk_list_price_list_id"),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name="fk_list_price_product_id"),
        sa.PrimaryKeyConstraint("id", name="pk_list_price"),
    )
    op.create_index("ix_list_price_list", "list_price", ["list_id", "product_id", "min_quantity"])
    op.create_table(
        "agreed_price",
        sa.Column("id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("product_id", ID, nullable=True),
        _text("family"),
        sa.Column("price", sa.BigInteger(), nullable=True),
        sa.Column("discount_percent", sa.BigInteger(), nullable=True),
        sa.Column("min_quantity", sa.BigInteger(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        _text("reference"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name="fk_agreed_price_customer_id"
        ),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name="fk_agreed_price_product_id"),
        sa.PrimaryKeyConstraint("id", name="pk_agreed_price"),
        sa.CheckConstraint(
            "(price IS NULL) <> (discount_percent IS NULL)",
            name=op.f("ck_agreed_price_price_or_discount"),
        ),
    )
    op.create_index("ix_agreed_price_customer", "agreed_price", ["customer_id", "product_id"])


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
