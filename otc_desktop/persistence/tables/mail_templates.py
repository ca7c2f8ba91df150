"""Mails in the company's own words."""

from sqlalchemy import Boolean, Column, String, Table, UniqueConstraint

from otc_desktop.persistence.tables.base import (
    id_column,
    metadata,
    text_column,
    version_column,
)

# `in_force` is false once somebody went back to the words delivered.
mail_template = Table(
    "mail_template",
    metadata,
    id_column(),
    Column("name", String(40), nullable=False),
    Column("language", String(2), nullable=False),
    text_column("subject"),
    text_column("body"),
    Column("in_force", Boolean, nullable=False),
    version_column(),
    UniqueConstraint("name", "language"),
)
