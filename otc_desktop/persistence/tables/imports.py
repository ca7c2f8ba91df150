"""How tables of other programs are read, remembered by their headers."""

from sqlalchemy import Column, String, Table, UniqueConstraint

from otc_desktop.persistence.tables.base import id_column, metadata, text_column, version_column

import_mapping = Table(
    "import_mapping",
    metadata,
    id_column(),
    Column("kind", String(20), nullable=False),
    Column("signature", String(64), nullable=False),
    text_column("title"),
    Column("content", String, nullable=False),
    version_column(),
    UniqueConstraint("kind", "signature"),
)
