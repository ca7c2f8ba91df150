"""Shared pieces of table definitions."""

from typing import Any

from sqlalchemy import BigInteger, Column, Integer, MetaData, String
from sqlalchemy.types import TypeEngine

from otc_desktop.persistence.types import Id, ScaledDecimal

# Names given here are the same on both databases, so that migrations can speak of them.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def id_column() -> Column[Any]:
    """The primary key of a thing."""
    return Column("id", Id, primary_key=True)


def version_column() -> Column[Any]:
    """Counts the saves, so that a lost update is noticed."""
    return Column("version", Integer, nullable=False)


def currency_column() -> Column[Any]:
    """ISO 4217 code of the row's amounts."""
    return Column("currency", String(3), nullable=False)


def minor_column(name: str, *, nullable: bool = False) -> Column[Any]:
    """An amount in minor units of the row's currency."""
    return Column(name, BigInteger, nullable=nullable)


def text_column(name: str) -> Column[Any]:
    """Text that may be empty but is never NULL."""
    return Column(name, String, nullable=False, server_default="")


def key_type(length: int | None = None) -> TypeEngine[str]:
    """Text that lists sort by or search the beginning of.

    Compared byte by byte on both databases: the order is the same everywhere, and a
    beginning is a range of the index.
    """
    return String(length).with_variant(String(length, collation="C"), "postgresql")


def line_columns() -> list[Column[Any]]:
    """The columns of a priced line, the same on every document."""
    return [
        Column("position", Integer, primary_key=True),
        Column("product_id", Id),
        text_column("product_code"),
        text_column("description"),
        Column("quantity", ScaledDecimal(4), nullable=False),
        Column("unit", String(3), nullable=False),
        Column("unit_price", ScaledDecimal(6), nullable=False),
        Column("discount_percent", ScaledDecimal(4), nullable=False),
        *vat_columns(),
        text_column("income_account"),
        Column("nature", String(8), nullable=False, server_default="goods"),
        minor_column("net_minor"),
        # How the price was found, as JSON; empty for a line that names no product.
        text_column("price_origin"),
    ]


def adjustment_columns() -> list[Column[Any]]:
    """The columns of a document discount or charge."""
    return [
        Column("position", Integer, primary_key=True),
        Column("kind", String(10), nullable=False),
        text_column("description"),
        minor_column("amount_minor"),
        *vat_columns(),
        text_column("income_account"),
    ]


def vat_columns() -> list[Column[Any]]:
    """The columns of a VAT treatment."""
    return [
        Column("vat_category", String(2), nullable=False),
        Column("vat_rate", ScaledDecimal(2), nullable=False),
        text_column("vatex"),
        text_column("vat_reason"),
    ]


def totals_columns() -> list[Column[Any]]:
    """A document's totals."""
    return [
        minor_column("total_excl_tax_minor"),
        minor_column("total_vat_minor"),
        minor_column("total_incl_tax_minor"),
    ]
