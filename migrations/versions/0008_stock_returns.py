"""Stock settings, returns, back-orders."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
KEY_35 = sa.String(35).with_variant(sa.String(35, collation="C"), "postgresql")
GUARDS = Path(__file__).parent.parent / "guards"


def _text(name: str) -> sa.Column:
    return sa.Column(name, sa.String(), server_default="", nullable=False)


def _scaled(name: str) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), nullable=True)


def _quantity(name: str) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), server_default="0", nullable=False)


def _run_guards() -> None:
    script = (GUARDS / op.get_bind().dialect.name / "0008.sql").read_text(encoding="utf-8")
    if op.get_bind().dialect.name == "postgresql":
        script = script.replace("%", "%%")  # the driver reads a lone one as a parameter
    for statement in script.split("\n--;\n"):
        op.get_bind().exec_driver_sql(statement)


def upgrade() -> None:
    op.create_table(
        "stock_policy",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("allow_negative", sa.Boolean(), nullable=False),
        sa.Column("late_after_days", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_stock_policy_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_policy")),
    )
    _extend_products()
    _extend_deliveries()
    _create_returns()
    _extend_stock()
    _take_over()
    _run_guards()


def _extend_products() -> None:
    op.add_column(
        "product",
        sa.Column("is_stocked", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.add_column("product", _scaled("reorder_point"))
    op.add_column("product", _scaled("reorder_quantity"))
    op.add_column("product", _text("stock_location"))
    op.add_column("product", sa.Column("allow_negative_stock", sa.Boolean(), nullable=True))
    op.add_column("product", sa.Column("expected_on", sa.Date(), nullable=True))
    op.add_column("product", _scaled("expected_quantity"))
    op.add_column("product", _scaled("unit_cost"))
    op.create_index("ix_product_stocked", "product", ["is_stocked", "code", "id"])


def _extend_deliveries() -> None:
    op.add_column(
        "delivery",
        sa.Column("status", sa.String(12), server_default="delivered", nullable=False),
    )
    for name in ("ship_to", "carrier", "tracking", "note", "cancel_reason"):
        op.add_column("delivery", _text(name))
    op.add_column("delivery", sa.Column("cancelled_on", sa.Date(), nullable=True))
    op.create_index("ix_delivery_date", "delivery", ["delivered_on", "id"])
    op.add_column("delivery_line", _quantity("returned"))
    op.add_column("delivery_line", _quantity("billed"))


def _create_returns() -> None:
    op.create_table(
        "sales_return",
        sa.Column("id", ID, nullable=False),
        sa.Column("number", KEY_35, nullable=False),
        sa.Column("delivery_id", ID, nullable=False),
        sa.Column("order_id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(15), nullable=False),
        _text("note"),
        sa.Column("restock", sa.Boolean(), nullable=False),
        sa.Column("replaces", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("credit_due", sa.Boolean(), nullable=False),
        # No foreign key: the draft it names can be thrown away.
        sa.Column("credit_id", ID, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        *(
            sa.ForeignKeyConstraint(
                [f"{name}_id"], [f"{table}.id"], name=op.f(f"fk_sales_return_{name}_id")
            )
            for name, table in (
                ("delivery", "delivery"),
                ("order", "sales_order"),
                ("customer", "customer"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sales_return")),
        sa.UniqueConstraint("number", name=op.f("uq_sales_return_number")),
    )
    op.create_index("ix_sales_return_date", "sales_return", ["noted_on", "id"])
    op.create_index("ix_sales_return_status", "sales_return", ["status", "noted_on", "id"])
    op.create_index("ix_sales_return_delivery", "sales_return", ["delivery_id"])
    op.create_index("ix_sales_return_customer", "sales_return", ["customer_id"])
    op.create_index("ix_sales_return_credit", "sales_return", ["credit_id"])
    op.create_table(
        "sales_return_line",
        sa.Column("return_id", ID, nullable=False),
        sa.Column("order_position", sa.Integer(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["return_id"], ["sales_return.id"], name=op.f("fk_sales_return_line_return_id")
        ),
        sa.PrimaryKeyConstraint(
            "return_id", "order_position", name=op.f("pk_sales_return_line")
        ),
    )


def _extend_stock() -> None:
    op.create_table(
        "stock_level",
        sa.Column("product_id", ID, nullable=False),
        sa.Column("on_hand", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_stock_level_product_id")
        ),
        sa.PrimaryKeyConstraint("product_id", name=op.f("pk_stock_level")),
    )
    # Copied on SQLite, while it has no trigger yet.
    with op.batch_alter_table("stock_movement") as batch_op:
        batch_op.add_column(sa.Column("return_id", ID, nullable=True))
        batch_op.add_column(_text("note"))
        batch_op.create_foreign_key(
            op.f("fk_stock_movement_return_id"), "sales_return", ["return_id"], ["id"]
        )
        batch_op.drop_index("ix_stock_movement_product")
        batch_op.create_index("ix_stock_movement_product", ["product_id", "moved_on", "id"])
        batch_op.create_index("ix_stock_movement_date", ["moved_on", "id"])
        batch_op.create_index("ix_stock_movement_delivery", ["delivery_id"])


def _take_over() -> None:
    """What earlier programs kept: counted products are stocked, invoiced lines are billed."""
    op.execute(
        "UPDATE product SET is_stocked = true WHERE EXISTS"
        " (SELECT 1 FROM stock_movement m WHERE m.product_id = product.id AND m.reason = 'count')"
    )
    op.execute(
        "INSERT INTO stock_level (product_id, on_hand)"
        " SELECT product_id, SUM(quantity) FROM stock_movement GROUP BY product_id"
    )
    op.execute(
        "UPDATE delivery_line SET billed = quantity"
        " WHERE delivery_id IN (SELECT id FROM delivery WHERE invoiced)"
    )


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
