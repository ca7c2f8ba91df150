"""Kinds of invoices."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
KEY = sa.String(35).with_variant(sa.String(35, collation="C"), "postgresql")
GUARDS = Path(__file__).parent.parent / "guards"


def _text(name: str) -> sa.Column:
    return sa.Column(name, sa.String(), server_default="", nullable=False)


def _run_guards() -> None:
    script = (GUARDS / op.get_bind().dialect.name / "0015.sql").read_text(encoding="utf-8")
    if op.get_bind().dialect.name == "postgresql":
        script = script.replace("%", "%%")  # the driver reads a lone one as a parameter
    for statement in script.split("\n--;\n"):
        op.get_bind().exec_driver_sql(statement)


def upgrade() -> None:
    _nature_of_lines()
    _facts_of_documents()
    _references()
    _run_guards()


def _nature_of_lines() -> None:
    """Goods unless the product is a service; what was issued keeps its bytes."""
    for table in ("quote_line", "sales_order_line", "invoice_line"):
        op.add_column(
            table, sa.Column("nature", sa.String(8), server_default="goods", nullable=False)
        )
    product = sa.table("product", sa.column("id"), sa.column("kind"))
    services = sa.select(product.c.id).where(product.c.kind == "service")
    invoice = sa.table("invoice", sa.column("id"), sa.column("number"))
    drafts = sa.select(invoice.c.id).where(invoice.c.number.is_(None))
    for name in ("quote_line", "sales_order_line", "invoice_line"):
        line = sa.table(
            name, sa.column("product_id"), sa.column("nature"), sa.column("invoice_id")
        )
        change = sa.update(line).values(nature="services").where(line.c.product_id.in_(services))
        if name == "invoice_line":
            change = change.where(line.c.invoice_id.in_(drafts))
        op.execute(change)


def _facts_of_documents() -> None:
    op.add_column("invoice", _text("contract_reference"))
    op.add_column("invoice", sa.Column("period_from", sa.Date(), nullable=True))
    op.add_column("invoice", sa.Column("period_to", sa.Date(), nullable=True))
    op.add_column(
        "invoice", sa.Column("frame_case", sa.String(1), server_default="1", nullable=False)
    )
    op.add_column("invoice", sa.Column("progress", sa.Text(), server_default="", nullable=False))


def _references() -> None:
    _part(
        "invoice_reference",
        sa.Column("relation", sa.String(10), nullable=False),
        sa.Column("number", KEY, nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("named_id", ID, nullable=True),
        points={"named_id": "invoice"},
    )
    op.create_index("ix_invoice_reference_named", "invoice_reference", ["named_id", "relation"])
    _part(
        "invoice_order",
        sa.Column("order_id", ID, nullable=False),
        sa.Column("number", KEY, nullable=False),
        _text("purchase_order"),
        sa.Column("billed", sa.Boolean(), nullable=False),
        points={"order_id": "sales_order"},
    )
    op.create_index("ix_invoice_order_order", "invoice_order", ["order_id", "billed"])
    _part(
        "invoice_delivery",
        sa.Column("delivery_id", ID, nullable=False),
        sa.Column("order_id", ID, nullable=False),
        sa.Column("number", KEY, nullable=False),
        sa.Column("delivered_on", sa.Date(), nullable=False),
        _text("ship_to"),
        sa.Column("first_line", sa.Integer(), nullable=False),
        sa.UniqueConstraint("delivery_id", name=op.f("uq_invoice_delivery_delivery_id")),
        points={"delivery_id": "delivery", "order_id": "sales_order"},
    )
    op.create_index("ix_invoice_delivery_order", "invoice_delivery", ["order_id"])
    _part(
        "invoice_deduction",
        sa.Column("deposit_id", ID, nullable=False),
        sa.Column("number", KEY, nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("basis_minor", sa.BigInteger(), nullable=False),
        sa.Column("vat_category", sa.String(2), nullable=False),
        sa.Column("vat_rate", sa.BigInteger(), nullable=False),
        _text("vatex"),
        _text("vat_reason"),
        points={"deposit_id": "invoice"},
    )
    op.create_index("ix_invoice_deduction_deposit", "invoice_deduction", ["deposit_id"])
    op.execute(
        "INSERT INTO invoice_reference"
        " (invoice_id, position, relation, number, issued_on, named_id)"
        " SELECT c.id, 0, 'credited', i.number, i.document_on, i.id"
        " FROM invoice c JOIN invoice i ON i.id = c.credits_id"
    )
    op.execute(
        "INSERT INTO invoice_order (invoice_id, position, order_id, number, purchase_order, billed)"
        " SELECT i.id, 0, o.id, o.number, o.purchase_order, i.kind = 'invoice'"
        " FROM invoice i JOIN sales_order o ON o.id = i.order_id"
    )
    op.execute(
        "INSERT INTO invoice_delivery"
        " (invoice_id, position, delivery_id, order_id, number, delivered_on, ship_to, first_line)"
        " SELECT i.id, 0, d.id, d.order_id, d.number, d.delivered_on, d.ship_to, 0"
        " FROM invoice i JOIN delivery d ON d.id = i.delivery_id WHERE i.kind = 'invoice'"
    )


def _part(name: str, *columns: sa.schema.SchemaItem, points: dict[str, str]) -> None:
    """A child table of the document."""
    op.create_table(
        name,
        sa.Column("invoice_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        *columns,
        *(
            sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{name}_{column}"))
            for column, target in {"invoice_id": "invoice", **points}.items()
        ),
        sa.PrimaryKeyConstraint("invoice_id", "position", name=op.f(f"pk_{name}")),
    )


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
