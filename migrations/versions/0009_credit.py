"""Credit rules, approvals, alerts."""

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
INSTANT = sa.DateTime(timezone=True)
GUARDS = Path(__file__).parent.parent / "guards"


def _text(name: str) -> sa.Column:
    return sa.Column(name, sa.String(), server_default="", nullable=False)


def _minor(name: str) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _run_guards() -> None:
    script = (GUARDS / op.get_bind().dialect.name / "0009.sql").read_text(encoding="utf-8")
    if op.get_bind().dialect.name == "postgresql":
        script = script.replace("%", "%%")  # the driver reads a lone one as a parameter
    for statement in script.split("\n--;\n"):
        op.get_bind().exec_driver_sql(statement)


def upgrade() -> None:
    grade = {"server_default": "U", "nullable": False}
    op.add_column("customer", sa.Column("credit_grade", sa.String(1), **grade))
    op.add_column("customer", sa.Column("credit_grade_on", sa.Date(), nullable=True))
    op.add_column("customer", _text("credit_grade_source"))
    op.add_column("customer", sa.Column("credit_grade_before", sa.String(1), **grade))
    op.add_column("customer", sa.Column("credit_reviewed_on", sa.Date(), nullable=True))
    op.add_column("customer", sa.Column("ceased_on", sa.Date(), nullable=True))
    op.add_column("customer", _text("ceased_source"))
    for table, column in (
        ("sales_order", "adjustments_incl_tax_minor"),
        ("delivery", "value_incl_tax_minor"),
    ):
        op.add_column(
            table, sa.Column(column, sa.BigInteger(), server_default="0", nullable=False)
        )
    op.create_index("ix_delivery_customer", "delivery", ["customer_id", "invoiced"])
    _value_deliveries()
    op.create_table(
        "credit_policy",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_credit_policy_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_credit_policy")),
    )
    op.create_table(
        "approval_limit",
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("most_minor", sa.BigInteger(), nullable=True),
        sa.Column("most_percent", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("role", name=op.f("pk_approval_limit")),
    )
    op.create_table(
        "credit_request",
        sa.Column("id", ID, nullable=False),
        sa.Column("order_id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("gate", sa.String(10), nullable=False),
        sa.Column("action", sa.String(10), nullable=False),
        sa.Column("codes", sa.Text(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        _minor("amount_minor"),
        _minor("overrun_minor"),
        _minor("deposit_minor"),
        sa.Column("asked_on", sa.Date(), nullable=False),
        _text("asked_by"),
        _text("note"),
        sa.Column("wanted_until", sa.Date(), nullable=True),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        *_keys("credit_request"),
    )
    for name, columns in (
        ("order", ["order_id", "status"]),
        ("customer", ["customer_id"]),
        ("asked", ["status", "asked_on", "id"]),
        ("amount", ["status", "amount_minor", "id"]),
    ):
        op.create_index(f"ix_credit_request_{name}", "credit_request", columns)
    op.create_table(
        "credit_decision",
        sa.Column("id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("order_id", ID, nullable=True),
        sa.Column("kind", sa.String(15), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("decided_at", INSTANT, nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        _text("role"),
        sa.Column("codes", sa.Text(), nullable=False),
        _text("reason"),
        _text("gate"),
        sa.Column("currency", sa.String(3), nullable=False),
        _minor("amount_minor"),
        _minor("overrun_minor"),
        _minor("deposit_minor"),
        sa.Column("until_on", sa.Date(), nullable=True),
        _text("before"),
        _text("after"),
        *_keys("credit_decision"),
    )
    for name in ("customer", "order"):
        op.create_index(
            f"ix_credit_decision_{name}", "credit_decision", [f"{name}_id", "decided_at", "id"]
        )
    _run_guards()


def _keys(table: str) -> list[sa.Constraint]:
    return [
        sa.ForeignKeyConstraint(
            ["order_id"], ["sales_order.id"], name=op.f(f"fk_{table}_order_id")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f(f"fk_{table}_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def _value_deliveries() -> None:
    """What was delivered before and is not an issued invoice yet, at the order's prices."""
    connection = op.get_bind()
    rows = connection.execute(
        sa.text(
            "SELECT d.id, dl.quantity, l.unit_price, l.discount_percent, l.vat_rate"
            " FROM delivery d JOIN delivery_line dl ON dl.delivery_id = d.id"
            " JOIN sales_order_line l"
            " ON l.order_id = d.order_id AND l.position = dl.order_position"
            " WHERE NOT d.invoiced"
        )
    ).all()
    groups: dict[tuple[object, int], Decimal] = {}
    for delivery_id, quantity, price, discount, rate in rows:
        # At rest: 4 decimals of quantity and discount, 6 of the price, 2 of the rate.
        net = Decimal(quantity) * price * (1_000_000 - discount)
        net = (net / Decimal(10) ** 16).quantize(Decimal("0.01"), ROUND_HALF_UP)
        key = (delivery_id, rate)
        groups[key] = groups.get(key, Decimal(0)) + net
    values: dict[object, int] = {}
    for (delivery_id, rate), basis in groups.items():
        tax = (basis * rate / 10_000).quantize(Decimal("0.01"), ROUND_HALF_UP)
        values[delivery_id] = values.get(delivery_id, 0) + int((basis + tax) * 100)
    for delivery_id, minor in values.items():
        connection.execute(
            sa.text("UPDATE delivery SET value_incl_tax_minor = :minor WHERE id = :id"),
            {"minor": minor, "id": delivery_id},
        )


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
