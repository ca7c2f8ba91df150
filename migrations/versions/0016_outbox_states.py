"""Mail: every attempt and decision kept with the server's answer."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
INSTANT = sa.DateTime(timezone=True)
GUARDS = Path(__file__).parent.parent / "guards"


def _run_guards() -> None:
    script = (GUARDS / op.get_bind().dialect.name / "0016.sql").read_text(encoding="utf-8")
    for statement in script.split("\n--;\n"):
        op.get_bind().exec_driver_sql(statement)


def upgrade() -> None:
    op.create_table(
        "outbox_attempt",
        sa.Column("mail_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("answer", sa.String(), server_default="", nullable=False),
        sa.Column("made_by", sa.String(), server_default="", nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["mail_id"], ["outbox_message.id"], name=op.f("fk_outbox_attempt_mail_id")
        ),
        sa.PrimaryKeyConstraint("mail_id", "position", name=op.f("pk_outbox_attempt")),
    )
    _run_guards()


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
