"""Cells that tables of prices share: quantities, days, prices."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from otc_desktop.application.kernel.import_values import (
    parse_date,
    parse_number,
    parse_percent,
    parse_price,
)
from otc_desktop.application.kernel.ports import SheetRow
from otc_desktop.domain.catalogue.price_list import Validity
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.scales import QUANTITY_PLACES

ValueT = TypeVar("ValueT")


def text_in(row: SheetRow, column: str) -> str:
    """A cell without the blanks around it."""
    return row.values.get(column, "").strip()


def price_in(row: SheetRow, column: str = "price") -> Decimal | None:
    """A unit price, None for an empty cell."""
    return _read(row, column, parse_price)


def percent_in(row: SheetRow, column: str = "discount_percent") -> Decimal | None:
    """A percentage, None for an empty cell."""
    return _read(row, column, parse_percent)


def quantity_in(row: SheetRow, column: str = "min_quantity") -> Decimal:
    """A quantity, 0 for an empty cell."""
    found = _read(row, column, lambda text: parse_number(text, places=QUANTITY_PLACES))
    return Decimal(0) if found is None else found


def day_in(row: SheetRow, column: str) -> date | None:
    """A day, None for an empty cell."""
    return _read(row, column, parse_date)


def validity_in(row: SheetRow) -> Validity:
    """The days of `valid_from` and `valid_until`."""
    return Validity(first=day_in(row, "valid_from"), last=day_in(row, "valid_until"))


def _read(row: SheetRow, column: str, parse: Callable[[str], ValueT]) -> ValueT | None:
    text = text_in(row, column)
    if not text:
        return None
    try:
        return parse(text)
    except RuleError as problem:
        raise RuleError(problem.code, where=column, **problem.params) from problem


PRODUCT_HEADERS = (
    "product_code",
    "code article",
    "reference article",
    "code produit",
    "reference",
    "ref",
    "code",
    "article",
    "produit",
    "default_code",
    "product_tmpl_id/default_code",
)
QUANTITY_HEADERS = (
    "min_quantity",
    "quantite minimum",
    "quantite mini",
    "a partir de",
    "quantite",
    "qte min",
    "qte",
    "seuil",
    "palier",
)
FIRST_HEADERS = (
    "valid_from",
    "date debut",
    "date de debut",
    "debut",
    "valable du",
    "du",
    "date_start",
)
LAST_HEADERS = (
    "valid_until",
    "date fin",
    "date de fin",
    "fin",
    "valable jusqu au",
    "jusqu au",
    "au",
    "date_end",
)
PRICE_HEADERS = (
    "price",
    "prix ht",
    "prix net ht",
    "prix net",
    "prix de vente ht",
    "pu ht",
    "p u ht",
    "prix unitaire ht",
    "tarif ht",
    "prix convenu",
    "prix",
    "tarif",
    "fixed_price",
)
