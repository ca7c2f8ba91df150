"""Quotes; orders' dates, sites and ends."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
KEY_35 = sa.String(35).with_variant(sa.String(35, collation="C"), "postgresql")


def _text(name: str) -> sa.Column:
    return sa.Column(name, sa.String(), server_default="", nullable=False)


def _whole(name: str) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _vat() -> list[sa.Column]:
    return [
        sa.Column("vat_category", sa.String(2), nullable=False),
        _whole("vat_rate"),
        _text("vatex"),
        _text("vat_reason"),
        _text("income_account"),
    ]


def upgrade() -> None:
    _extend_orders()
    _create_quotes()


def _extend_orders() -> None:
    for name in ("confirmed_on", "confirmation_sent_on", "wished_on", "promised_on", "ended_on"):
        op.add_column("sales_order", sa.Column(name, sa.Date(), nullable=True))
    op.add_column("sales_order", sa.Column("site_id", ID, nullable=True))
    for name in ("ship_to", "quote_number", "end_reason"):
        op.add_column("sales_order", _text(name))
    op.create_index("ix_sales_order_promised", "sales_order", ["status", "promised_on", "id"])
    # The day of acceptance was not kept: the nearest that is known is that of the order.
    op.execute("UPDATE sales_order SET confirmed_on = ordered_on WHERE status <> 'draft'")


def _create_quotes() -> None:
    op.create_table(
        "quote",
        sa.Column("id", ID, nullable=False),
        sa.Column("number", KEY_35, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("customer_name_folded", KEY, nullable=False),
        sa.Column("quoted_on", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("reference", KEY, server_default="", nullable=False),
        _text("note"),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        _text("refusal_reason"),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("settled_on", sa.Date(), nullable=True),
        _text("order_number"),
        sa.Column("revision", sa.Integer(), nullable=False),
        _whole("total_excl_tax_minor"),
        _whole("total_vat_minor"),
        _whole("total_incl_tax_minor"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_quote_customer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_quote"),
        sa.UniqueConstraint("number", name="uq_quote_number"),
    )
    op.create_index("ix_quote_date", "quote", ["quoted_on", "id"])
    op.create_index("ix_quote_status_date", "quote", ["status", "quoted_on", "id"])
    op.create_index("ix_quote_valid_until", "quote", ["valid_until", "id"])
    op.create_index("ix_quote_customer", "quote", ["customer_id", "quoted_on"])
    op.create_index("ix_quote_customer_name", "quote", ["customer_name_folded", "id"])
    op.create_index("ix_quote_reference", "quote", ["reference", "id"])
    op.create_table(
        "quote_line",
        sa.Column("quote_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("product_id", ID, nullable=True),
        _text("product_code"),
        _text("description"),
        _whole("quantity"),
        sa.Column("unit", sa.String(3), nullable=False),
        _whole("unit_price"),
        _whole("discount_percent"),
        *_vat(),
        _whole("net_minor"),
        _text("price_origin"),
        sa.ForeignKeyConstraint(["quote_id"], ["quote.id"], name="fk_quote_line_quote_id"),
        sa.PrimaryKeyConstraint("quote_id", "position", name="pk_quote_line"),
    )
    op.create_table(
        "quote_adjustment",
        sa.Column("quote_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        _text("description"),
        _whole("amount_minor"),
        *_vat(),
        sa.ForeignKeyConstraint(["quote_id"], ["quote.id"], name="fk_quote_adjustment_quote_id"),
        sa.PrimaryKeyConstraint("quote_id", "position", name="pk_quote_adjustment"),
    )


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
