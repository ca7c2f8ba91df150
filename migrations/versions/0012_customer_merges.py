"""Merged customers."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
INSTANT = sa.DateTime(timezone=True)
GUARDS = Path(__file__).parent.parent / "guards"

# As the program of this revision knows them.
PUBLIC_DOMAINS = frozenset(
    "gmail.com googlemail.com orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net"
    " hotmail.com hotmail.fr outlook.com outlook.fr live.fr live.com msn.com yahoo.fr yahoo.com"
    " ymail.com icloud.com me.com mac.com aol.com gmx.fr gmx.com gmx.net bbox.fr"
    " bouyguestelecom.fr numericable.fr club-internet.fr aliceadsl.fr cegetel.net"
    " protonmail.com proton.me pm.me tutanota.com yandex.com mail.com zoho.com".split()
)


def _text(name: str) -> sa.Column:
    return sa.Column(name, sa.String(), server_default="", nullable=False)


def _run_guards() -> None:
    script = (GUARDS / op.get_bind().dialect.name / "0012.sql").read_text(encoding="utf-8")
    if op.get_bind().dialect.name == "postgresql":
        script = script.replace("%", "%%")  # the driver reads a lone one as a parameter
    for statement in script.split("\n--;\n"):
        op.get_bind().exec_driver_sql(statement)


def upgrade() -> None:
    with op.batch_alter_table("customer") as customer:
        customer.add_column(sa.Column("merged_into_id", ID, nullable=True))
        customer.create_foreign_key(
            op.f("fk_customer_merged_into_id"), "customer", ["merged_into_id"], ["id"]
        )
        for name in ("former_codes", "mail_domain", "phone_key"):
            customer.add_column(_text(name))
    for name, columns in (
        ("merged_into", ["merged_into_id"]),
        ("vat_number", ["vat_number"]),
        ("iban", ["iban"]),
        ("mail_domain", ["mail_domain"]),
        ("phone", ["phone_key"]),
        ("postal_code", ["postal_code", "name_folded"]),
    ):
        op.create_index(f"ix_customer_{name}", "customer", columns)
    op.create_table(
        "customer_merge",
        sa.Column("id", ID, nullable=False),
        sa.Column("keeper_id", ID, nullable=False),
        sa.Column("loser_id", ID, nullable=False),
        sa.Column("merged_on", sa.Date(), nullable=False),
        sa.Column("merged_at", INSTANT, nullable=False),
        sa.Column("merged_by", sa.String(), nullable=False),
        sa.Column("taken", sa.Text(), nullable=False),
        sa.Column("loser_before", sa.Text(), nullable=False),
        sa.Column("entry_id", ID, nullable=True),
        sa.Column("undone_at", INSTANT, nullable=True),
        _text("undone_by"),
        sa.Column("undo_entry_id", ID, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{table}.id"], name=op.f(f"fk_customer_merge_{column}")
            )
            for column, table in (
                ("keeper_id", "customer"),
                ("loser_id", "customer"),
                ("entry_id", "journal_entry"),
                ("undo_entry_id", "journal_entry"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_merge")),
    )
    op.create_index("ix_customer_merge_keeper", "customer_merge", ["keeper_id", "merged_at"])
    op.create_index("ix_customer_merge_loser", "customer_merge", ["loser_id", "keeper_id"])
    op.create_index("ix_customer_merge_at", "customer_merge", ["merged_at"])
    op.create_table(
        "customer_merge_move",
        sa.Column("merge_id", ID, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("row_id", ID, nullable=False),
        _text("was"),
        sa.ForeignKeyConstraint(
            ["merge_id"], ["customer_merge.id"], name=op.f("fk_customer_merge_move_merge_id")
        ),
        sa.PrimaryKeyConstraint("merge_id", "kind", "row_id", name=op.f("pk_customer_merge_move")),
    )
    op.create_table(
        "customer_distinct",
        sa.Column("first_id", ID, nullable=False),
        sa.Column("second_id", ID, nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        _text("noted_by"),
        *(
            sa.ForeignKeyConstraint(
                [column], ["customer.id"], name=op.f(f"fk_customer_distinct_{column}")
            )
            for column in ("first_id", "second_id")
        ),
        sa.PrimaryKeyConstraint("first_id", "second_id", name=op.f("pk_customer_distinct")),
    )
    _fill_keys()
    _run_guards()


def _fill_keys() -> None:
    """The keys of duplicates for customers that are here already."""
    customer = sa.table(
        "customer",
        sa.column("id", ID),
        *(sa.column(name) for name in ("email", "phone", "mail_domain", "phone_key")),
    )
    rows = op.get_bind().execute(sa.select(customer.c.id, customer.c.email, customer.c.phone)).all()
    changes = [
        {"of_id": row.id, "domain": _domain(row.email), "key": _phone(row.phone)}
        for row in rows
        if row.email or row.phone
    ]
    if changes:
        change = (
            sa.update(customer)
            .where(customer.c.id == sa.bindparam("of_id", type_=ID))
            .values(mail_domain=sa.bindparam("domain"), phone_key=sa.bindparam("key"))
        )
        op.get_bind().execute(change, changes)


def _domain(email: str) -> str:
    _, at, domain = email.strip().casefold().rpartition("@")
    return domain if at and " " not in domain and domain not in PUBLIC_DOMAINS else ""


def _phone(phone: str) -> str:
    digits = "".join(sign for sign in phone if sign.isascii() and sign.isdigit())
    return digits[-9:] if len(digits) >= 9 else ""


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
