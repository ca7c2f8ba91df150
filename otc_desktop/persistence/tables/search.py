"""What everything is found by: one row for each thing, and the spelling of known words.

The full-text index itself is the databases' own (revision 0011): an FTS5 table on SQLite,
kept by triggers on `search_entry`; a GIN index over its words on PostgreSQL.
"""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table

from otc_desktop.persistence.tables.base import key_type, metadata, text_column
from otc_desktop.persistence.types import Id

search_entry = Table(
    "search_entry",
    metadata,
    # Grows with every thing: the newest come first.
    Column(
        "position",
        BigInteger().with_variant(Integer, "sqlite"),
        primary_key=True,
        autoincrement=True,
    ),
    Column("thing_id", Id, nullable=False, unique=True),
    Column("kind", String(12), nullable=False),
    # The number or code without separators.
    Column("code", key_type(60), nullable=False, server_default=""),
    # The beginning of the folded name.
    Column("title", key_type(120), nullable=False, server_default=""),
    # Folded words separated by spaces, the kind as the first of them.
    text_column("words"),
    Index("ix_search_entry_code", "kind", "code"),
    Index("ix_search_entry_title", "kind", "title"),
)

search_word = Table(
    "search_word",
    metadata,
    Column("word", key_type(60), primary_key=True),
)

# Two words one typo apart share a key: the word itself, or the word without one letter.
search_key = Table(
    "search_key",
    metadata,
    Column("key", key_type(60), primary_key=True),
    Column("word", key_type(60), ForeignKey("search_word.word"), primary_key=True),
)
