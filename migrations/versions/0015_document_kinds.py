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
SHORT_KEY = sa.String(20).with_variant(sa.String(20, collation="C"), "postgresql")
FOLDED = sa.String().with_variant(sa.String(collation="C"), "postgresql")
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
    _links_to_sales()
    _contracts()
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
        sa.Column("billed", sa.Boolean(), nullable=False),
        points={"delivery_id": "delivery", "order_id": "sales_order"},
    )
    op.create_index("ix_invoice_delivery_order", "invoice_delivery", ["order_id"])
    op.create_index("ix_invoice_delivery_delivery", "invoice_delivery", ["delivery_id"])
    op.create_index(
        "uq_invoice_delivery_billed",
        "invoice_delivery",
        ["delivery_id"],
        unique=True,
        sqlite_where=sa.text("billed"),
        postgresql_where=sa.text("billed"),
    )
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
    _part(
        "invoice_line_source",
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("source_id", ID, nullable=False),
        sa.Column("source_line", sa.Integer(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        points={},
    )
    op.create_index(
        "ix_invoice_line_source_source",
        "invoice_line_source",
        ["source_id", "kind", "source_line"],
    )
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
        " (invoice_id, position, delivery_id, order_id, number, delivered_on, ship_to, first_line,"
        " billed)"
        " SELECT i.id, 0, d.id, d.order_id, d.number, d.delivered_on, d.ship_to, 0,"
        " i.kind = 'invoice'"
        " FROM invoice i JOIN delivery d ON d.id = i.delivery_id WHERE i.kind = 'invoice'"
    )


def _part(name: str, *columns: sa.schema.SchemaItem, points: dict[str, str]) -> None:
    """A child table of the document."""
    op.create_table(
        name,
        sa.Column("invoice_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        *columns,
        *_points(name, invoice_id="invoice", **points),
        sa.PrimaryKeyConstraint("invoice_id", "position", name=op.f(f"pk_{name}")),
    )


def _links_to_sales() -> None:
    op.add_column("open_item", _text("account"))
    op.add_column("open_item", sa.Column("part_of_id", ID, nullable=True))
    op.add_column(
        "open_item", sa.Column("vat_due_minor", sa.BigInteger(), server_default="0", nullable=False)
    )
    op.create_index("ix_open_item_part", "open_item", ["part_of_id"])
    for table, column in (("sales_order_line", "ahead"), ("delivery_line", "prebilled")):
        op.add_column(
            table, sa.Column(column, sa.BigInteger(), server_default="0", nullable=False)
        )
    op.add_column(
        "customer",
        sa.Column("invoice_grouping", sa.String(10), server_default="order", nullable=False),
    )


def _contracts() -> None:
    op.create_table(
        "index_value",
        sa.Column("series", SHORT_KEY, nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("series", "valid_from", name=op.f("pk_index_value")),
    )
    _recurring()
    _works()
    _thing(
        "pro_forma",
        sa.Column("order_id", ID, nullable=True),
        sa.Column("draft_id", ID, nullable=True),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("total_excl_tax_minor", sa.BigInteger(), nullable=False),
        sa.Column("total_incl_tax_minor", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["blob.sha256"], name=op.f("fk_pro_forma_sha256")),
        points={"order_id": "sales_order"},
    )
    op.create_index("ix_pro_forma_date", "pro_forma", ["made_on", "id"])
    op.create_index("ix_pro_forma_order", "pro_forma", ["order_id"])


def _recurring() -> None:
    _thing(
        "recurring_contract",
        _text("title"),
        _text("purchase_order"),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("timing", sa.String(10), nullable=False),
        sa.Column("anchor_on", sa.Date(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("renewal_months", sa.Integer(), nullable=False),
        sa.Column("cancelled_on", sa.Date(), nullable=True),
        _text("cancel_reason"),
        sa.Column("indexation", sa.Text(), server_default="", nullable=False),
        sa.Column("next_due_on", sa.Date(), nullable=True),
        sa.Column("period_minor", sa.BigInteger(), nullable=False),
        points={},
    )
    for name, columns in (
        ("due", ["next_due_on", "id"]),
        ("customer", ["customer_id"]),
        ("name", ["customer_name_folded", "id"]),
    ):
        op.create_index(f"ix_recurring_contract_{name}", "recurring_contract", columns)
    _lines_of("recurring_contract")
    op.create_table(
        "recurring_period",
        sa.Column("contract_id", ID, nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("invoice_id", ID, nullable=True),
        sa.Column("skipped", sa.Boolean(), nullable=False),
        *_points("recurring_period", contract_id="recurring_contract", invoice_id="invoice"),
        sa.PrimaryKeyConstraint("contract_id", "starts_on", name=op.f("pk_recurring_period")),
        sa.UniqueConstraint("invoice_id", name=op.f("uq_recurring_period_invoice_id")),
    )


def _works() -> None:
    _thing(
        "works_contract",
        sa.Column("order_id", ID, nullable=True),
        _text("title"),
        _text("purchase_order"),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("retention_percent", sa.BigInteger(), nullable=False),
        sa.Column("retention_months", sa.Integer(), nullable=False),
        sa.Column("frame_case", sa.String(1), nullable=False),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("total_minor", sa.BigInteger(), nullable=False),
        sa.Column("cumulated_minor", sa.BigInteger(), nullable=False),
        points={"order_id": "sales_order"},
    )
    for name, columns in (
        ("date", ["signed_on", "id"]),
        ("customer", ["customer_id"]),
        ("name", ["customer_name_folded", "id"]),
        ("order", ["order_id"]),
    ):
        op.create_index(f"ix_works_contract_{name}", "works_contract", columns)
    _lines_of("works_contract")
    op.create_table(
        "works_situation",
        sa.Column("contract_id", ID, nullable=False),
        sa.Column("situation", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("invoice_id", ID, nullable=False),
        sa.Column("percents", sa.Text(), nullable=False),
        sa.Column("is_final", sa.Boolean(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        *_points("works_situation", contract_id="works_contract", invoice_id="invoice"),
        sa.PrimaryKeyConstraint("contract_id", "situation", name=op.f("pk_works_situation")),
        sa.UniqueConstraint("invoice_id", name=op.f("uq_works_situation_invoice_id")),
    )


def _thing(name: str, *columns: sa.schema.SchemaItem, points: dict[str, str]) -> None:
    """A numbered thing of a customer."""
    op.create_table(
        name,
        sa.Column("id", ID, nullable=False),
        sa.Column("number", KEY, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("customer_name_folded", FOLDED, nullable=False),
        *columns,
        sa.Column("version", sa.Integer(), nullable=False),
        *_points(name, customer_id="customer", **points),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sa.UniqueConstraint("number", name=op.f(f"uq_{name}_number")),
    )


def _lines_of(owner: str) -> None:
    name = f"{owner}_line"
    op.create_table(
        name,
        sa.Column("contract_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("product_id", ID, nullable=True),
        _text("product_code"),
        _text("description"),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("unit", sa.String(3), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("discount_percent", sa.BigInteger(), nullable=False),
        sa.Column("vat_category", sa.String(2), nullable=False),
        sa.Column("vat_rate", sa.BigInteger(), nullable=False),
        _text("vatex"),
        _text("vat_reason"),
        _text("income_account"),
        sa.Column("nature", sa.String(8), server_default="goods", nullable=False),
        sa.Column("net_minor", sa.BigInteger(), nullable=False),
        _text("price_origin"),
        *_points(name, contract_id=owner),
        sa.PrimaryKeyConstraint("contract_id", "position", name=op.f(f"pk_{name}")),
    )


def _points(name: str, **targets: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{name}_{column}"))
        for column, target in targets.items()
    ]


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
