"""Search: what everything is found by, the spelling of words, the full-text index."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
POSITION = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _key(length: int) -> sa.types.TypeEngine[str]:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


# The index reads its text from `search_entry`; the triggers tell it of every change.
SQLITE = (
    """CREATE VIRTUAL TABLE search_text USING fts5(
        words, content='search_entry', content_rowid='position', prefix='2 3',
        tokenize="unicode61 remove_diacritics 0 tokenchars '@'")""",
    """CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN
        INSERT INTO search_text (rowid, words) VALUES (new.position, new.words);
    END""",
    """CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN
        INSERT INTO search_text (search_text, rowid, words)
        VALUES ('delete', old.position, old.words);
    END""",
    """CREATE TRIGGER search_entry_changed AFTER UPDATE OF words ON search_entry BEGIN
        INSERT INTO search_text (search_text, rowid, words)
        VALUES ('delete', old.position, old.words);
        INSERT INTO search_text (rowid, words) VALUES (new.position, new.words);
    END""",
)
# A short pending list: what was just written is found without reading through many others.
POSTGRESQL = (
    """CREATE INDEX search_text_words ON search_entry
        USING gin (array_to_tsvector(string_to_array(words::text, ' ')))
        WITH (gin_pending_list_limit = 256)""",
)


def upgrade() -> None:
    op.create_table(
        "search_entry",
        sa.Column("position", POSITION, autoincrement=True, nullable=False),
        sa.Column("thing_id", ID, nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("code", _key(60), server_default="", nullable=False),
        sa.Column("title", _key(120), server_default="", nullable=False),
        sa.Column("words", sa.String(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_search_entry")),
        sa.UniqueConstraint("thing_id", name=op.f("uq_search_entry_thing_id")),
    )
    op.create_index("ix_search_entry_code", "search_entry", ["kind", "code"])
    op.create_index("ix_search_entry_title", "search_entry", ["kind", "title"])
    op.create_table(
        "search_word",
        sa.Column("word", _key(60), nullable=False),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_search_word")),
    )
    op.create_table(
        "search_key",
        sa.Column("key", _key(60), nullable=False),
        sa.Column("word", _key(60), nullable=False),
        sa.ForeignKeyConstraint(["word"], ["search_word.word"], name=op.f("fk_search_key_word")),
        sa.PrimaryKeyConstraint("key", "word", name=op.f("pk_search_key")),
    )
    statements = SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL
    for statement in statements:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("what was kept since would be lost; restore a backup")
