"""The company, its settings, and its number series."""

from sqlalchemy import CheckConstraint, Column, Date, Integer, String, Table, Text

from otc_desktop.persistence.tables.base import metadata, version_column

company = Table(
    "company",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="one_row"), primary_key=True),
    Column("settings", Text, nullable=False),
    version_column(),
)

number_series = Table(
    "number_series",
    metadata,
    Column("series", String(20), primary_key=True),
    Column("period", String(20), primary_key=True),
    Column("last_number", Integer, nullable=False),
    Column("last_date", Date, nullable=False),
)
