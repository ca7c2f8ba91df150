"""Dunning plans as data, pauses, own words of one message, and the ECB rates of late interest."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0034"
down_revision = "0032"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
INSTANT = sa.DateTime(timezone=True)
GUARDS = Path(__file__).parent.parent / "guards"
_EPOCH = datetime(2026, 11, 1, tzinfo=UTC)

# Rate of the main refinancing operations in force on the first day of each half-year, percent
# in ten-thousandths (European Central Bank, key interest rates).
_RATES = (
    (date(2020, 1, 1), 0),
    (date(2022, 7, 1), 0),
    (date(2023, 1, 1), 25_000),
    (date(2023, 7, 1), 40_000),
    (date(2024, 1, 1), 45_000),
    (date(2024, 7, 1), 42_500),
    (date(2025, 1, 1), 31_500),
    (date(2025, 7, 1), 21_500),
    (date(2026, 1, 1), 21_500),
)


def _step(
    number: int, offset: int, channel: str, tone: str = "", more: str = "", *, free: bool = False
) -> dict[str, Any]:
    """`more` holds i for the invoices, s for the statement of account, p for interest printed."""
    enclosed = [name for mark, name in (("i", "invoices"), ("s", "statement")) if mark in more]
    return {
        "number": number,
        "offset_days": offset,
        "channel": channel,
        "tone": tone,
        "needs_approval": not free,
        "minimum_amount": "0.00",
        "enclosures": enclosed,
        "copies_salesperson": False,
        "prints_interest": "p" in more,
    }


def _plan(
    code: str, name: str, gap: int, steps: list[dict[str, Any]], least: str = "0.00"
) -> dict[str, Any]:
    return {
        "code": code,
        "name": name,
        "minimum_gap_days": gap,
        "freshness_days": 10,
        "minimum_amount": least,
        "business_days_only": True,
        "rules": [],
        "steps": steps,
    }


_PLANS = (
    _plan(
        "standard",
        "Standard",
        7,
        [
            _step(0, -5, "email", "friendly", free=True),
            _step(1, 1, "email", "courteous", free=True),
            _step(2, 11, "email", "firm", "s", free=True),
            _step(3, 18, "call"),
            _step(4, 25, "email", "last", "is"),
            _step(5, 35, "registered_letter", "formal", "isp"),
            _step(6, 50, "hand_over"),
        ],
    ),
    _plan(
        "soft",
        "Doux",
        10,
        [
            _step(0, 3, "email", "friendly", free=True),
            _step(1, 15, "email", "courteous", free=True),
            _step(2, 30, "call"),
            _step(3, 45, "email", "firm", "s"),
            _step(4, 60, "email", "last", "is"),
            _step(5, 90, "registered_letter", "formal", "isp"),
        ],
        "15.00",
    ),
    _plan(
        "firm",
        "Ferme",
        5,
        [
            _step(0, -7, "email", "friendly", free=True),
            _step(1, 1, "email", "courteous", "i", free=True),
            _step(2, 7, "email", "firm", "sp", free=True),
            _step(3, 10, "call"),
            _step(4, 15, "email", "last", "isp"),
            _step(5, 22, "registered_letter", "formal", "isp"),
            _step(6, 35, "hand_over"),
        ],
    ),
)


def _id(number: int) -> Any:
    """Fixed ids of what comes with the program, in the form the database wants."""
    made = UUID(int=(0x0034 << 112) | (0x7 << 76) | (0x8 << 60) | number)
    return made if op.get_bind().dialect.name == "postgresql" else made.bytes


def _run_guards() -> None:
    script = (GUARDS / op.get_bind().dialect.name / "0034.sql").read_text(encoding="utf-8")
    for statement in script.split("\n--;\n"):
        op.get_bind().exec_driver_sql(statement)


def upgrade() -> None:
    plan = op.create_table(
        "dunning_plan",
        sa.Column("id", ID, nullable=False),
        sa.Column("code", sa.String(20), nullable=False),
        sa.Column("name", sa.String(), server_default="", nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dunning_plan")),
        sa.UniqueConstraint("code", name=op.f("uq_dunning_plan_code")),
    )
    revisions = op.create_table(
        "dunning_plan_revision",
        sa.Column("id", ID, nullable=False),
        sa.Column("plan_code", sa.String(20), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("content", sa.String(), server_default="", nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("made_by", sa.String(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dunning_plan_revision")),
        sa.UniqueConstraint(
            "plan_code", "revision", name=op.f("uq_dunning_plan_revision_plan_code_revision")
        ),
    )
    op.create_table(
        "dunning_pause",
        sa.Column("id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("item_id", ID, nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), server_default="", nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("made_by", sa.String(), server_default="", nullable=False),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_dunning_pause_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["open_item.id"], name=op.f("fk_dunning_pause_item_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dunning_pause")),
    )
    op.create_index("ix_dunning_pause_open", "dunning_pause", ["ended", "until_on", "id"])
    op.create_index("ix_dunning_pause_customer", "dunning_pause", ["customer_id", "ended"])
    op.create_table(
        "dunning_wording",
        sa.Column("id", ID, nullable=False),
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("subject", sa.String(), server_default="", nullable=False),
        sa.Column("body", sa.String(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dunning_wording")),
        sa.UniqueConstraint("key", name=op.f("uq_dunning_wording_key")),
    )
    rate = op.create_table(
        "ecb_rate",
        sa.Column("id", ID, nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("percent", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ecb_rate")),
        sa.UniqueConstraint("from_on", name=op.f("uq_ecb_rate_from_on")),
    )
    _add_columns()
    for place, content in enumerate(_PLANS, start=1):
        seed = {"id": _id(place), "code": content["code"], "name": content["name"]}
        op.bulk_insert(plan, [{**seed, "revision": 1, "archived": False, "version": 1}])
        kept = json.dumps(content, ensure_ascii=False, sort_keys=True)
        made = {"revision": 1, "content": kept, "made_at": _EPOCH, "made_by": ""}
        op.bulk_insert(revisions, [{"id": _id(100 + place), "plan_code": content["code"], **made}])
    op.bulk_insert(
        rate,
        [
            {"id": _id(200 + place), "from_on": since, "percent": percent, "version": 1}
            for place, (since, percent) in enumerate(_RATES)
        ],
    )
    _run_guards()


def _add_columns() -> None:
    """Which plan a reminder followed; those made before followed the standard one."""
    standard = sa.text("'standard'")
    op.add_column(
        "dunning_notice",
        sa.Column("plan_code", sa.String(20), server_default=standard, nullable=False),
    )
    op.add_column(
        "dunning_notice",
        sa.Column("plan_revision", sa.Integer(), server_default="1", nullable=False),
    )
    for name in ("interest_minor", "costs_minor"):
        op.add_column(
            "dunning_notice", sa.Column(name, sa.BigInteger(), server_default="0", nullable=False)
        )
    op.add_column(
        "dunning_notice",
        sa.Column("letter_sha256", sa.String(64), server_default="", nullable=False),
    )
    op.add_column(
        "dunning_notice_item",
        sa.Column("plan_code", sa.String(20), server_default=standard, nullable=False),
    )
    op.add_column(
        "dunning_notice_item",
        sa.Column("offset_days", sa.Integer(), server_default="0", nullable=False),
    )
    op.add_column(
        "dunning_notice_item",
        sa.Column("passed_over", sa.String(), server_default="", nullable=False),
    )
    for step, offset in ((0, -5), (1, 1), (2, 11), (3, 18), (4, 25), (5, 35), (6, 50)):
        op.execute(
            sa.text(
                "UPDATE dunning_notice_item SET offset_days = :offset WHERE step = :step"
            ).bindparams(offset=offset, step=step)
        )
    op.drop_index("uq_dunning_notice_item_step", table_name="dunning_notice_item")
    op.create_index(
        "uq_dunning_notice_item_step",
        "dunning_notice_item",
        ["item_id", "plan_code", "step"],
        unique=True,
        sqlite_where=sa.text("is_new"),
        postgresql_where=sa.text("is_new"),
    )


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
